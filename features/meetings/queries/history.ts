import type { RecordEntry } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { type PlanChange, planningEntries } from '../views/plan.ts'

type PlanningEntry = Extract<RecordEntry, { readonly kind: (typeof planningEntries)[number] }>

/** The latest changes of the plan, the youngest first, at most 30; one statement. For those who see the contents, as far as they do. */
export async function findPlanChanges(tx: Tx, { meetingId, since }: MeetingScope): Promise<readonly PlanChange[]> {
  const rows = await tx.recordEntry.findMany({
    where: { meetingId, kind: { in: [...planningEntries] }, payload: { not: null }, at: { gte: since ?? new Date(0) } },
    orderBy: { sequence: 'desc' },
    take: 30,
    select: { sequence: true, at: true, payload: true },
  })
  return rows.map(({ sequence, at, payload }) => {
    const entry = JSON.parse(payload ?? 'null') as PlanningEntry
    const { person, party } = entry.by
    const by = { person: person.name, party: party?.name ?? null }
    return { sequence, at: at.toISOString(), kind: kindOf(entry), by, slot: slotOf(entry), words: wordsOf(entry) }
  })
}

/** A proposal that is declined is not held either, and yet nobody cancels it. */
function kindOf(entry: PlanningEntry): PlanChange['kind'] {
  return entry.kind === 'cancelled' && entry.because === 'declined' ? 'declined' : entry.kind
}

function slotOf(entry: PlanningEntry): PlanChange['slot'] {
  const slot = timeIn(entry)
  return slot === null ? null : { startsAt: slot.startsAt, timeZone: slot.timeZone }
}

function timeIn(entry: PlanningEntry): PlanChange['slot'] {
  switch (entry.kind) {
    case 'proposed':
    case 'time-offered':
    case 'scheduled':
      return entry.slot
    case 'rescheduled':
      return entry.to
    default:
      return null
  }
}

function wordsOf(entry: PlanningEntry): string {
  switch (entry.kind) {
    case 'proposed':
    case 'time-offered':
      return entry.message
    case 'offer-declined':
    case 'rescheduled':
    case 'cancelled':
      return entry.reason
    case 'venue-changed':
      return [entry.to.place, entry.to.link].filter((text) => text !== '').join(' · ')
    case 'description-changed':
      return entry.to.title
    case 'resolution-limit-changed':
      return `${entry.from} → ${entry.to}: ${entry.reason}`
    case 'parties-changed':
      return [...entry.added.map(({ name }) => `+ ${name}`), ...entry.removed.map(({ name }) => `− ${name}`)].join(', ')
    case 'party-left':
    case 'earlier-opened':
    case 'earlier-closed':
      return entry.party.name
    case 'scheduled':
    case 'offer-withdrawn':
      return ''
    default:
      return entry satisfies never
  }
}
