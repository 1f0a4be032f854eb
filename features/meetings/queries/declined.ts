import { minutesNeeded } from '#domain/agenda/time.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { ProvenMeeting } from '#store/access/meeting.ts'
import { loadAgenda } from '#store/agenda/rows.ts'

/** A declined proposal, as another time for the same meeting begins. */
export interface DeclinedView {
  readonly id: string
  readonly title: string
  readonly aim: string
  readonly place: string
  readonly link: string
  /** Minutes. */
  readonly duration: number | null
  /** Minutes that its agenda needs. */
  readonly needed: number
  /** What stands on its agenda, in its order. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly minutes: number }[]
}

/** Null: it is no declined proposal, or its contents are not the viewer's. Two statements. */
export async function findDeclined(tx: Tx, scope: ProvenMeeting): Promise<DeclinedView | null> {
  if (!scope.declined || scope.sight !== 'contents') return null
  const { meetingId: id, durationMinutes: duration } = scope
  const about = await tx.meeting.findUniqueOrThrow({
    where: { id },
    select: { title: true, aim: true, place: true, link: true },
  })
  const agenda = await loadAgenda(tx, scope)
  const table = { kind: scope.meeting.kind, parties: scope.parties.length }
  return {
    ...about,
    id,
    duration,
    needed: agenda.items.reduce((sum, item) => sum + minutesNeeded(item, agenda, table), 0),
    items: agenda.items.map(({ id: itemId, title, minutes }) => ({ id: itemId, title, minutes })),
  }
}
