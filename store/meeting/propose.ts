/** A bilateral that one party proposes to another, without the organizer (rule 1). */
import { randomUUIDv7 } from 'node:crypto'
import { proposesFor } from '#domain/meeting/beginning.ts'
import { type MeetingRefusals, meetingDeciders } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import { draftMeeting } from '#domain/meeting/meeting.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { type ForeignInput, isRefusal, type NotEntitled, notEntitled } from '#domain/refusal.ts'
import type { PlannedTime } from '#domain/zoned-time.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { wholeAgenda } from '#store/agenda/acts.ts'
import { agendaAgain, type ItemAgain, saveAgain } from '#store/agenda/again.ts'
import type { Target } from '#store/perform.ts'
import { tellsNothing } from '#store/telling.ts'
import { type Meant, meetingRows } from './acts.ts'
import {
  type BeginningMeeting,
  type DraftContent,
  type Drafted,
  loadToBegin,
  type PlanFull,
  roomForPlan,
  saveDrafted,
} from './begin.ts'
import { byIn, inRecord, tellMeeting } from './tell.ts'

/** What one party proposes to another. */
interface Proposal {
  readonly time: PlannedTime
  readonly message: string
}

/** The items of a declined proposal stand on the agenda of the new one. */
interface TakenAgain {
  readonly type: 'taken-again'
  readonly items: readonly ItemAgain[]
}

/**
 * A bilateral that the first of two parties proposes to the second, without the organizer (rule 1). Refusals: `not-entitled`,
 * `list-full`, `day-full`, those of the domain; `invalid-input` where `again` names no declined proposal between the two.
 *
 * @param again the declined proposal whose agenda it takes along; null: it begins with none.
 */
export function bilateralIn(
  groupId: string,
  content: Omit<DraftContent, 'kind' | 'partyIds'>,
  partyIds: readonly [string, string],
  again: string | null,
): Target<
  Viewer,
  BeginningMeeting & { readonly again: readonly ItemAgain[] | null },
  Proposal,
  Drafted | TakenAgain | MeetingEvent,
  NotEntitled | MeetingRefusals['propose'] | PlanFull | ForeignInput
> {
  const drafted: Drafted = { type: 'drafted', content: { ...content, kind: 'bilateral', partyIds }, slot: null }
  return {
    load: async (act, viewer) => {
      const held = await loadToBegin(act, viewer, groupId, partyIds)
      if (held === null) return null
      return { ...held, again: again === null ? [] : await agendaAgain(act, viewer, again, { groupId, partyIds }) }
    },
    decide: ({ act, scope, again: items }, { time, message }) => {
      const by = proposer(scope, partyIds[0])
      if (by === null) return notEntitled
      if (items === null) return { refused: 'invalid-input', field: 'again' }
      const command = { type: 'propose', by, offerId: randomUUIDv7(), time, message } as const
      const events = meetingDeciders.propose(draftMeeting('', 'bilateral', partyIds, act.now), command, act.now)
      if (isRefusal(events)) return events
      return [drafted, ...events, ...(items.length === 0 ? [] : [{ type: 'taken-again', items } as const])]
    },
    admit: async ({ act, scope }, events) => (await roomForPlan(act, scope)) ?? events,
    save: async (held, events) => {
      const drafts = events.filter((event) => event.type === 'drafted')
      await saveDrafted(held.act, held.scope, held.meetingId, drafts)
      await meetingRows.save(
        meant(held, partyIds),
        events.filter((event) => event.type !== 'drafted' && event.type !== 'taken-again'),
      )
      for (const event of events)
        if (event.type === 'taken-again') await saveAgain(held.act.tx, groupId, held.meetingId, event.items)
    },
    tell: (event, held) => {
      if (event.type === 'drafted') return tellsNothing
      const to = meant(held, partyIds)
      if (event.type !== 'taken-again') return tellMeeting(event, to)
      const { meetingId } = held
      return inRecord(to, (names) => [wholeAgenda(names, to.by, meetingId)], { always: true })
    },
  }
}

/** The meeting is made in this act: nobody else can have it. */
function meant({ act, scope, meetingId }: BeginningMeeting, partyIds: readonly [string, string]): Meant {
  const inMeeting = proposer(scope, partyIds[0])
  if (inMeeting === null) throw new Error('A party was proposed for that the proposer does not speak for.')
  return {
    act,
    scope: { groupId: scope.groupId, meetingId: meetingId as ProvenMeetingId },
    by: byIn({ inMeeting }),
    meeting: draftMeeting(meetingId, 'bilateral', partyIds, act.now),
  }
}

/** Whoever proposes sits for the party they propose for, also when they belong to the other one as well (rule 13). */
export function proposer({ standing }: GroupScope, partyId: string): Participant | null {
  if (!proposesFor(standing).includes(partyId)) return null
  const membership = standing.memberships.find((own) => own.partyId === partyId)
  const party = membership === undefined ? null : { ...membership, partySeesFrom: null, authorised: false, left: false }
  return { group: standing, madeIt: true, party, offices: [], pendingOffices: [] }
}
