import { CalendarPlus, CalendarX2, Moon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor } from '#components/actions/button.tsx'
import { Facts } from '#components/collections/facts.tsx'
import { Table } from '#components/collections/table.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextAnchor } from '#components/frame/text-link.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Time } from '#components/text/time.tsx'
import { localHours } from '#domain/meeting/local-hours.ts'
import { hrefOf } from '#lib/api/send.ts'
import { readWebAddress } from '#lib/web-address.ts'
import { zoneLabel } from '#lib/zone-names.ts'
import type { PlanView } from '../views/plan.ts'
import { MeetingTime } from './meeting-time.tsx'
import { opensPlan } from './opens-plan.ts'
import { PlanHistory } from './plan-history.tsx'

/** Date, duration, place, link; each party's local time; and what can be changed about them. */
export function PlanWhen({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings')
  return (
    <Section title={t('when.title')} id="when">
      <div className="grid gap-6">
        <Facts
          facts={[
            {
              name: t('when.date'),
              value:
                plan.startsAt === null ? (
                  t('when.noTime')
                ) : (
                  <MeetingTime startsAt={plan.startsAt} zone={plan.timeZone} viewerZone={plan.viewerZone} />
                ),
            },
            {
              name: t('when.duration'),
              value: plan.durationMinutes && t('head.minutes', { minutes: plan.durationMinutes }),
            },
            { name: t('when.zone'), value: zoneLabel(plan.timeZone) },
            { name: t('when.place'), value: plan.place && <bdi>{plan.place}</bdi> },
            { name: t('when.link'), value: plan.link && <Outside href={plan.link} /> },
          ].map(({ name, value }) => ({ name, value: value === '' ? null : value }))}
        />
        {plan.startsAt !== null && <LocalTimes plan={plan} />}
        <Acts plan={plan} />
        <PlanHistory plan={plan} />
      </div>
    </Section>
  )
}

function Acts({ plan }: { plan: PlanView }) {
  const t = useTranslations('meetings')
  const params = { meetingId: plan.id }
  return (
    <div className="print:hidden flex flex-wrap gap-2">
      {plan.can.download && (
        <ButtonAnchor
          href={hrefOf({ route: 'GET /meetings/{meetingId}/calendar.ics', params })}
          download
          icon={<CalendarPlus aria-hidden />}
        >
          {t('when.calendar')}
        </ButtonAnchor>
      )}
      {plan.can.reschedule && <OpensDialog opens={opensPlan('reschedule')}>{t('when.reschedule')}</OpensDialog>}
      {plan.can.offerTime && plan.offer === null && (
        <OpensDialog opens={opensPlan('offer')}>
          {plan.startsAt === null ? t('when.offer') : t('when.offerOther')}
        </OpensDialog>
      )}
      {plan.can.describe && <OpensDialog opens={opensPlan('describe')}>{t('when.edit')}</OpensDialog>}
      {plan.can.cancel && (
        <OpensDialog opens={opensPlan('cancel')} variant="danger" icon={<CalendarX2 aria-hidden />}>
          {t('when.cancel')}
        </OpensDialog>
      )}
    </div>
  )
}

/**
 * The start where each party lives; nothing where it is the time above for all of them, nor where the form that schedules the meeting
 * tells it beside what is typed.
 */
function LocalTimes({ plan }: { plan: PlanView }) {
  const t = useTranslations('meetings.when')
  const parties = plan.parties.filter((party) => !party.left && party.local !== null)
  const isNight = ({ timeZone }: PlanView['parties'][number]) =>
    localHours(new Date(plan.startsAt ?? ''), plan.durationMinutes ?? 0, plan.timeZone, [timeZone])[0]?.night === true
  const hasNight = parties.some(isNight)
  const isTold = plan.can.schedule || (!hasNight && parties.every(({ timeZone }) => timeZone === plan.timeZone))
  if (isTold) return null
  const otherDay = hasNight || parties.some(({ local }) => local !== null && local.dayDifference !== 0)
  return (
    <Table
      caption={t('localTitle')}
      columns={[
        { key: 'party', label: t('party') },
        { key: 'local', label: t('local') },
        ...(otherDay ? [{ key: 'day', label: t('day') }] : []),
      ]}
      rows={parties.map((party) => ({
        id: party.id,
        cells: {
          party: (
            <>
              <bdi>{party.shortName}</bdi>
              <span className="block text-sm font-normal text-soft">{zoneLabel(party.timeZone)}</span>
            </>
          ),
          local: <Time instant={plan.startsAt ?? ''} zone={party.timeZone} />,
          day: <LocalDay days={party.local?.dayDifference ?? 0} night={isNight(party)} />,
        },
      }))}
    />
  )
}

function LocalDay({ days, night }: { days: number; night: boolean }) {
  const t = useTranslations('meetings.when')
  return (
    <>
      {days === 0 ? t('sameDay') : days > 0 ? t('dayAfter', { days }) : t('dayBefore', { days: -days })}
      {night && (
        <>
          {' · '}
          <strong className="whitespace-nowrap font-medium">
            <Moon className="inline-block align-[-0.15em]" aria-hidden /> {t('inTheNight')}
          </strong>
        </>
      )}
    </>
  )
}

/** A link out of this site; what is no address, as it was kept before it was held to its one form, are words. */
function Outside({ href }: { href: string }) {
  const address = readWebAddress(href)
  if (address === null) return href
  return (
    <TextAnchor href={address} rel="noreferrer noopener" target="_blank">
      {href}
    </TextAnchor>
  )
}
