import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/frame/section.tsx'
import { SkipLink } from '#components/frame/skip-link.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Term } from '#components/text/term.tsx'
import type { ConclusionView } from '../views/conclusion.ts'
import type { VersionDifference } from '../views/difference.ts'
import { Acts, PutAct } from './acts.tsx'
import { Answer } from './answer.tsx'
import { asksForAnswer, ConclusionHead, ownStance } from './conclusion-head.tsx'
import { Sides } from './sides.tsx'
import { StancesTable } from './stances-table.tsx'
import { Ties } from './ties.tsx'
import { Versions } from './versions.tsx'
import { Wording } from './wording.tsx'

type Props = {
  readonly view: ConclusionView
  /** Where the conclusions of the meeting lie. */
  readonly base: string
  /** The passages it rests on, as the texts show them. */
  readonly passages: ReactNode
  /** The entry of the record by which it was adopted, for each party to keep; null: it is not adopted. */
  readonly adoption: ReactNode
  readonly difference: VersionDifference | null
}

/** A conclusion: what is asked, the words, the answer, who answered, how it came about; beside it where it belongs. */
export function ConclusionPage({ view, base, passages, adoption, difference }: Props) {
  const t = useTranslations('conclusions')
  const [current] = view.versions
  const isAsked = asksForAnswer(view)
  // The heads stay small once it is answered: what was pressed, and the words, do not move away.
  return (
    <article
      id="conclusion"
      className="pt-3 md:pt-6"
      data-foremost={isAsked || ownStance(view) !== undefined ? 'words' : true}
    >
      {isAsked && <SkipLink href="#answer">{t('page.toAnswer')}</SkipLink>}
      <p className="print:hidden mb-4 text-sm max-md:hidden">
        <TextLink href={base}>
          <ArrowLeft className="inline align-[-0.15em] rtl:-scale-x-100" aria-hidden /> {t('page.back')}
        </TextLink>
      </p>
      <ConclusionHead view={view} />
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_minmax(16rem,20rem)]">
        <div className="min-w-0">
          {/* One element: the acts of the answer stay on the screen with the words that they answer, and no longer. */}
          <div>
            {current === undefined ? (
              <Sides view={view} passages={passages} />
            ) : (
              <Wording
                version={current.number}
                wording={view.wording ?? ''}
                commitments={view.commitments}
                passages={passages}
              />
            )}
            <Answer view={view} />
            {adoption}
            <PutAct view={view} />
          </div>
          <Acts view={view} base={base} />
          {current !== undefined && view.deciders.length > 0 && (
            <Section
              title={
                <Term of="stance" first={!view.can.consent}>
                  {t('page.stances')}
                </Term>
              }
              id="stances"
            >
              <StancesTable version={current.number} deciders={view.deciders} stances={view.stances} zone={view.zone} />
            </Section>
          )}
          {current !== undefined && <Versions view={view} href={`${base}/${view.id}`} difference={difference} />}
        </div>
        <aside className="min-w-0">
          <Ties view={view} />
        </aside>
      </div>
    </article>
  )
}
