import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { Section } from '#components/frame/section.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Term } from '#components/text/term.tsx'
import { type Office, offices } from '#domain/meeting/participant.ts'
import { useNames } from '#lib/words/use-language.ts'
import type { PlanView } from '../views/plan.ts'
import { opensPlan } from './opens-plan.ts'

/** Chair, facilitator, rapporteur: who holds each, whose word is missing, and who may appoint. */
export function PlanOffices({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.office')
  const terms = useTranslations('terms')
  if (plan.sight === 'existence') return null
  return (
    // Paper says who holds an office, and nothing of those that nobody holds.
    <Section title={<Term of="office">{t('title')}</Term>} id="offices" screenOnly={plan.offices.length === 0}>
      {plan.kind !== 'multilateral' && <p className="mb-4 text-sm text-soft">{t('rule')}</p>}
      <ul className="grid gap-4">
        {offices.map((office) => (
          <li key={office} className={plan.offices.some((held) => held.office === office) ? '' : 'print:hidden'}>
            <h3 className="font-sans font-semibold">
              {t(office)} <span className="text-sm font-normal text-soft">{terms(`${office}.meaning`)}</span>
            </h3>
            <OfficeOf plan={plan} office={office} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OfficeOf({ plan, office }: { plan: PlanView; office: Office }) {
  const t = useTranslations('meetings.office')
  const list = useNames()
  const holder = plan.offices.find((held) => held.office === office)
  const name = holder?.name ?? ''
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {holder === undefined ? (
        <span className="text-soft">{t('vacant')}</span>
      ) : (
        <span>
          <bdi className="font-medium">{name}</bdi>
          {!holder.inForce && (
            <span className="text-sm text-warning"> · {t('waits', { parties: list(holder.waitsFor) })}</span>
          )}
        </span>
      )}
      {plan.can.acceptOffice.includes(office) && (
        <ActButton
          act={{ route: 'POST /meetings/{meetingId}/offices/{office}/accept', params: { meetingId: plan.id, office } }}
          size="small"
          variant="primary"
        >
          {t('accept', { name })}
        </ActButton>
      )}
      {plan.can.appoint.includes(office) && (
        <OpensDialog id={`appoint-${office}`} size="small" opens={opensPlan('appoint', office)}>
          {t('appoint', { office })}
        </OpensDialog>
      )}
      {plan.can.endOffice.includes(office) && (
        <OpensDialog size="small" variant="plain" opens={opensPlan('end-office', office)}>
          {t('end', { office })}
        </OpensDialog>
      )}
    </div>
  )
}
