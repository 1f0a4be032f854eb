import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { SectionTitle } from '#components/frame/section.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Term, TermMark } from '#components/text/term.tsx'
import { earliestToday } from '#domain/calendar-day.ts'
import { STANCE_KINDS } from '#domain/conclusion/stance.ts'
import type { ConclusionView } from '../views/conclusion.ts'
import { asksForAnswer, OutcomeLine } from './conclusion-head.tsx'
import { StanceForm } from './stance-form.tsx'
import { TextForm } from './text-form.tsx'
import { WordsMeant } from './words-meant.tsx'

const others = STANCE_KINDS.filter((kind) => kind !== 'consent')

/** What the reader is asked to say about the words above. */
export function Answer({ view }: { readonly view: ConclusionView }) {
  if (view.can.consent) return <Stance view={view} />
  if (view.can['bring-word']) return <PrincipalsWord view={view} />
  return null
}

function Stance({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions')
  const version = view.versions[0]?.number ?? 0
  const { ownSide, decidedByConsent } = view
  const given = view.stances.find(({ side }) => side.id === ownSide?.id)
  const [consentId, principalsId] = [useId(), useId()]
  const choices = others.filter((kind) => view.can[kind])
  return (
    <>
      <Beginning title={<Term of="stance">{t('answer.title')}</Term>} view={view}>
        {ownSide !== null && (
          <p>{ownSide.kind === 'person' ? t('answer.own') : t('answer.for', { party: ownSide.name })}</p>
        )}
        {given !== undefined && (
          <p className="text-soft">
            {t('stances.changeHint', { party: given.side.name, stance: t(`stance.${given.kind}`) })}
          </p>
        )}
      </Beginning>
      <StanceForm
        conclusionId={view.id}
        version={version}
        mayConsent={given?.kind !== 'consent'}
        asked={asksForAnswer(view)}
        others={choices.map((value) => ({
          value,
          label: t(`answer.${value}`),
          description: t(`answer.${value}Means`),
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
    <section id="answer" tabIndex={-1} className="border-t border-line pt-[1.1rem] pb-4">
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
