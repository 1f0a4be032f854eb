/**
 * What of a meeting's conclusions is open to somebody who sees what was written from an instant on (`seesSince`,
 * domain/meeting/participant): whoever was installed later, and a party that joined when the others knew of the meeting.
 */
import type { BareConclusion, ConclusionKind } from './conclusion.ts'

/** When a version was written, and when it was put; null: it was not. */
export interface VersionDates {
  readonly at: Date
  readonly putting: { readonly at: Date } | null
}

/** When a conclusion was begun, and its current version; null: it is a divergence. */
export interface ConclusionDates {
  readonly kind: ConclusionKind
  readonly begunAt: Date
  readonly current: VersionDates | null
}

/** When a meeting was opened; null: it was not. */
export interface MeetingOpening {
  readonly openedAt: Date | null
}

/** A version is open that was written since, or put since: then it was laid before them. */
export function isVersionOpenSince({ at, putting }: VersionDates, since: Date): boolean {
  return at.getTime() >= since.getTime() || (putting !== null && putting.at.getTime() >= since.getTime())
}

/** By its current version; a divergence by when it was recorded; minutes for whoever saw the meeting from its opening. */
export function isWrittenSince(
  { kind, begunAt, current }: ConclusionDates,
  since: Date,
  held: MeetingOpening,
): boolean {
  if (kind === 'record') return sawItHeld(since, held)
  return current === null ? begunAt.getTime() >= since.getTime() : isVersionOpenSince(current, since)
}

/** Whether a conclusion is open to somebody who sees what was written from an instant on. */
export function isOpenSince(conclusion: BareConclusion, since: Date, held: MeetingOpening): boolean {
  const { kind } = conclusion
  return conclusion.state === 'recorded'
    ? isWrittenSince({ kind, begunAt: conclusion.recordedAt, current: null }, since, held)
    : isWrittenSince({ kind, begunAt: conclusion.current.at, current: conclusion.current }, since, held)
}

/** Whether nothing that was said or decided in a meeting is older: nothing is before it is opened. */
export function sawItHeld(since: Date | null, { openedAt }: MeetingOpening): boolean {
  return since === null || (openedAt !== null && since.getTime() <= openedAt.getTime())
}
