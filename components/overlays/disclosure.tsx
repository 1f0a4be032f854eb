import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

export type DisclosureProps = {
  readonly summary: ReactNode
  readonly open?: boolean
  /** Disclosures of one `group` open one at a time. */
  readonly group?: string
  readonly children: ReactNode
}

/** More, on demand; the browser's own, so that it works without script and is found by page search. On paper it is open. */
export function Disclosure({ summary, open, group, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} name={group}>
      <summary>
        <ChevronRight className="icon icon-flow" aria-hidden />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  )
}
