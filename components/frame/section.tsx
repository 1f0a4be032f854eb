import type { ReactNode } from 'react'

export type SectionProps = {
  readonly title: ReactNode
  /** For links and for the table of contents. */
  readonly id?: string
  /** Buttons that concern the whole section. */
  readonly actions?: ReactNode
  /** Default 2. */
  readonly headingLevel?: 2 | 3 | 4
  /** It is there to be pressed or filled in, or is the reader's alone: paper does without it. Default false. */
  readonly screenOnly?: boolean
  readonly children: ReactNode
}

/** A part of a page under a hairline and its heading. */
export function Section({ title, id, actions, headingLevel = 2, screenOnly = false, children }: SectionProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <section id={id} className={`border-t border-line pt-[1.1rem] pb-11 ${screenOnly ? 'print:hidden' : 'print:pb-5'}`}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        {headingLevel === 2 ? (
          <SectionTitle>{title}</SectionTitle>
        ) : (
          <Heading className="font-sans font-semibold">{title}</Heading>
        )}
        {actions && <div className="print:hidden flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** The name of a part of a page. */
export function SectionTitle({ children }: { readonly children: ReactNode }) {
  return <h2 className="text-xl font-title tracking-[-0.005em]">{children}</h2>
}
