import { useTranslations } from 'next-intl'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ActButton } from '#components/actions/act-button.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { OfferView, PlanView } from '../views/plan.ts'
import { MeetingTime } from './meeting-time.tsx'
import { opensPlan } from './opens-plan.ts'
import { partiesOfTime } from './plan-drafts.ts'
import { TypedTimes } from './typed-times.tsx'

/** The offered time that waits for an answer. */
export function PlanOffer({ plan, offer }: { readonly plan: PlanView; readonly offer: OfferView }) {
  const t = useTranslations('meetings')
  return (
    <div id="offer" data-foremost={plan.can.answerOffer || undefined}>
      <Notice tone="info" title={offer.mine ? t('offer.own') : t('offer.title', { party: offer.from })}>
        <p className="mt-2 text-lg">
          <MeetingTime startsAt={offer.startsAt} zone={offer.timeZone} viewerZone={plan.viewerZone} />
          {' · '}
          {t('head.minutes', { minutes: offer.durationMinutes })}
        </p>
        {offer.message !== '' && (
          <blockquote className="mt-2 font-serif" dir="auto">
            {offer.message}
          </blockquote>
        )}
        {/* What it means for each party is what the answer depends on. */}
        <div className="mt-3">
          <TypedTimes
            time={{ date: '', clock: '', fold: null, timeZone: offer.timeZone, durationMinutes: offer.durationMinutes }}
            instant={{ is: 'once', startsAt: new Date(offer.startsAt) }}
            parties={partiesOfTime(plan)}
          />
        </div>
        {offer.mine && <p className="mt-2">{t('offer.waits')}</p>}
      </Notice>
      {plan.can.answerOffer && (
        <div className="contents md:mt-4 md:block">
          <ActBar label={t('offer.answer')}>
            <ActButton
              act={{
                route: 'POST /meetings/{meetingId}/offers/{offerId}/accept',
                params: { meetingId: plan.id, offerId: offer.id },
              }}
              variant="primary"
            >
              {t('offer.accept')}
            </ActButton>
            <OpensDialog opens={opensPlan('offer')}>{t('when.offerOther')}</OpensDialog>
            <OpensDialog opens={opensPlan('decline', offer.id)} variant="danger">
              {t('offer.decline')}
            </OpensDialog>
          </ActBar>
        </div>
      )}
    </div>
  )
}
