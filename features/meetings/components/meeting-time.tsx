import { useTranslations } from 'next-intl'
import { Time } from '#components/text/time.tsx'
import { wallTimeIn } from '#domain/wall-clock.ts'

type Props = {
  readonly startsAt: string
  /** The zone in which the meeting was planned. */
  readonly zone: string
  readonly viewerZone: string
}

/** When a meeting begins, in the reader's zone; beside it, where that is another, in the meeting's own. */
export function MeetingTime({ startsAt, zone, viewerZone }: Props) {
  const t = useTranslations('meetings.list')
  const instant = new Date(startsAt)
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <Time instant={startsAt} zone={viewerZone} />
      {/* Two zones in which the clocks show one time: it is not said twice. */}
      {wallTimeIn(instant, zone) !== wallTimeIn(instant, viewerZone) && (
        <span className="text-soft">
          {t('inZone')} <Time instant={startsAt} zone={zone} />
        </span>
      )}
    </span>
  )
}
