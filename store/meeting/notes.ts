import { seesContents } from '#domain/access.ts'
import { decideNotes as decide, type ItemNotes, type NotesRefusal } from '#domain/meeting/notes.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Target } from '#store/perform.ts'
import { append } from '#store/record/append.ts'
import { roomIn } from '#store/record/room.ts'
import { standingMinutes } from '#store/record/standing-minutes.ts'
import { letWait } from '#store/record/tell-notes.ts'
import type { Pen } from '#store/record/waiting-notes.ts'
import { tellsNothing } from '#store/telling.ts'
import { loadOn, type OnMeeting } from './acts.ts'

/** The notes of an item as somebody wrote them. */
export interface Writing {
  readonly text: string
  /** The version that the writer had before them. */
  readonly seen: number
}

/** The notes of one item under the lock on its meeting. */
export interface HeldNotes extends OnMeeting {
  readonly notes: ItemNotes
  /** Whose notes wait to be told. */
  readonly waiting: { readonly penId: string | null; readonly penPartyId: string | null }
  readonly recordStands: boolean
  /** How long the notes of the other items of the meeting are together. */
  readonly others: number
}

interface Written {
  readonly type: 'notes-written'
  readonly notes: ItemNotes
}

/**
 * The notes of an item. They are saved at once and told in the record later, once for many saves of one pen
 * (store/record/waiting-notes.ts); what another pen wrote is told before.
 */
export function notesOf(
  meetingId: string,
  itemId: string,
): Target<Viewer, HeldNotes, Writing, Written, NotesRefusal | Refusal<'no-such-item'> | RecordFull> {
  return {
    load: async (act, viewer) => {
      const held = await loadOn(act, viewer, meetingId)
      if (held === null) return null
      // A refusal may show what was written: it is for those alone who see the contents.
      if (!seesContents(held.scope.sight)) return notEntitled
      const item = await act.tx.agendaItem.findFirst({
        where: { id: itemId, meetingId },
        select: { notes: true, notesVersion: true, penId: true, penPartyId: true },
      })
      if (item === null) return { refused: 'no-such-item' }
      const { notes: text, notesVersion: version, ...waiting } = item
      const recordStands = (await act.tx.conclusion.count({ where: { meetingId, ...standingMinutes } })) > 0
      return {
        ...held,
        notes: { text, version },
        waiting,
        recordStands,
        others: await lengthOfOthers(act.tx, meetingId, itemId),
      }
    },
    decide: ({ meeting, scope, notes, recordStands, others }, { text, seen }) => {
      const after = decide(meeting, scope.inMeeting, notes, text, { seen, recordStands, others })
      if (isRefusal(after)) return after
      return after === notes ? [] : [{ type: 'notes-written', notes: after }]
    },
    admit: async ({ act }, events) => (events.length === 0 ? null : await roomIn(act.tx, meetingId, 'notes')) ?? events,
    save: async ({ act: { tx, now }, scope, notes: before, waiting }, events) => {
      const pen: Pen = { penId: scope.standing.personId, penPartyId: scope.inMeeting.party?.partyId ?? null }
      if (waiting.penId !== null && (waiting.penId !== pen.penId || waiting.penPartyId !== pen.penPartyId))
        await append(tx, scope, [], now)
      for (const { notes } of events) {
        const { count } = await tx.agendaItem.updateMany({
          where: { id: itemId, notesVersion: before.version },
          data: { notes: notes.text, notesVersion: notes.version, ...pen },
        })
        if (count !== 1)
          throw new Error('The notes of an item of a locked meeting have another version than decided on.')
      }
      await letWait(tx, scope, now)
    },
    tell: ({ type }) => {
      switch (type) {
        case 'notes-written':
          // The record tells them once the pen rests (store/record/tell-notes.ts).
          return tellsNothing
        default:
          return type satisfies never
      }
    },
  }
}

async function lengthOfOthers(tx: Tx, meetingId: string, itemId: string): Promise<number> {
  const [others] = await tx.$queryRaw<{ length: number }[]>(Prisma.sql`
    SELECT COALESCE(sum(length(notes)), 0)::int AS length FROM "AgendaItem"
    WHERE "meetingId" = ${meetingId}::uuid AND id <> ${itemId}::uuid`)
  return others?.length ?? 0
}
