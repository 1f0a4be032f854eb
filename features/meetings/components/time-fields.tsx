'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateField } from '#components/forms/date-field.tsx'
import type { FormRefusal } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { NumberField } from '#components/forms/number-field.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { TimeField } from '#components/forms/time-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import { typedInstant } from '#domain/meeting/local-hours.ts'
import type { Fold } from '#domain/zoned-time.ts'
import type { TimeInput } from '../schema.ts'
import { type Room, RoomForAgenda } from './room-for-agenda.tsx'
import { type PartyOfTime, TypedTimes, typedTime, useTyped } from './typed-times.tsx'

/** A time as the fields hold it; all but the zone may be empty. */
export interface TimeDraft {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** `HH:MM` */
  readonly clock: string
  readonly timeZone: string
  readonly durationMinutes: number | null
  /** Which of the two is meant, where the clocks are set back over this time; null: it comes once. */
  readonly fold: Fold | null
}

type Props = {
  readonly initial: TimeDraft
  readonly required: boolean
  readonly question: TwiceQuestion
  /** Whose local times are told, by what else stands in the form. */
  readonly partiesIn: (data: FormData) => readonly PartyOfTime[]
  /** What is to have room in it. */
  readonly room?: Room | undefined
}

/**
 * Whether the server asked which of two times is meant, because the clocks are set back over it. A browser that knows the zone asks
 * by itself, while the time is being typed.
 */
export interface TwiceQuestion {
  readonly isAsked: boolean
  /** Another time stands there: what the server asked about is gone. */
  readonly timeChanged: () => void
  /** Asks when the answer to what was sent says so. */
  readonly heed: (refusals: readonly FormRefusal[]) => void
}

/** `fold`: of the time that stands there at first. */
export function useTwiceQuestion(fold: Fold | null): TwiceQuestion {
  const [isAsked, setAsked] = useState(fold !== null)
  return {
    isAsked,
    timeChanged: () => setAsked(false),
    heed: (refusals) => refusals.some(({ field }) => field === 'fold') && setAsked(true),
  }
}

/** Date, wall time, zone and duration, in the order in which people say them. */
export function TimeFields({ initial, required, question, partiesIn, room }: Props) {
  const t = useTranslations('meetings.time')
  const { at, typed } = useTyped((data) => ({ time: typedTime(data), parties: partiesIn(data) }))
  const instant = typed === null ? null : typedInstant(typed.time)
  const twice = instant?.is === 'twice' || instant?.is === 'chosen'
  return (
    <>
      <div className="contents" onInput={question.timeChanged}>
        <ZoneField
          name="timeZone"
          label={t('zone')}
          description={t('zoneHint')}
          defaultValue={initial.timeZone}
          required
        />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-5" onInput={question.timeChanged}>
        <DateField name="date" label={t('date')} defaultValue={initial.date} required={required} />
        <TimeField name="clock" label={t('clock')} defaultValue={initial.clock} required={required} />
        <NumberField
          key={initial.durationMinutes}
          name="durationMinutes"
          label={t('duration')}
          unit={t('minutes')}
          defaultValue={initial.durationMinutes ?? ''}
          required={required}
        />
      </div>
      {typed !== null && room !== undefined && (
        <RoomForAgenda room={room} minutes={typed.time.durationMinutes} parties={typed.parties.length} />
      )}
      {(twice || question.isAsked) && (
        <RadioGroup
          name="fold"
          label={t('fold')}
          description={t('foldHint')}
          required
          {...(initial.fold !== null && { defaultValue: initial.fold })}
          choices={[
            { value: 'earlier', label: t('earlier') },
            { value: 'later', label: t('later') },
          ]}
        />
      )}
      <div ref={at}>
        {typed !== null && instant !== null && (
          <TypedTimes time={typed.time} instant={instant} parties={typed.parties} />
        )}
      </div>
    </>
  )
}

/** The time that was typed; undefined when no date was. */
export function timeIn(data: FormData): TimeInput | undefined {
  return textIn(data, 'date') === '' ? undefined : timeTyped(data)
}

/** The time that was typed into required fields. */
export function timeTyped(data: FormData): TimeInput {
  const text = (name: string) => textIn(data, name)
  const fold = text('fold')
  return {
    wall: `${text('date')}T${text('clock')}`,
    timeZone: text('timeZone'),
    durationMinutes: Number(text('durationMinutes')),
    ...(fold === 'earlier' || fold === 'later' ? { fold } : {}),
  }
}
