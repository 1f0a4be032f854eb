import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { SectionTitle } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Term, TermMark } from '#components/text/term.tsx'
import { earliestToday } from '#domain/calendar-day.ts'
import { STANCE_KINDS } from '#domain/conclusion/stance.ts'
import type { ConclusionView, StanceView } from '../views/conclusion.ts'
import { asksForAnswer, OutcomeLine, ownStance, saysOutcomeBelow } from './conclusion-head.tsx'
import { NotTaken } from './not-taken.tsx'
import { SaidAfter } from './said-after.tsx'
import { StanceForm } from './stance-form.tsx'
import { TextForm } from './text-form.tsx'
import { WordsMeant } from './words-meant.tsx'

/** What the reader is asked to say about the words above; once they have said it, what that was, and what follows. */
export function Answer({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions')
  const given = ownStance(view)
  const { can } = view
  return (
    <>
      {/* While the answer may be changed, it is said beside the acts that change it. */}
      <SaidAfter answered={can.consent ? '' : answerOf(view)}>
        {given && !can.consent && (
          <AnswerSection>
            <Given view={view} given={given} />
          </AnswerSection>
        )}
      </SaidAfter>
      <NotTaken mayAnswer={can.consent}>{can.consent && <Stance view={view} />}</NotTaken>
      {view.othersAnswer !== null && (
        <AnswerSection>
          <p className="text-soft">{t('answer.others', { party: view.othersAnswer.name })}</p>
        </AnswerSection>
      )}
      {!can.consent && can['bring-word'] && <PrincipalsWord view={view} />}
    </>
  )
}

function AnswerSection({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('conclusions.answer')
  return (
    <section id="answer" className="print:hidden border-t border-line pt-[1.1rem] pb-4">
      <SectionTitle>
        <Term of="stance">{t('title')}</Term>
      </SectionTitle>
      <div className="mt-4 grid max-w-reading gap-2">{children}</div>
    </section>
  )
}

interface GivenProps {
  readonly view: ConclusionView
  readonly given: StanceView
}

/** What the reader's own side has answered, what the answers amount to with it, and where more may be asked of the reader. */
function Given({ view, given: { side, kind, principals } }: GivenProps) {
  const t = useTranslations('conclusions.answer')
  const said = { own: side.kind === 'person' ? 'yes' : 'no', party: side.name, version: view.versions[0]?.number ?? 0 }
  return (
    <>
      <p className="font-semibold">
        {view.kind === 'record' && kind === 'consent' ? t('agreed', said) : t(`given.${kind}`, said)}
      </p>
      {principals !== null && <p>{t(`principals.${principals.word}`)}</p>}
      {saysOutcomeBelow(view) && <OutcomeLine view={view} />}
      {kind === 'object' && view.kind !== 'record' && view.meeting.kind !== 'study' && (
        <p className="print:hidden">
          {t('objectNext')} <TextLink href={proposalOf(view)}>{t('objectPropose')}</TextLink>
        </p>
      )}
      <p className="print:hidden">
        <TextLink href="/">{t('whatElse')}</TextLink>
      </p>
    </>
  )
}

/** Where a bilateral is proposed: to the one other party that decides, where it is one. */
function proposalOf({ groupId, deciders, ownSide }: ConclusionView): string {
  const [other, ...more] = deciders.filter(({ id }) => id !== ownSide?.id)
  const named = other !== undefined && more.length === 0 ? `?with=${other.id}` : ''
  return `/groups/${groupId}/meetings/new${named}`
}

function Stance({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions')
  const version = view.versions[0]?.number ?? 0
  const { ownSide, decidedByConsent } = view
  const given = ownStance(view)
  const word = view.kind === 'record' ? 'agree' : 'consent'
  const [consentId, principalsId] = [useId(), useId()]
  const choices = STANCE_KINDS.filter(
    (kind) => view.can[kind] && kind !== (given === undefined ? 'consent' : plain(given)),
  )
  return (
    <>
      {given ? (
        <AnswerSection>
          <p className="text-soft">{t('answer.mayChange')}</p>
        </AnswerSection>
      ) : (
        <Beginning title={<Term of="stance">{t('answer.title')}</Term>} view={view}>
          {ownSide !== null && (
            <p>{ownSide.kind === 'person' ? t('answer.own') : t('answer.for', { party: ownSide.name })}</p>
          )}
        </Beginning>
      )}
      <StanceForm
        conclusionId={view.id}
        version={version}
        given={given?.givenAt ?? null}
        answered={answerOf(view)}
        said={given && <Given view={view} given={given} />}
        asked={asksForAnswer(view)}
        others={choices.map((value) => ({
          value,
          label: value === 'consent' ? t(`answer.${word}`, { version }) : t(`answer.${value}`),
          description:
            value === 'consent' && decidedByConsent
              ? t(`answer.decides.${decidedByConsent}`)
              : t(`answer.${value}Means`),
        }))}
        consentMark={{ id: consentId, mark: <TermMark of="consent" id={consentId} /> }}
        principalsMark={<TermMark of="principals" id={principalsId} />}
        earliest={earliestToday(new Date())}
        isRecord={view.kind === 'record'}
        decides={decidedByConsent}
      />
    </>
  )
}

/** An answer that says nothing but its kind, so that to give it again would change nothing; null: it has words or a day. */
function plain({ kind }: StanceView): StanceView['kind'] | null {
  return kind === 'consent' ? kind : null
}

/** What the reader's own side has answered, and when; empty: nothing that counts. */
function answerOf(view: ConclusionView): string {
  const own = ownStance(view)
  return own === undefined ? '' : `${own.kind} ${own.givenAt} ${own.principals?.at}`
}

/** What stands before the acts of an answer, which follow in the element around both. */
function Beginning({
  title,
  view,
  children,
}: {
  readonly title: ReactNode
  readonly view: ConclusionView
  readonly children?: ReactNode
}) {
  return (
    <section id="answer" tabIndex={-1} className="print:hidden border-t border-line pt-[1.1rem] pb-4">
      <SectionTitle>{title}</SectionTitle>
      <div className="mt-4 grid max-w-reading gap-4 empty:hidden">
        {asksForAnswer(view) && <OutcomeLine view={view} />}
        {children}
      </div>
    </section>
  )
}

function PrincipalsWord({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.word')
  const version = view.versions[0]?.number ?? 0
  return (
    <>
      <Beginning title={<Term of="principals">{t('title')}</Term>} view={view} />
      <ActBar label={t('title')} stays={asksForAnswer(view)}>
        <ConfirmAct
          act={{
            route: 'POST /conclusions/{conclusionId}/principals',
            params: { conclusionId: view.id },
            body: { version, word: 'confirmed' },
          }}
          variant="primary"
          label={t('confirm', { version })}
          title={t('title')}
          thing={view.title}
          confirmLabel={t('confirm', { version })}
        >
          <p>{t('confirmMeans')}</p>
          <WordsMeant view={view} />
        </ConfirmAct>
        <Dialog label={t('decline')} title={t('declineTitle')}>
          <p className="mb-4">{t('declineMeans')}</p>
          <TextForm
            name="reason"
            act={{
              route: 'POST /conclusions/{conclusionId}/principals',
              params: { conclusionId: view.id },
              body: { version, word: 'declined' },
            }}
            label={t('reason')}
            submit={t('send')}
            hurts
          />
        </Dialog>
      </ActBar>
      <div className="pb-11" />
    </>
  )
}
