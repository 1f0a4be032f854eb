import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/frame/section.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { Term } from '#components/text/term.tsx'
import type { CommitmentView } from '../views/commitment.ts'
import { CommitmentList } from './commitment-list.tsx'

type Props = {
  /** Null: an adopted text that is shown without its number. */
  readonly version: number | null
  readonly wording: string
  readonly commitments: readonly CommitmentView[]
  /** The passages it rests on, as the texts show them; null: it names none. */
  readonly passages: ReactNode
}

/** The exact words, set to be read, with what they rest on and who does what by when. */
export function Wording({ version, wording, commitments, passages }: Props) {
  const t = useTranslations('conclusions.page')
  return (
    <Section title={version === null ? t('wording') : t('wordingOf', { version })} id="wording">
      <RunningText quoted>{wording === '' ? <span className="text-soft">{t('empty')}</span> : wording}</RunningText>
      {commitments.length > 0 && (
        <div className="mt-7">
          <h3 className="mb-2 font-sans font-semibold">
            <Term of="commitment">{t('commitments')}</Term>
          </h3>
          <CommitmentList commitments={commitments} label={t('commitments')} />
        </div>
      )}
      <div className="mt-7 max-w-reading">
        <h3 className="mb-2 font-sans font-semibold">{t('passages')}</h3>
        {passages ?? <p className="text-soft">{t('passagesNone')}</p>}
      </div>
    </Section>
  )
}
