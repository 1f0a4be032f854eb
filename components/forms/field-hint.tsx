import type { ReactNode } from 'react'

export type FieldHintProps = {
  /** What is explained by it names it in `aria-describedby`. */
  readonly id?: string
  /** `alert`: it came in answer to an act. */
  readonly role?: 'alert'
  readonly children: ReactNode
}

/** What helps beside a field or an act, smaller than what it explains. */
export function FieldHint({ id, role, children }: FieldHintProps) {
  return (
    <p id={id} role={role} className="print:hidden text-sm text-soft">
      {children}
    </p>
  )
}
