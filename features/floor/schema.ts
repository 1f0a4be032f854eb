import { z } from 'zod'
import { longestNotes } from '#domain/meeting/notes.ts'
import { wording } from '#lib/api/fields.ts'

/** Who comes; without a name it is oneself. */
export const presence = z.strictObject({ personId: z.uuid().optional() })

export const currentItem = z.strictObject({ itemId: z.uuid() })

/** The notes of an item, written on the version that the writer had before them. */
export const notes = z.strictObject({
  notes: wording(longestNotes),
  notesVersion: z.int().min(0),
})

export type NotesInput = z.output<typeof notes>
