import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { Time } from '#components/text/time.tsx'
import type { PlanView } from '../views/plan.ts'
import { MeetingTime } from './meeting-time.tsx'

/** How the plan came to be what it is: set, moved, offered, called off, with who and why. */
export function PlanHistory({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.history')
  if (plan.changes.length === 0) return null
  return (
    // Paper tells what is planned; the record, how it came to it.
    <div className="print:hidden">
      <Disclosure summary={t('title')}>
        <ol className="grid gap-3">
          {plan.changes.map(({ sequence, at, kind, by, slot, words }) => (
            <li key={sequence}>
              <p>
                {t(kind)}{' '}
                {slot !== null && (
                  <MeetingTime startsAt={slot.startsAt} zone={slot.timeZone} viewerZone={plan.viewerZone} />
                )}
              </p>
              {words !== '' && (
                <p className="font-serif" dir="auto">
                  {words}
                </p>
              )}
              <p className="text-sm text-soft">
                <PersonName name={by.person} {...(by.party === null ? {} : { party: by.party })} />
                {' · '}
                <Time instant={at} zone={plan.viewerZone} />
              </p>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}
