import { useTranslations } from 'next-intl'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Notice } from '#components/text/notice.tsx'
import { Time } from '#components/text/time.tsx'
import type { PartyView } from '../views.ts'

/** Says that a new head is announced, and lets the party stop it (rule 14). */
export function ReplacementNotice({ party }: { readonly party: PartyView }) {
  const t = useTranslations('parties')
  const { id, name, viewerZone, replacement } = party
  if (replacement === null) return null
  return (
    <Notice tone="warning" title={t('replacementTitle')}>
      <p>
        {t('replacementMeans')} <Time instant={replacement.effectiveAt} zone={viewerZone} />.
      </p>
      {replacement.can.stop && (
        <div className="mt-3">
          <ConfirmAct
            label={t('replacementStop')}
            title={t('replacementStopTitle')}
            thing={<bdi>{name}</bdi>}
            confirmLabel={t('replacementStop')}
            act={{ route: 'DELETE /parties/{partyId}/replacement', params: { partyId: id } }}
          >
            {t('replacementStopMeans')}
          </ConfirmAct>
        </div>
      )}
    </Notice>
  )
}
