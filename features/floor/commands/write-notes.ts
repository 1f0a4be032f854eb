import { seesContents } from '#domain/access.ts'
import { writeNotes as decide, type Notes } from '#domain/meeting/notes.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { onMeeting } from '#lib/meeting/act.ts'
import { actorIn } from '#lib/meeting/record-events.ts'
import { append } from '#lib/record/append.ts'
import type { NotesInput } from '../schema.ts'

/** The notes as they stand after writing. */
export interface NotesWritten {
  readonly notesVersion: number
}

/**
 * Writes the notes of an item. Whoever wrote on an older version gets what stands now along with the refusal
 * (`notes-changed`). Further refusals: `no-such-item`, and those of the rule.
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
      select: { id: true, title: true, notes: true, notesVersion: true },
    })
    if (item === null) return { refused: 'no-such-item' }
    const put = { meetingId: scope.meetingId, kind: 'record', state: { in: ['put', 'ad-referendum', 'adopted'] } }
    const recordStands = (await tx.conclusion.count({ where: put })) > 0
    const current: Notes = { text: item.notes, version: item.notesVersion }
    const after = decide(meeting, scope.inMeeting, current, notes, { seen: notesVersion, recordStands })
    if (isRefusal(after)) return after
    if (after === current) return { notesVersion: current.version }
    const { count } = await tx.agendaItem.updateMany({
      where: { id: itemId, notesVersion: current.version },
      data: { notes: after.text, notesVersion: after.version },
    })
    if (count !== 1) throw new Error('The notes of an item of a locked meeting have another version than decided on.')
    const by = await actorIn(tx, scope)
    const { id, title } = item
    await append(tx, scope, [{ kind: 'note-written', by, item: { id, title }, text: after.text }], now)
    return { notesVersion: after.version }
  })
}
