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
    <details open={open} name={group}>
      <summary className="flex min-h-10 list-none items-center gap-2 font-label hover:text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="in-[details[open]>summary]:rotate-90 in-[details:not([open])>summary]:rtl:-scale-x-100"
          aria-hidden
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="ps-[1.65rem] pt-1 pb-4">{children}</div>
    </details>
  )
}
