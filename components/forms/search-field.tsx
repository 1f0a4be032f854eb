import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from '../actions/button.tsx'
import { controlLook } from './control.ts'

export type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & {
  /** The accessible name, also shown while the field is empty. */
  readonly label: string
  /** The query parameter. */
  readonly name: string
  /** Where the search goes; a GET form, so that it works without script and can be linked to. Default: the same page. */
  readonly action?: string
  /** The words of the button that searches. */
  readonly submit: string
}

/** Search as a plain form. */
export function SearchField({ label, name, action, submit, ...rest }: SearchFieldProps) {
  return (
    <search>
      <form method="get" action={action} className="flex max-w-md items-center gap-2">
        <div className="relative min-w-0 flex-1">
          <Search className="absolute start-3 top-[calc(50%-0.58em)] text-soft" aria-hidden />
          <input
            {...rest}
            type="search"
            name={name}
            aria-label={label}
            placeholder={label}
            className={`${controlLook()} ps-9`}
          />
        </div>
        <Button type="submit">{submit}</Button>
      </form>
    </search>
  )
}
