import type { ReactNode } from 'react'

export type RunningTextProps = {
  /** Set off by a rule, as what is agreed or quoted. */
  readonly quoted?: boolean
  /** Words as they were written, with their line breaks. */
  readonly children: ReactNode
}

/** What people wrote to be read, in the serif of the text and its line of 60 to 70 characters; it runs the way its words do. */
export function RunningText({ quoted = false, children }: RunningTextProps) {
  return (
    <div
      className={`max-w-reading font-serif text-lg hyphens-manual whitespace-pre-wrap print:max-w-none print:px-0 ${quoted ? 'border-s-3 border-line ps-5' : ''}`}
      dir="auto"
    >
      {children}
    </div>
  )
}
