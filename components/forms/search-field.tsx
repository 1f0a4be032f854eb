import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'

export type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & {
  /** The accessible name, also shown while the field is empty. */
  readonly label: string
  /** The query parameter. */
  readonly name: string
  /** Where the search goes; a GET form, so that it works without script and can be linked to. Default: the same page. */
  readonly action?: string
}

/** Search as a plain form. */
export function SearchField({ label, name, action, ...rest }: SearchFieldProps) {
  return (
    <search>
      <form method="get" action={action} className="relative max-w-96">
        <Search className="absolute start-3 top-[calc(50%-0.58em)] text-soft" aria-hidden />
        <input
          {...rest}
          type="search"
          name={name}
          aria-label={label}
          placeholder={label}
          className={`${controlLook()} ps-9`}
        />
      </form>
    </search>
  )
}
