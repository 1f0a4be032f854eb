import { zoneNameAt } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import { Time, type TimeProps } from './time.tsx'

type Props = Pick<TimeProps, 'zone' | 'shape'> & {
  readonly from: Date | string
  /** Null: it is open, or `open` says until when in words. */
  readonly to: Date | string | null
  /** Words in the place of an end that is none: "to the end". */
  readonly open?: string
}

/**
 * From when until when, told in a zone. Its abbreviation stands once, behind the end; behind both where they differ, because the
 * clocks were set in between; behind the start where there is no end. `shape` is that of the start.
 */
export function TimeSpan({ from, to, zone, shape = 'time', open = '' }: Props) {
  const language = useLanguage()
  const nameAt = (instant: Date | string) => zoneNameAt(new Date(instant), zone, language)
  const alone = to === null || nameAt(from) !== nameAt(to)
  return (
    <>
      <Time instant={from} zone={zone} shape={shape} showZone={alone} />
      {to === null && open !== '' ? ` ${open}` : '–'}
      {to !== null && <Time instant={to} zone={zone} shape="time" />}
    </>
  )
}
