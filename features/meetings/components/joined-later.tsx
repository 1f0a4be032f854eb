import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Time } from '#components/text/time.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { PlanPartyView, PlanView } from '../views/plan.ts'
import { opensPlan } from './opens-plan.ts'

type Props = { readonly plan: PlanView; readonly party: PlanPartyView }

/** A party that joined later, from when it sees what is written, and whose word would open the rest to it. */
export function JoinedLater({ plan, party }: Props) {
  const t = useTranslations('meetings.earlier')
  const list = useNames()
  const { earlier, name, id } = party
  if (earlier === null) return null
  const { openedBy, missing, can } = earlier
  return (
    <div className="mt-2 grid gap-2 border-s-2 border-line ps-3 text-sm">
      <p>
        {t('since')} <Time instant={earlier.since} zone={plan.viewerZone} />. {party.mine ? t('mine') : t('theirs')}
      </p>
      {openedBy.length > 0 && (
        <p>
          {t('openedBy')} <bdi>{list(openedBy)}</bdi>
        </p>
      )}
      {missing.length > 0 && (
        <p className="text-soft">
          {t('missing')} <bdi>{list(missing)}</bdi>
        </p>
      )}
      {can === 'open' && (
        <div className="print:hidden">
          <OpensDialog
            size="small"
            variant="plain"
            aria-label={t('openTo', { party: name })}
            opens={opensPlan('open-earlier', id)}
          >
            {t('open')}
          </OpensDialog>
        </div>
      )}
      {can === 'take-back' && (
        <div className="print:hidden">
          <ActButton
            act={{
              route: 'PUT /meetings/{meetingId}/parties/{partyId}/earlier',
              params: { meetingId: plan.id, partyId: id },
              body: { open: false },
            }}
            size="small"
            variant="plain"
          >
            {t('takeBack')}
          </ActButton>
        </div>
      )}
    </div>
  )
}
