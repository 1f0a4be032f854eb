import { Check, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** One line of what somebody pasted, as it was understood. */
export type UnderstoodLine = {
  readonly key: string
  readonly title: ReactNode
  /** What else was understood, or why the line is left out. */
  readonly detail?: ReactNode
  /** Something is wrong with it, or it is left out; `detail` says so in words. */
  readonly isLeftOut?: boolean
}

export type UnderstoodLinesProps = {
  readonly label: string
  readonly lines: readonly UnderstoodLine[]
}

/** What was pasted, line by line, before it is sent: each as understood, or with what is wrong. */
export function UnderstoodLines({ label, lines }: UnderstoodLinesProps) {
  return (
    <ul aria-label={label} className="grid gap-1 text-sm">
      {lines.map(({ key, title, detail, isLeftOut = false }) => (
        <li key={key} className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-2">
          {isLeftOut ? (
            <CircleAlert className="relative top-[0.15em] size-[1.1em] text-danger" aria-hidden />
          ) : (
            <Check className="relative top-[0.15em] size-[1.1em] text-accent" aria-hidden />
          )}
          <span className="wrap-anywhere">
            <bdi>{title}</bdi>
            {detail !== undefined && <span className="text-soft"> · {detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
