import type { ReactNode } from 'react'
import { Asked } from './asked.tsx'

export type PageHeaderProps = {
  /** Where am I: the name of the thing on this page. */
  readonly title: ReactNode
  /** Above the title: breadcrumb, or the kind of thing. */
  readonly above?: ReactNode
  /** What is asked of the reader, in one sentence. */
  readonly asked?: ReactNode
  /** By when. */
  readonly due?: ReactNode
  /** Why it is asked, in one sentence below it. */
  readonly means?: ReactNode
  /** State marks and facts that belong to the name: date, place, kind. */
  readonly meta?: ReactNode
  /** At most one primary button and a menu. */
  readonly actions?: ReactNode
}

/** On a phone it gives way to what one came for, and wherever words are to be answered; the step before tells it in full. */
const goes =
  'max-md:not-print:group-has-data-foremost/page:hidden not-print:group-has-data-[foremost=words]/page:hidden'

/** The head of a page answers within five seconds: where am I, what is asked of me, by when. */
export function PageHeader({ title, above, asked, due, means, meta, actions }: PageHeaderProps) {
  return (
    <header className="grid gap-3 pt-6 pb-7 max-md:not-print:group-has-data-foremost/page:py-1 sm:pt-9 md:not-print:group-has-data-[foremost=words]/page:py-3">
      {above && <div className={`text-sm text-soft ${goes}`}>{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <h1 className="min-w-0 flex-1 basis-80 text-3xl font-[460] tracking-[-0.015em] max-md:not-print:group-has-data-foremost/page:text-base/[1.35] md:text-4xl md:tracking-[-0.02em] md:not-print:group-has-data-[foremost=words]/page:text-lg">
          {title}
        </h1>
        {actions && <div className="print:hidden flex flex-wrap items-center gap-2 sm:pt-1">{actions}</div>}
      </div>
      {meta && <div className={`flex flex-wrap items-baseline gap-x-6 gap-y-1 text-soft ${goes}`}>{meta}</div>}
      {(asked || due) && (
        <Asked due={due} means={means}>
          {asked}
        </Asked>
      )}
    </header>
  )
}
