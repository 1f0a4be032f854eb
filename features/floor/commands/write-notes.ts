import type { Viewer } from '#lib/db/viewer.ts'
import { notesOf } from '#store/meeting/notes.ts'
import { perform } from '#store/perform.ts'
import type { NotesInput } from '../schema.ts'

/**
 * Writes the notes of an item; answers their version after it. Whoever wrote on an older version gets what stands now along with the refusal
 * (`notes-changed`). Further refusals: `no-such-item`, `record-full`, `notes-full`, and those of the rule.
 */
export function writeNotes(viewer: Viewer, meetingId: string, itemId: string, { notes, notesVersion }: NotesInput) {
  return perform(viewer, notesOf(meetingId, itemId), () => ({ text: notes, seen: notesVersion }), {
    answer: (held, [written]) => ({ notesVersion: (written?.notes ?? held.notes).version }),
  })
}
