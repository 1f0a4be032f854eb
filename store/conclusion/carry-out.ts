import type { Conclusion, ConclusionKind } from '#domain/conclusion/conclusion.ts'
import type { RecordedUpTo } from '#domain/conclusion/content.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { ItemRef } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { append } from '#store/record/append.ts'
import { findDisagreeing, type InRows } from './agreement-of-rows.ts'
import type { Loaded } from './load.ts'
import { entriesOf } from './record-entry.ts'
import { saveConclusionEvents } from './save.ts'

/** A conclusion to which something happens: where it lies, and what its meeting's record calls it. */
export interface Subject {
  readonly id: string
  readonly kind: ConclusionKind
  readonly title: string
  readonly groupId: string
  readonly meetingId: string
  readonly item: ItemRef | null
  /** Of minutes: the entry up to which they go; null for every other kind. */
  readonly chainHead: RecordedUpTo | null
  /** As its rows have it, under its lock; null: it begins with this act. */
  readonly conclusion: Conclusion | null
}

/** Whoever acts, and the party for which they sit. */
export interface By {
  readonly personId: string
  readonly partyId: string | null
}

/** A loaded conclusion as something to which something happens. */
export function subjectOf({ conclusion, rows }: Loaded): Subject {
  const { id, groupId, meetingId, item, title } = rows
  const chainHead = conclusion.kind === 'divergence' ? null : conclusion.current.chainHead
  return { id, kind: conclusion.kind, title, groupId, meetingId, item, chainHead, conclusion }
}

/** What is done of what `decide` returned. */
interface CarriedOut {
  /** The conclusions to which nothing happened, because their rows disagree with their record. */
  readonly stopped: ReadonlySet<string>
}

/**
 * Makes what `decide` returned come true: writes the rows, then the record of each meeting concerned. The conclusions are
 * locked, and so is the meeting of the first of them. `by` is null for the clock's acts and for what follows from a
 * departure.
 *
 * Nothing is decided on rows that say otherwise than the record (SECURITY.md, attack 56). Somebody's act is then not done at all;
 * of the clock's acts, and of what follows from a departure, what concerns the other conclusions is.
 *
 * @param subjects every conclusion that an event names: the one acted on, and the older one that it supersedes.
 * @param along what the act takes along, once nothing stands in its way.
 */
export async function carryOut(
  tx: Tx,
  by: By | null,
  subjects: readonly Subject[],
  decided: readonly ConclusionEvent[],
  { at, along }: { readonly at: Date; readonly along?: () => Promise<void> },
): Promise<CarriedOut> {
  const stopped = await findDisagreeing(tx, decidedOn(subjects, decided))
  if (stopped.size > 0 && by !== null) return { stopped }
  const events = decided.filter(({ conclusionId }) => !stopped.has(conclusionId))
  if (events.length === 0) return { stopped }
  await along?.()
  for (const subject of subjects) {
    const own = events.filter((event) => event.conclusionId === subject.id)
    const { groupId, meetingId, item } = subject
    await saveConclusionEvents(tx, { groupId, meetingId, itemId: item?.id ?? null }, own)
  }
  // One order for everybody, should two acts ever write two records crosswise.
  const entries = await entriesOf(tx, by, subjects, events)
  for (const meetingId of [...entries.keys()].sort()) {
    const subject = subjects.find((one) => one.meetingId === meetingId)
    if (subject !== undefined) await append(tx, subject, entries.get(meetingId) ?? [], at)
  }
  return { stopped }
}

/** Those on whose state something is decided. What is only written, a new version or a side's own words, binds nobody yet. */
function decidedOn(subjects: readonly Subject[], events: readonly ConclusionEvent[]): readonly InRows[] {
  const decided = events.filter(({ type }) => type !== 'revised' && type !== 'words-written')
  return subjects.flatMap(({ id, conclusion, meetingId }) => {
    const concerned = decided.some((event) => event.conclusionId === id || restsOn(event, id))
    return conclusion !== null && concerned ? { conclusion, meetingId } : []
  })
}

function restsOn(event: ConclusionEvent, id: string): boolean {
  return event.type === 'divergence-recorded' && event.originId === id
}
