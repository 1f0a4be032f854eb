'use client'
import { Moon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Time } from '#components/text/time.tsx'
import { TimeSpan } from '#components/text/time-span.tsx'
import { type LocalHours, localHours, type TypedInstant, type TypedTime } from '#domain/meeting/local-hours.ts'
import { formatClock, zoneNameAt } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import { zoneLabel } from '#lib/zone-names.ts'
import type { Language } from '#messages/languages.ts'

/** A party for which the time that is being typed is told. */
export interface PartyOfTime {
  readonly id: string
  readonly shortName: string
  readonly timeZone: string
}

/** The form around an element as it stands at each change of it; null until the page runs in the browser. */
export function useTyped<T>(read: (data: FormData) => T): {
  at: React.RefObject<HTMLDivElement | null>
  typed: T | null
} {
  const at = useRef<HTMLDivElement>(null)
  const reading = useRef(read)
  reading.current = read
  const [typed, setTyped] = useState<T | null>(null)
  useEffect(() => {
    const form = at.current?.closest('form')
    if (!form) return
    const look = () => setTyped(reading.current(new FormData(form)))
    const hear = ({ target }: Event) => target instanceof Node && form.contains(target) && look()
    // What was kept from before a reload is put back a moment later, and says so as typing does.
    look()
    // The window hears last: drawn before a field took what was typed into it, the field would put its old value back.
    window.addEventListener('input', hear)
    return () => window.removeEventListener('input', hear)
  }, [])
  return { at, typed }
}

/** The time that stands in the fields. */
export function typedTime(data: FormData): TypedTime {
  const text = (name: string) => String(data.get(name) ?? '')
  const fold = text('fold')
  const minutes = Number(text('durationMinutes'))
  return {
    date: text('date'),
    clock: text('clock'),
    timeZone: text('timeZone'),
    durationMinutes: Number.isInteger(minutes) && minutes > 0 ? minutes : 0,
    fold: fold === 'earlier' || fold === 'later' ? fold : null,
  }
}

type Props = {
  readonly time: TypedTime
  readonly instant: TypedInstant
  readonly parties: readonly PartyOfTime[]
}

/** What the typed time means where each party lives. What is in the night is also said to those who do not see the page. */
export function TypedTimes({ time, instant, parties }: Props) {
  const t = useTranslations('meetings.time')
  const language = useLanguage()
  const title = useId()
  const startsAt = 'startsAt' in instant ? instant.startsAt : null
  const zones = parties.map(({ timeZone }) => timeZone)
  const hours = startsAt === null ? [] : localHours(startsAt, time.durationMinutes, time.timeZone, zones)
  const told = hours.flatMap((local, index) => {
    const party = parties[index]
    return party === undefined ? [] : [{ party, local }]
  })
  return (
    <div className="grid gap-2">
      {told.length > 0 && (
        <div>
          <p className="small-caps mb-1" id={title}>
            {t('local')}
          </p>
          <ul className="grid gap-1" aria-labelledby={title}>
            {told.map(({ party, local }) => (
              <li key={party.id}>
                <bdi className="font-medium">{party.shortName}</bdi>{' '}
                <Span local={local} ends={time.durationMinutes > 0} /> <Marks local={local} />
                {zoneNameAt(local.startsAt, party.timeZone, language) !== party.timeZone && (
                  <span className="text-sm text-soft">{zoneLabel(party.timeZone)}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status" className={told.some(({ local }) => local.night) ? 'font-medium' : 'text-sm text-soft'}>
        {sentence(instant, told, t, language)}
      </p>
    </div>
  )
}

function Span({ local: { startsAt, endsAt, timeZone }, ends }: { local: LocalHours; ends: boolean }) {
  return ends ? (
    <TimeSpan from={startsAt} to={endsAt} zone={timeZone} shape="moment" />
  ) : (
    <Time instant={startsAt} zone={timeZone} />
  )
}

function Marks({ local: { night, dayDifference } }: { local: LocalHours }) {
  const t = useTranslations('meetings.time')
  return (
    <>
      {dayDifference !== 0 && (
        <>· {dayDifference > 0 ? t('dayAfter', { days: dayDifference }) : t('dayBefore', { days: -dayDifference })} </>
      )}
      {night && (
        <>
          ·{' '}
          <strong className="whitespace-nowrap font-medium">
            <Moon className="inline-block align-[-0.15em]" aria-hidden /> {t('inTheNight')}
          </strong>{' '}
        </>
      )}
    </>
  )
}

type Told = readonly { readonly party: PartyOfTime; readonly local: LocalHours }[]

type Translate = ReturnType<typeof useTranslations<'meetings.time'>>

function sentence(instant: TypedInstant, told: Told, t: Translate, language: Language): string {
  if (instant.is === 'skipped') return t('skipped')
  if (told.length === 0) return ''
  const late = told.filter(({ local }) => local.night)
  if (late.length === 0) return t('day')
  return t('night', {
    parties: late.map(({ party, local }) => `${party.shortName}: ${nightOf(local, t, language)}`).join('; '),
  })
}

/** When it begins in the night; until when it goes on into it. */
function nightOf({ clock, endClock, nightAtStart }: LocalHours, t: Translate, language: Language): string {
  return nightAtStart ? formatClock(clock, language) : t('until', { time: formatClock(endClock, language) })
}
