import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'

/** The browser's own list under an arrow like that of every other field; a `Field` or a label stands around it. */
export function NativeSelect(props: Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <span className="relative grid">
      <select {...props} className={`${controlLook()} appearance-none pe-[2.2rem] text-ellipsis`} />
      <ChevronDown
        className="pointer-events-none absolute end-[0.45rem] top-[calc(50%-0.58em)] text-soft"
        aria-hidden
      />
    </span>
  )
}
