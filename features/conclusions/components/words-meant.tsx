import { useTranslations } from 'next-intl'
import { RunningText } from '#components/text/running-text.tsx'
import type { ConclusionView } from '../views/conclusion.ts'
import { CommitmentList } from './commitment-list.tsx'

/** In the dialog of an act on a version: the words that it is about, whole, with what somebody commits to in them. */
export function WordsMeant({ view: { versions, wording, commitments } }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.page')
  const version = versions[0]?.number ?? 0
  return (
    <section className="mt-4" aria-label={t('wordingOf', { version })}>
      <p className="mb-2 text-sm text-soft">{t('wordingOf', { version })}</p>
      {/* Reached by Tab: long words are scrolled through by keys, too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a pointer. */}
      <div className="max-h-[35vh] overflow-auto overscroll-contain" tabIndex={0}>
        <RunningText quoted>{wording}</RunningText>
        {commitments.length > 0 && (
          <div className="mt-4">
            <CommitmentList commitments={commitments} label={t('commitments')} />
          </div>
        )}
      </div>
    </section>
  )
}
