import { useTranslations } from 'next-intl'
import { Asked as AskedLine } from '#components/frame/asked.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Term, termTags } from '#components/text/term.tsx'
import type { ConclusionView, StanceView } from '../views/conclusion.ts'
import { LastDay } from './last-day.tsx'
import { OutcomeWords } from './outcome-words.tsx'
import { SaidAfter } from './said-after.tsx'
import { ConclusionStateName } from './state-name.tsx'

/** What it is, where it stands, what is asked of the reader and by when. */
export function ConclusionHead({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions')
  return (
    <header className="pb-4 md:pb-6">
      <SaidAfter answered={view.state}>
        <div className="grid gap-2 md:gap-3">
          <h2 className="text-2xl font-medium md:text-3xl">
            <bdi>{view.title}</bdi>
          </h2>
          <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-soft">
            <span>
              <Term of={view.kind === 'record' ? 'minutes' : view.kind}>{t(`kind.${view.kind}`)}</Term>
            </span>
            <ConclusionStateName outcome={view.outcome} first inStudy={view.meeting.kind === 'study'} />
            {view.item !== null && view.item.title !== view.title && <bdi>{view.item.title}</bdi>}
          </div>
          <Asked view={view} />
          <TakenBack view={view} />
          {!asksForAnswer(view) && !saysOutcomeBelow(view) && <OutcomeLine view={view} />}
        </div>
      </SaidAfter>
    </header>
  )
}

/** What is asked is an answer to the words: they come before how others answered them. */
export function asksForAnswer({ asked }: Pick<ConclusionView, 'asked'>): boolean {
  return asked?.kind === 'stance' || asked?.kind === 'word'
}

/** What the reader's own side has answered to the version that is put; undefined: nothing that counts. */
export function ownStance({ ownSide, stances }: Pick<ConclusionView, 'ownSide' | 'stances'>): StanceView | undefined {
  return stances.find(({ side }) => side.id === ownSide?.id)
}

/** Where the reader has answered and the answers go on, what they amount to stands beside the reader's own, once. */
export function saysOutcomeBelow(view: ConclusionView): boolean {
  return view.can.consent && ownStance(view) !== undefined
}

/** What the answers amount to so far, and where it went on from there. */
export function OutcomeLine({ view }: { readonly view: ConclusionView }) {
  const divergence = view.offspring.find(({ kind }) => kind === 'divergence')
  return (
    <p className="max-w-reading text-soft">
      <OutcomeWords view={view} />
      {divergence !== undefined && (
        <>
          {' '}
          <TextLink href={`/groups/${view.groupId}/meetings/${divergence.meetingId}/conclusions/${divergence.id}`}>
            <bdi>{divergence.title}</bdi>
          </TextLink>
        </>
      )}
    </p>
  )
}

/** Why the draft is a draft again, until it is put anew. */
function TakenBack({ view: { state, versions } }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.versions')
  const taken = state === 'draft' ? versions.find(({ takenBack }) => takenBack !== null)?.takenBack : null
  if (!taken) return null
  return (
    <p className="max-w-reading">
      {taken.left === null
        ? t.rich('takenBack', { name: taken.by?.name ?? '', reason: taken.reason ?? '', ...termTags('taken-back') })
        : t('left', { name: taken.left.name })}
    </p>
  )
}

function Asked({ view: { asked, zone } }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.asked')
  if (asked === null) return null
  const { kind, of, version, due, dueZone } = asked
  const own = of?.kind === 'person'
  const party = of?.name ?? ''
  return (
    <AskedLine
      due={
        due !== null && (
          <>
            {t('due')} <LastDay instant={due} ends={dueZone} zone={zone} />
          </>
        )
      }
    >
      {kind === 'stance' &&
        (own ? t('stanceOwn', { version: version ?? 0 }) : t('stance', { version: version ?? 0, party }))}
      {kind === 'word' && t('word', { party })}
      {kind === 'words' && (own ? t('wordsOwn') : t('words', { party }))}
      {kind === 'not-carried' && t('not-carried', { version: version ?? 0 })}
    </AskedLine>
  )
}
