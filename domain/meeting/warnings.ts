/** What is worth saying before an act that is nevertheless allowed. The act records what was warned about. */
import { activeParties, type Meeting, type MeetingIn, officerOf } from './meeting.ts'

export type Warning =
  /** Nobody knows what will be talked about. */
  | { readonly warning: 'empty-agenda' }
  /** A study session in which nobody is named: nobody could decide on a conclusion. */
  | { readonly warning: 'no-participants' }
  /** A multilateral whose chair is still to be appointed; it cannot be opened so. */
  | { readonly warning: 'no-chair' }
  /** Opened ahead of its time, by so many minutes. */
  | { readonly warning: 'before-its-time'; readonly minutes: number }
  /** Assignments that are not done (M1). */
  | { readonly warning: 'homework-open'; readonly done: number; readonly assigned: number }
  /** Rule 15: a multilateral with fewer than three parties goes on, but adopts no resolution. */
  | { readonly warning: 'no-resolutions'; readonly parties: number }

/** What is known about the preparation of a meeting, counted elsewhere. */
export interface Preparedness {
  readonly agendaItems: number
  readonly homework: { readonly done: number; readonly assigned: number }
}

/** Minutes ahead of its time from which an opening is called early: people come a little before. */
const early = 15

/** What to say about scheduling a meeting now. */
export function schedulingWarnings(meeting: Meeting, agendaItems: number): readonly Warning[] {
  const warnings: Warning[] = []
  if (agendaItems === 0) warnings.push({ warning: 'empty-agenda' })
  if (meeting.kind === 'study' && meeting.seats.length === 0) warnings.push({ warning: 'no-participants' })
  if (meeting.kind === 'multilateral' && officerOf(meeting, 'chair') === null) warnings.push({ warning: 'no-chair' })
  return warnings
}

/** What to say about opening a meeting now. */
export function openingWarnings(
  meeting: MeetingIn<'scheduled'>,
  { agendaItems, homework }: Preparedness,
  now: Date,
): readonly Warning[] {
  const warnings: Warning[] = []
  const parties = activeParties(meeting).length
  const minutes = Math.ceil((meeting.slot.startsAt.getTime() - now.getTime()) / 60_000)
  if (minutes > early) warnings.push({ warning: 'before-its-time', minutes })
  if (agendaItems === 0) warnings.push({ warning: 'empty-agenda' })
  if (meeting.kind === 'study' && meeting.seats.length === 0) warnings.push({ warning: 'no-participants' })
  if (meeting.kind === 'multilateral' && parties < 3) warnings.push({ warning: 'no-resolutions', parties })
  if (homework.done < homework.assigned) warnings.push({ warning: 'homework-open', ...homework })
  return warnings
}
