import type { ConclusionKind } from '#domain/conclusion/conclusion.ts'
import type { ChainHead } from '#domain/conclusion/content.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { ItemRef } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { append } from '#lib/record/append.ts'
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
  readonly chainHead: ChainHead | null
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
  return { id, kind: conclusion.kind, title, groupId, meetingId, item, chainHead }
}

/**
 * Makes what `decide` returned come true: writes the rows, then the record of each meeting concerned. The conclusions are
 * locked, and so is the meeting of the first of them. `by` is null for the clock's acts and for what follows from a
 * departure.
 *
 * @param subjects every conclusion that an event names: the one acted on, and the older one that it supersedes.
 */
export async function carryOut(
  tx: Tx,
  by: By | null,
  subjects: readonly Subject[],
  events: readonly ConclusionEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return
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
}
