import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/frame/section.tsx'
import { Term, type TermKey } from '#components/text/term.tsx'
import { type ConcordancePart, concordanceParts } from '#store/citing/register.ts'

const termOf = {
  assigned: 'homework',
  discussed: 'agenda',
  concluded: 'conclusion',
} as const satisfies Record<ConcordancePart, TermKey>

export interface ConcordanceProps {
  /** A list of what the viewer may see of one part; nothing: there is none. */
  readonly render: (part: ConcordancePart) => ReactNode
}

/** Everything that happened to a passage: who was to prepare it, where it was discussed, what was concluded about it. */
export function Concordance({ render }: ConcordanceProps) {
  const t = useTranslations('texts.concordance')
  const parts = concordanceParts.flatMap((part) => {
    const content = render(part)
    return content ? [{ part, content }] : []
  })
  if (parts.length === 0)
    return (
      <Section title={t('title')}>
        <p className="max-w-reading text-soft">{t('noneMeans')}</p>
      </Section>
    )
  return parts.map(({ part, content }) => (
    <Section key={part} title={<Term of={termOf[part]}>{t(part)}</Term>}>
      {content}
    </Section>
  ))
}
