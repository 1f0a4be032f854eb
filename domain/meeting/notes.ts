/** What the rapporteur writes under an item: one text, written by one hand at a time. */

import { notEntitled, type Refusal } from '../refusal.ts'
import type { Meeting } from './meeting.ts'
import type { Participant } from './participant.ts'
import { mayKeepRecord } from './rights.ts'

/** The notes of one item, with the number that rises with each change. */
export interface ItemNotes {
  readonly text: string
  readonly version: number
}

/** The most that the notes of one item hold, in UTF-16 units. */
export const longestNotes = 20_000

/** The most that the notes of all items of one meeting hold together, in UTF-16 units: they have to fit into its minutes. */
export const longestNotesTogether = 500_000

/** Somebody else wrote meanwhile; what they wrote comes along, so that nothing that was typed is lost. */
export interface NotesChanged extends Refusal<'notes-changed'> {
  readonly notes: string
  readonly notesVersion: number
}

export type NotesRefusal =
  | NotesChanged
  /** Notes are written from the opening on, until the record is put for agreement: from then on it stands still. */
  | Refusal<'not-entitled' | 'meeting-not-opened' | 'record-stands'>
  /** With them the notes of the meeting would be too long together. */
  | (Refusal<'notes-full'> & { readonly limit: number })

/** What else the rule needs to know. */
export interface NotesContext {
  /** The version that the writer had before them. */
  readonly seen: number
  /** The record is put to its parties, or agreed. */
  readonly recordStands: boolean
  /** How long the notes of the other items are together, in UTF-16 units. */
  readonly others: number
}

/** The notes after somebody wrote them, or why not. The same words again change nothing. */
export function decideNotes(
  meeting: Meeting,
  by: Participant,
  current: ItemNotes,
  text: string,
  { seen, recordStands, others }: NotesContext,
): ItemNotes | NotesRefusal {
  if (!mayKeepRecord(by, meeting)) return notEntitled
  if (recordStands || meeting.state === 'agreed') return { refused: 'record-stands' }
  if (meeting.state !== 'open' && meeting.state !== 'closed') return { refused: 'meeting-not-opened' }
  if (text === current.text) return current
  if (seen !== current.version) {
    return { refused: 'notes-changed', notes: current.text, notesVersion: current.version }
  }
  const grows = text.length > current.text.length
  if (grows && others + text.length > longestNotesTogether)
    return { refused: 'notes-full', limit: longestNotesTogether }
  return { text, version: current.version + 1 }
}
