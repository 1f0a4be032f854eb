import { seesContents } from '#domain/access.ts'
import { decideNotes as decide, type ItemNotes } from '#domain/meeting/notes.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { onMeeting } from '#store/meeting/act.ts'
import { append } from '#store/record/append.ts'
import { roomIn } from '#store/record/room.ts'
import { standingMinutes } from '#store/record/standing-minutes.ts'
import { letWait } from '#store/record/tell-notes.ts'
import type { Pen } from '#store/record/waiting-notes.ts'
import type { NotesInput } from '../schema.ts'

/** The notes as they stand after writing. */
export interface NotesWritten {
  readonly notesVersion: number
}

/**
 * Writes the notes of an item. They are saved at once and told in the record later, once for many saves of one pen
 * (store/record/waiting-notes.ts); what another pen wrote is told before. Whoever wrote on an older version gets what stands
 * now along with the refusal (`notes-changed`). Further refusals: `no-such-item`, `record-full`, `notes-full`, and those of
 * the rule.
 */
export function writeNotes(
  viewer: Viewer,
  meetingId: string,
  itemId: string,
  { notes, notesVersion }: NotesInput,
): Promise<NotesWritten | Refusal> {
  return onMeeting(viewer, meetingId, async ({ tx, scope, meeting, now }) => {
    // A refusal may show what was written: it is for those alone who see the contents.
    if (!seesContents(scope.sight)) return notEntitled
    const item = await tx.agendaItem.findFirst({
      where: { id: itemId, meetingId: scope.meetingId },
      select: { notes: true, notesVersion: true, penId: true, penPartyId: true },
    })
    if (item === null) return { refused: 'no-such-item' }
    const { meetingId: of } = scope
    const recordStands = (await tx.conclusion.count({ where: { meetingId: of, ...standingMinutes } })) > 0
    const current: ItemNotes = { text: item.notes, version: item.notesVersion }
    const after = decide(meeting, scope.inMeeting, current, notes, {
      seen: notesVersion,
      recordStands,
      others: await lengthOfOthers(tx, scope.meetingId, itemId),
    })
    if (isRefusal(after)) return after
    if (after === current) return { notesVersion: current.version }
    const full = await roomIn(tx, scope.meetingId, 'notes')
    if (full !== null) return full
    const pen: Pen = { penId: viewer.personId, penPartyId: scope.inMeeting.party?.partyId ?? null }
    if (item.penId !== null && (item.penId !== pen.penId || item.penPartyId !== pen.penPartyId))
      await append(tx, scope, [], now)
    const { count } = await tx.agendaItem.updateMany({
      where: { id: itemId, notesVersion: current.version },
      data: { notes: after.text, notesVersion: after.version, ...pen },
    })
    if (count !== 1) throw new Error('The notes of an item of a locked meeting have another version than decided on.')
    await letWait(tx, scope, now)
    return { notesVersion: after.version }
  })
}

/** How long the notes of the other items of the meeting are together. */
async function lengthOfOthers(tx: Tx, meetingId: string, itemId: string): Promise<number> {
  const [others] = await tx.$queryRaw<{ length: number }[]>(Prisma.sql`
    SELECT COALESCE(sum(length(notes)), 0)::int AS length FROM "AgendaItem"
    WHERE "meetingId" = ${meetingId}::uuid AND id <> ${itemId}::uuid`)
  return others?.length ?? 0
}
