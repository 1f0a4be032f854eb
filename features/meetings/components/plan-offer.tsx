import { useTranslations } from 'next-intl'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ActButton } from '#components/actions/act-button.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { PlanView } from '../views/plan.ts'
import { MeetingTime } from './meeting-time.tsx'
import { partiesOfTime, roomOf, timeDraftOf } from './plan-drafts.ts'
import { ReasonForm } from './reason-form.tsx'
import { TimeForm } from './time-form.tsx'
import { TypedTimes } from './typed-times.tsx'

/** The offered time that waits for an answer. */
export function PlanOffer({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings')
  const { offer } = plan
  if (offer === null) return null
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
            <OfferDialog plan={plan} />
            <Dialog label={t('offer.decline')} title={t('offer.declineTitle')} variant="danger">
              <p className="mb-4">{plan.state === 'draft' ? t('offer.declineDraft') : t('offer.declineScheduled')}</p>
              <ReasonForm
                act={{
                  route: 'POST /meetings/{meetingId}/offers/{offerId}/decline',
                  params: { meetingId: plan.id, offerId: offer.id },
                }}
                draft={`decline-${offer.id}`}
                label={t('offer.reason')}
                hint={t('offer.reasonHint')}
                submit={t('offer.decline')}
                required={false}
              />
            </Dialog>
          </ActBar>
        </div>
      )}
    </div>
  )
}

/** A time, or another than the one there is, offered to the other party. */
export function OfferDialog({ plan }: { plan: PlanView }) {
  const t = useTranslations('meetings')
  const label = plan.offer === null && plan.startsAt === null ? t('when.offer') : t('when.offerOther')
  return (
    <Dialog label={label} title={label}>
      <TimeForm
        what={{
          act: { route: 'POST /meetings/{meetingId}/offers', params: { meetingId: plan.id } },
          along: { name: 'message', label: t('offer.message'), hint: t('offer.messageHint') },
        }}
        draft={`offer-${plan.id}`}
        initial={timeDraftOf(plan, { own: true })}
        parties={partiesOfTime(plan)}
        room={roomOf(plan)}
        submit={t('offer.send')}
      />
    </Dialog>
  )
}
