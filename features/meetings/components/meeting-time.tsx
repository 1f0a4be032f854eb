import { useTranslations } from 'next-intl'
import { Time } from '#components/text/time.tsx'

type Props = {
  readonly startsAt: string
  /** The zone in which the meeting was planned. */
  readonly zone: string
  readonly viewerZone: string
}

/** When a meeting begins, in the reader's zone; beside it, where that is another, in the meeting's own. */
export function MeetingTime({ startsAt, zone, viewerZone }: Props) {
  const t = useTranslations('meetings.list')
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <Time instant={startsAt} zone={viewerZone} />
      {offsetIn(startsAt, zone) !== offsetIn(startsAt, viewerZone) && (
        <span className="text-soft">
          {t('inZone')} <Time instant={startsAt} zone={zone} />
        </span>
      )}
    </span>
  )
}

/** Two zones with one offset show one time: it is not said twice. */
function offsetIn(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
