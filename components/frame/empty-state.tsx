import type { ReactNode } from 'react'

export type EmptyStateProps = {
  /** What will stand here. */
  readonly title: ReactNode
  /** What it is for, in a sentence or two. */
  readonly children?: ReactNode
  /** What to do first. */
  readonly action?: ReactNode
  /** Default 2. */
  readonly headingLevel?: 1 | 2 | 3 | 4
}

/** A place that is still empty: what it is, and what to do first. */
export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="max-w-reading border-y border-line py-8">
      <Heading className="text-xl font-medium">{title}</Heading>
      {children && <div className="mt-2 font-serif text-lg text-soft">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  )
}
