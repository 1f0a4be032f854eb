import { useTranslations } from 'next-intl'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Section } from '#components/frame/section.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Term } from '#components/text/term.tsx'
import { earliestToday } from '#domain/calendar-day.ts'
import { STANCE_KINDS } from '#domain/conclusion/stance.ts'
import type { ConclusionView } from '../views/conclusion.ts'
import { StanceForm } from './stance-form.tsx'
import { TextForm } from './text-form.tsx'

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
  const choices = others.filter((kind) => view.can[kind])
  return (
    <Section title={t('answer.title')} id="answer">
      <div className="grid max-w-reading gap-4">
        {ownSide !== null && (
          <p>{ownSide.kind === 'person' ? t('answer.own') : t('answer.for', { party: ownSide.name })}</p>
        )}
        {given !== undefined && (
          <p className="text-soft">
            {t('stances.changeHint', { party: given.side.name, stance: t(`stance.${given.kind}`) })}
          </p>
        )}
        <StanceForm
          conclusionId={view.id}
          version={version}
          mayConsent={given?.kind !== 'consent'}
          others={choices.map((value) => ({
            value,
            label: t(`answer.${value}`),
            description: t(`answer.${value}Means`),
          }))}
          earliest={earliestToday(new Date())}
          isRecord={view.kind === 'record'}
          decides={decidedByConsent}
        />
      </div>
    </Section>
  )
}

function PrincipalsWord({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.word')
  const version = view.versions[0]?.number ?? 0
  return (
    <Section title={<Term of="principals">{t('title')}</Term>} id="answer">
      <div className="flex flex-wrap gap-3">
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
          {t('confirmMeans')}
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
      </div>
    </Section>
  )
}
