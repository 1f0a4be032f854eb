import { randomUUIDv7 } from 'node:crypto'
import type { Disposition } from '#domain/carry-over.ts'
import { type MeetingCommands, type MeetingRefusals, meetingDeciders } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import { activeParties, draftMeeting, seatOf } from '#domain/meeting/meeting.ts'
import { isRefusal, type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { holdAllKnown } from '#store/access/hold.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { wholeAgenda } from '#store/agenda/acts.ts'
import { loadOn, meetingRows, type OnMeeting } from '#store/meeting/acts.ts'
import { insertMeeting } from '#store/meeting/begin.ts'
import { saveEvents } from '#store/meeting/save.ts'
import { byIn } from '#store/meeting/tell.ts'
import { holdPartiesOf } from '#store/party/hold.ts'
import { peopleOf } from '#store/party/people.ts'
import { perform, type Target } from '#store/perform.ts'
import type { By } from '#store/record/named.ts'
import { tellsNothing } from '#store/telling.ts'
import { type Carrier, findCarriers, findOpenThings, maySeeToClosing } from '../queries/closing.ts'
import type { Closing } from '../schema.ts'
import { byInOther, carryOver } from './carry-over.ts'
import { withNames } from './party-names.ts'
import { type Carriage, type Next, takenUp, targetsOf } from './take-up.ts'

/**
 * Ends a meeting. Everything that is open has a disposition, or the refusal names what has none (rule 16); what is carried
 * goes to another meeting of the same parties, or to a draft that is made for it, which is answered.
 */
export function closeMeeting(viewer: Viewer, meetingId: string, input: Closing) {
  const next = input.next === undefined ? null : { id: randomUUIDv7(), title: input.next.title }
  const dispositions = input.dispositions.map((one): Disposition => withTarget(one, next?.id ?? null))
  const command = async ({ act: { tx }, scope, carriers }: HeldClosing) => {
    const open = (await findOpenThings(tx, scope)).map(({ kind, id }) => ({ kind, id }))
    const ids = { carriers: carriers.map(({ id }) => id), next: next?.id ?? null }
    return { type: 'close', by: scope.inMeeting, open, dispositions, ...ids } as const
  }
  return perform(viewer, closingOf(meetingId, dispositions, next), command, {
    answer: () => ({ nextMeetingId: madeFor(dispositions, next)?.id ?? null }),
    explain: async ({ act, meeting }, refusal) =>
      'parties' in refusal ? withNames(act.tx, refusal, activeParties(meeting)) : refusal,
  })
}

interface HeldClosing extends OnMeeting {
  readonly carriers: readonly Carrier[]
}

/** Items go on in another meeting; `by`: who is told to have changed its agenda, if its parties know of it. */
interface CarriedOn {
  readonly type: 'carried-on'
  readonly carriage: Carriage
  readonly by: By | null
}

type ClosingRefusal = MeetingRefusals['close'] | NotEntitled | Extract<Awaited<ReturnType<typeof takenUp>>, Refusal>

function closingOf(
  meetingId: string,
  dispositions: readonly Disposition[],
  next: Next | null,
): Target<Viewer, HeldClosing, MeetingCommands['close'], MeetingEvent | CarriedOn, ClosingRefusal> {
  return {
    load: async (act, viewer) => {
      // The parties of a draft that is made do not leave the group unseen meanwhile.
      const held = await loadOn(act, viewer, meetingId, next === null ? {} : { before: holdPartiesOf })
      if (held === null) return null
      // A refusal names what is open: it is for those alone who see all of it.
      if (!maySeeToClosing(held.scope)) return notEntitled
      await lockTargets(held, dispositions)
      return { ...held, carriers: await findCarriers(act.tx, held.scope) }
    },
    decide: ({ act, meeting }, command) => meetingDeciders.close(meeting, command, act.now),
    admit: async (held, events) => {
      const carriages = await takenUp(held, dispositions, held.carriers, next)
      if (isRefusal(carriages)) return carriages
      const carried: CarriedOn[] = []
      for (const carriage of carriages) {
        const { toMeetingId } = carriage
        // Of a draft that is made for it, a bilateral's alone is known to its parties.
        const madeHere = held.meeting.kind === 'bilateral' ? byIn(held.scope) : null
        const by = toMeetingId === next?.id ? madeHere : await byInOther(held.act.tx, held.scope, toMeetingId)
        carried.push({ type: 'carried-on', carriage, by })
      }
      return [...events, ...carried]
    },
    save: async (held, events) => {
      const made = madeFor(dispositions, next)
      if (made !== null) await insertNext(held, made)
      await meetingRows.save(held, withoutCarried(events))
      const carriages = events.flatMap((event) => (event.type === 'carried-on' ? event.carriage : []))
      await carryOver(held, dispositions, carriages)
    },
    tell: (event, held, events) => {
      if (event.type !== 'carried-on') return meetingRows.tell(event, held, withoutCarried(events))
      const { by, carriage } = event
      if (by === null) return tellsNothing
      const meetingId = carriage.toMeetingId
      return { record: { groupId: held.scope.groupId, meetingId, say: (names) => [wholeAgenda(names, by, meetingId)] } }
    },
  }
}

function withoutCarried(events: readonly (MeetingEvent | CarriedOn)[]): readonly MeetingEvent[] {
  return events.filter((event) => event.type !== 'carried-on')
}

type Sent = Closing['dispositions'][number]

function withTarget(sent: Sent, nextId: string | null): Disposition {
  return sent.outcome === 'carry' && sent.toMeetingId === 'next' ? { ...sent, toMeetingId: nextId ?? 'next' } : sent
}

/** The draft that is made, if something is carried to it. */
function madeFor(dispositions: readonly Disposition[], next: Next | null): Next | null {
  return targetsOf(dispositions).has(next?.id ?? '') ? next : null
}

/** Held in one order, so that none of them begins or ends while things are carried into it. */
async function lockTargets({ act: { tx }, scope }: OnMeeting, dispositions: readonly Disposition[]): Promise<void> {
  const ids = dispositions.flatMap((one) =>
    one.outcome === 'carry' && one.toMeetingId !== scope.meetingId ? one.toMeetingId : [],
  )
  // What is to go on in a draft that nobody asked for names no meeting, and is refused when it is decided.
  await holdAllKnown(tx, 'meeting', ids)
}

/**
 * A draft of the same kind with the same parties and the same limit of resolutions, so that it holds what is carried. That of
 * a bilateral is its two parties' own from the start: an organizer sees no agenda of theirs, and either offers a time (rule 1).
 */
async function insertNext({ act, scope, meeting }: OnMeeting, { id, title }: Next): Promise<void> {
  const partyIds = [...activeParties(meeting)]
  const { place, link } = meeting.venue
  await insertMeeting(act, scope, { id, kind: meeting.kind, partyIds, title, aim: '', place, link, slot: null })
  const limit = await act.tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    select: { resolutionLimit: true, resolutionLimitReason: true },
  })
  const proposer = scope.inMeeting.party?.partyId ?? partyIds[0] ?? null
  const proposedByPartyId = meeting.kind === 'bilateral' ? proposer : null
  await act.tx.meeting.update({ where: { id }, data: { ...limit, proposedByPartyId }, select: { id: true } })
  if (meeting.kind === 'study') await nameAgain({ act, scope, meeting }, id)
}

/**
 * Who took part in a study session and still belongs to its party takes part in the next one, too. They are named by its head or a
 * deputy (rule 6): where somebody else closes, nobody is named by that.
 */
async function nameAgain({ act, scope, meeting }: Pick<OnMeeting, 'act' | 'scope' | 'meeting'>, nextId: string) {
  for (const partyId of activeParties(meeting)) {
    const people = (await peopleOf(act.tx, scope, partyId)).filter(({ personId }) => seatOf(meeting, personId) !== null)
    const next = draftMeeting(nextId, 'study', [partyId], act.now)
    const command = { type: 'seat-everybody', by: scope.inMeeting, partyId, people } as const
    const events = meetingDeciders['seat-everybody'](next, command, act.now)
    if (isRefusal(events)) continue
    const { groupId, standing } = scope
    const acting = { groupId, meetingId: nextId as ProvenMeetingId, personId: standing.personId }
    await saveEvents(act.tx, acting, events, act.now)
  }
}
