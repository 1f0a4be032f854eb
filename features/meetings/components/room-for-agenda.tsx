'use client'
import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** What is to have room in the time that is being typed, in minutes: an agenda, or what every item of a multilateral will need (rule 3). */
export type Room = { readonly agenda: number } | { readonly statementOfEach: number }

type Props = {
  readonly room: Room
  /** How long the meeting is, as it stands in the field; 0: not said yet. */
  readonly minutes: number
  /** How many parties take part, as far as they are chosen. */
  readonly parties: number
}

/** Whether the agenda has room in the typed time: its minutes against those of the meeting. */
export function RoomForAgenda({ room, minutes, parties }: Props) {
  const t = useTranslations('meetings.time')
  if ('statementOfEach' in room) {
    const { statementOfEach: each } = room
    return parties === 0 ? null : (
      <p className="text-sm text-soft">{t('statements', { parties, each, minutes: parties * each })}</p>
    )
  }
  const { agenda: needed } = room
  if (needed === 0) return null
  const over = minutes > 0 ? needed - minutes : 0
  const Mark = over > 0 ? TriangleAlert : Check
  return (
    // Heard when it changes: the field that it is about is where one types.
    <p role="status" className={over > 0 ? 'font-medium text-warning' : 'text-sm text-soft'}>
      <Mark className="inline-block align-[-0.15em]" aria-hidden />{' '}
      {minutes === 0
        ? t('roomNeeded', { needed })
        : over > 0
          ? t('roomOver', { needed, minutes, over })
          : t('room', { needed, minutes })}
    </p>
  )
}
