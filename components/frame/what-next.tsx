import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '../actions/button.tsx'
import { TextLink } from './text-link.tsx'

/** Something that can be done now, and where. */
export interface OfferedStep {
  readonly href: string
  readonly label: ReactNode
  /** Why, or what it leads to, in one sentence. */
  readonly means?: ReactNode
}

export type WhatNextProps = {
  /** What was done, or that something comes next. */
  readonly title: ReactNode
  /** What it means, where the title does not say it. */
  readonly children?: ReactNode
  /** What is open to the reader, the natural one first; none: nothing is shown. */
  readonly steps: readonly OfferedStep[]
  /** Default 2. */
  readonly headingLevel?: 2 | 3
}

/**
 * What comes next, where one stands: the natural act as a button, others as links. Which of them are open is for whoever shows it to
 * say, out of what a view says of its reader.
 */
export function WhatNext({ title, children, steps, headingLevel = 2 }: WhatNextProps) {
  const [first, ...others] = steps
  if (first === undefined) return null
  const Heading = `h${headingLevel}` as const
  return (
    <section className="print:hidden mb-8 grid max-w-3xl justify-items-start gap-3 border-s-3 border-accent bg-accent-wash ps-4 pe-[1.1rem] pt-[0.85rem] pb-4">
      <Heading className="font-sans font-semibold">{title}</Heading>
      {children && <div className="max-w-reading">{children}</div>}
      <div className="grid justify-items-start gap-1">
        <ButtonLink variant="primary" href={first.href} icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
          {first.label}
        </ButtonLink>
        {first.means && <p className="max-w-reading text-sm text-soft">{first.means}</p>}
      </div>
      {others.length > 0 && (
        <ul className="grid gap-1">
          {others.map(({ href, label, means }) => (
            <li key={href}>
              <TextLink href={href}>{label}</TextLink>
              {means && <span className="text-soft"> {means}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
