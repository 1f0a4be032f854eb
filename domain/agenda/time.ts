/** The arithmetic of rule 3: what an agenda needs, when each item starts, and what to do when it does not fit. */
import type { MeetingKind } from '../meeting/meeting.ts'
import type { Agenda, AgendaItem } from './agenda.ts'

/** The table around which the items are talked about. */
export interface SpeakingParties {
  readonly kind: MeetingKind
  /** How many parties sit at it. */
  readonly parties: number
}

/** When an item begins, and how many minutes it has with the statements of the parties (rule 3). */
export interface ItemTime {
  readonly itemId: string
  readonly startsAt: Date
  /** Minutes that the item needs. */
  readonly minutes: number
}

/** A way to make room, with the minutes that it frees. */
export interface RoomMaker {
  readonly itemId: string
  readonly way: 'move-to-bilaterals' | 'move-to-next-meeting' | 'drop'
  readonly frees: number
}

/** Whether an agenda fits its meeting, in minutes. */
export interface Fit {
  readonly needed: number
  readonly available: number
  /** 0 when it fits. */
  readonly overBy: number
  /** A choice of items that makes room, none of them superfluous, the last on the agenda first; empty when it fits. */
  readonly proposals: readonly RoomMaker[]
}

/**
 * Minutes that one item needs: in a multilateral, statements of all parties and the deliberation after them (rule 3). Matters of
 * procedure are settled without a round of statements: they need their own minutes alone.
 */
export function minutesNeeded(
  item: Pick<AgendaItem, 'kind' | 'minutes'>,
  { statementMinutes }: Pick<Agenda, 'statementMinutes'>,
  { kind, parties }: SpeakingParties,
): number {
  const statements = kind === 'multilateral' && item.kind !== 'procedure' ? parties * statementMinutes : 0
  return statements + item.minutes
}

/** Each item starts when the one before it ends. */
export function itemTimes(agenda: Agenda, table: SpeakingParties, startsAt: Date): readonly ItemTime[] {
  let start = startsAt.getTime()
  return agenda.items.map((item) => {
    const minutes = minutesNeeded(item, agenda, table)
    const time = { itemId: item.id, startsAt: new Date(start), minutes }
    start += minutes * 60_000
    return time
  })
}

/** Compares what an agenda needs with the minutes of its meeting. */
export function fitOf(agenda: Agenda, table: SpeakingParties, available: number): Fit {
  const needed = agenda.items.reduce((sum, item) => sum + minutesNeeded(item, agenda, table), 0)
  const overBy = Math.max(0, needed - available)
  return { needed, available, overBy, proposals: overBy === 0 ? [] : roomFor(overBy, agenda, table) }
}

/** Moving comes before dropping, later items before earlier ones; what turns out not to be needed is left alone. */
function roomFor(overBy: number, agenda: Agenda, table: SpeakingParties): readonly RoomMaker[] {
  const candidates = agenda.items
    .filter((item) => !item.taken)
    .map((item) => ({ itemId: item.id, way: wayOut(item, table.kind), frees: minutesNeeded(item, agenda, table) }))
    .toReversed()
    .sort((one, other) => Number(one.way === 'drop') - Number(other.way === 'drop'))
  const chosen: RoomMaker[] = []
  for (const candidate of candidates) {
    if (freed(chosen) < overBy) chosen.push(candidate)
  }
  return chosen.reduce<readonly RoomMaker[]>((kept, candidate) => {
    const without = kept.filter((other) => other !== candidate)
    return freed(without) >= overBy ? without : kept
  }, chosen)
}

/** A resolution is nothing without the large table, and procedure nothing elsewhere: those are dropped, not moved. */
function wayOut(item: AgendaItem, kind: MeetingKind): RoomMaker['way'] {
  if (item.kind === 'procedure' || item.kind === 'resolution') return 'drop'
  return kind === 'multilateral' ? 'move-to-bilaterals' : 'move-to-next-meeting'
}

function freed(chosen: readonly RoomMaker[]): number {
  return chosen.reduce((sum, { frees }) => sum + frees, 0)
}
