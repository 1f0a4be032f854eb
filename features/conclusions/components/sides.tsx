import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/frame/section.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { Time } from '#components/text/time.tsx'
import type { ConclusionView, SideView } from '../views/conclusion.ts'
import { SideWordsForm } from './side-words-form.tsx'

type Props = {
  readonly view: ConclusionView
  /** The passages on which they differ, as the texts show them; null: none is named. */
  readonly passages: ReactNode
}

/** A divergence: what each side says, side by side, and the reader's own side to write. */
export function Sides({ view, passages }: Props) {
  const t = useTranslations('conclusions')
  const mine = view.can['write-words'] ? view.sides.find(({ side }) => side.id === view.ownSide?.id) : undefined
  return (
    <>
      <Section title={t('page.sides')} id="wording">
        <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
          {view.sides.map((side) => (
            <Side key={side.side.id} side={side} zone={view.zone} />
          ))}
        </div>
        {passages !== null && (
          <div className="mt-7 max-w-reading">
            <h3 className="mb-2 font-sans font-semibold">{t('page.passages')}</h3>
            {passages}
          </div>
        )}
      </Section>
      {mine !== undefined && (
        <Section title={t('acts.words')} id="answer">
          <SideWordsForm
            conclusionId={view.id}
            side={mine.side.name}
            words={mine.words}
            hint={t('acts.wordsHint')}
            submit={t('acts.wordsSend')}
          />
        </Section>
      )}
    </>
  )
}

function Side({ side: { side, words, writtenBy, writtenAt }, zone }: { side: SideView; zone: string }) {
  const t = useTranslations('conclusions.page')
  return (
    <div>
      <h3 className="mb-2 font-sans font-semibold">
        <bdi>{side.name}</bdi>
      </h3>
      {words === null ? <p className="text-soft">{t('noWords')}</p> : <RunningText>{words}</RunningText>}
      {writtenBy !== null && writtenAt !== null && (
        <p className="mt-2 text-sm text-soft">
          <PersonName name={writtenBy.name} />, <Time instant={writtenAt} zone={zone} />
        </p>
      )}
    </div>
  )
}
