import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'

export type FoldedProps = {
  /** What is folded away, and how much of it counts at the moment: the line that opens it. */
  readonly summary: ReactNode
  readonly children: ReactNode
}

/**
 * What stands open where there is room and folds away on a phone; the browser's own, so that it works without script. Where a browser
 * cannot show what is folded without opening it, it folds away everywhere.
 */
export function Folded({ summary, children }: FoldedProps) {
  return (
    <details className="sm:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible] sm:supports-[selector(::details-content)]:[&::details-content]:[block-size:auto]">
      <summary className="flex min-h-10 list-none items-center gap-2 font-label hover:text-accent sm:supports-[selector(::details-content)]:hidden [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal aria-hidden />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="pt-2 sm:pt-0">{children}</div>
    </details>
  )
}
