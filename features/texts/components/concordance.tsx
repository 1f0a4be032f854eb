import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/frame/section.tsx'

export interface ConcordanceProps {
  /** Each a list of what the viewer may see; nothing: there is none. */
  readonly assigned?: ReactNode
  readonly discussed?: ReactNode
  readonly concluded?: ReactNode
}

/** Everything that happened to a passage: who was to prepare it, where it was discussed, what was concluded about it. */
export function Concordance({ assigned, discussed, concluded }: ConcordanceProps) {
  const t = useTranslations('texts.concordance')
  if (!assigned && !discussed && !concluded)
    return (
      <Section title={t('title')}>
        <p className="max-w-reading text-soft">{t('noneMeans')}</p>
      </Section>
    )
  return (
    <>
      {assigned && <Section title={t('assigned')}>{assigned}</Section>}
      {discussed && <Section title={t('discussed')}>{discussed}</Section>}
      {concluded && <Section title={t('concluded')}>{concluded}</Section>}
    </>
  )
}
