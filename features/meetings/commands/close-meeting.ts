import { randomUUIDv7 } from 'node:crypto'
import type { Disposition } from '#domain/carry-over.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import { activeParties } from '#domain/meeting/meeting.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import { Prisma } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Act, happen, onMeeting } from '#store/meeting/act.ts'
import { holdPartiesOf } from '#store/party/hold.ts'
import { findCarriers, findOpenThings, maySeeToClosing } from '../queries/closing.ts'
import type { Closing } from '../schema.ts'
import { carryOver } from './carry-over.ts'
import { insertMeeting } from './create-meeting.ts'
import { withNames } from './party-names.ts'
import { type Next, takenUp, targetsOf } from './take-up.ts'

/** Where what was carried on goes on, if a meeting was made for it. */
export interface Closed {
  readonly nextMeetingId: string | null
}

/**
 * Ends a meeting. Everything that is open has a disposition, or the refusal names what has none (rule 16); what is carried
 * goes to another meeting of the same parties, or to a draft that is made for it.
 */
export function closeMeeting(viewer: Viewer, meetingId: string, input: Closing): Promise<Closed | Refusal> {
  const work = async (act: Act): Promise<Closed | Refusal> => {
    const { tx, scope, meeting, now } = act
    // A refusal names what is open: it is for those alone who see all of it.
    if (!maySeeToClosing(scope)) return notEntitled
    const next = input.next === undefined ? null : { id: randomUUIDv7(), title: input.next.title }
    const dispositions = input.dispositions.map((one): Disposition => withTarget(one, next?.id ?? null))
    await lockTargets(act, dispositions)
    const carriers = await findCarriers(tx, scope)
    const open = (await findOpenThings(tx, scope)).map(({ kind, id }) => ({ kind, id }))
    const by = scope.inMeeting
    const ids = { carriers: carriers.map(({ id }) => id), next: next?.id ?? null }
    const events = decideMeeting(meeting, { type: 'close', by, open, dispositions, ...ids }, now)
    if (isRefusal(events)) return 'parties' in events ? withNames(tx, events, activeParties(meeting)) : events
    const carriages = await takenUp(act, dispositions, carriers, next)
    if (isRefusal(carriages)) return carriages
    const made = targetsOf(dispositions).has(next?.id ?? '') ? next : null
    if (made !== null) await insertNext(act, made)
    await happen(act, events, () => carryOver(act, dispositions, carriages))
    return { nextMeetingId: made?.id ?? null }
  }
  // The parties of a draft that is made do not leave the group unseen meanwhile.
  return onMeeting(viewer, meetingId, work, input.next && holdPartiesOf)
}

type Sent = Closing['dispositions'][number]

function withTarget(sent: Sent, nextId: string | null): Disposition {
  return sent.outcome === 'carry' && sent.toMeetingId === 'next' ? { ...sent, toMeetingId: nextId ?? 'next' } : sent
}

/** Held in one order, so that none of them begins or ends while things are carried into it. */
async function lockTargets({ tx, scope }: Act, dispositions: readonly Disposition[]): Promise<void> {
  const ids = dispositions.flatMap((one) => (one.outcome === 'carry' ? one.toMeetingId : []))
  if (ids.length === 0) return
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Meeting"
    WHERE id = ANY(${[...new Set(ids)].filter((id) => id !== scope.meetingId)}::uuid[]) ORDER BY id FOR UPDATE`)
}

/**
 * A draft of the same kind with the same parties and the same limit of resolutions, so that it holds what is carried. That of
 * a bilateral is its two parties' own from the start: an organizer sees no agenda of theirs, and either offers a time (rule 1).
 */
async function insertNext({ tx, scope, meeting }: Act, { id, title }: Next): Promise<void> {
  const partyIds = [...activeParties(meeting)]
  const { place, link } = meeting.venue
  await insertMeeting(tx, scope, { kind: meeting.kind, partyIds, title, aim: '', place, link }, null, id)
  const limit = await tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    select: { resolutionLimit: true, resolutionLimitReason: true },
  })
  const proposer = scope.inMeeting.party?.partyId ?? partyIds[0] ?? null
  const proposedByPartyId = meeting.kind === 'bilateral' ? proposer : null
  await tx.meeting.update({ where: { id }, data: { ...limit, proposedByPartyId }, select: { id: true } })
}
