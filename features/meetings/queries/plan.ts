import { meetingSight, seesContents } from '#domain/access.ts'
import { fitOf, itemTimes, type SpeakingParties } from '#domain/agenda/time.ts'
import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import { namesFromWithin } from '#domain/meeting/offices.ts'
import { schedulingWarnings } from '#domain/meeting/warnings.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { readTitles } from '#store/agenda/titles.ts'
import { meetingOf } from '#store/meeting/load.ts'
import type { PlannedAgenda } from '../views/agenda.ts'
import type { PlanCan, PlanView } from '../views/plan.ts'
import { agendaFacts, agendaSightIn, agendaViewOf, leadsOf } from './agenda.ts'
import { planCanOf } from './can.ts'
import { findHeadInvitations } from './head-invitations.ts'
import { findPlanChanges } from './history.ts'
import { type Appointing, findPeople, offerViewOf, officeViews, type PersonLine, partyViewOf } from './plan-people.ts'
import { type PlanRows, planRows } from './plan-rows.ts'

/**
 * At most four statements, however many parties, people and items there are; one more for an organizer, where a party of a scheduled
 * meeting has no head yet.
 */
export async function findPlan(tx: Tx, scope: MeetingScope): Promise<PlanView> {
  const found = await tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    relationLoadStrategy: 'join',
    select: planRows,
  })
  const rows = rowOf(scope.meetingId, found)
  const meeting = meetingOf(rows)
  const titles = { shared: rows.sharesAgendaTitles, askedByPartyId: rows.titlesAskedByPartyId }
  const can = planCanOf(scope, meeting, titles)
  const shown = { ...rows, items: agendaSightIn(scope) === 'titles' ? await titlesOnly(tx, scope) : rows.items }
  const people = await findPeople(tx, scope, leadsOf(shown), appointing(can, meeting))
  const invited = await findHeadInvitations(tx, scope, rows, clock.now())
  const agenda = await plannedAgenda(tx, scope, meeting, shown, people.leads)
  const logistics = scope.sight !== 'existence'
  return {
    id: rows.id,
    groupId: scope.groupId,
    kind: meeting.kind,
    title: rows.title,
    aim: agenda !== null && !agenda.titlesOnly ? rows.aim : '',
    state: meeting.state,
    proposed: meeting.state === 'draft' && meeting.proposedByPartyId !== null,
    sight: scope.sight,
    timeZone: rows.timeZone,
    startsAt: rows.startsAt?.toISOString() ?? null,
    durationMinutes: rows.durationMinutes,
    viewerZone: scope.zone,
    place: logistics ? rows.place : '',
    link: logistics ? rows.link : '',
    cancelReason: logistics ? rows.cancelReason : null,
    parties: rows.parties.map((row) => partyViewOf(row, rows, { scope, meeting, can, invited })),
    offices: logistics ? officeViews(rows, meeting) : [],
    offer: logistics ? offerViewOf(rows, meeting, scope) : null,
    agenda,
    warnings: can.schedule ? schedulingWarnings(meeting, shown.items.length) : [],
    titles: logistics ? titlesOf(rows, scope) : { shared: false, asked: null },
    choosesBetween: scope.inMeeting.choosesBetween ?? [],
    appointees: people.appointees,
    hasHomework: rows.assignments.length > 0,
    changes: seesContents(scope.sight) ? await findPlanChanges(tx, scope) : [],
    onceScheduled: can.schedule
      ? meetingSight(scope.inMeeting, { ...scope.meeting, state: 'scheduled', proposed: false })
      : null,
    can,
  }
}

function appointing({ appoint }: PlanCan, meeting: Meeting): Appointing {
  if (appoint.length === 0) return 'nobody'
  return namesFromWithin(meeting) ? 'those who take part' : 'those of the group'
}

async function plannedAgenda(
  tx: Tx,
  scope: MeetingScope,
  meeting: Meeting,
  rows: PlanRows,
  leads: readonly PersonLine[],
): Promise<PlannedAgenda | null> {
  const sight = agendaSightIn(scope)
  if (sight === null) return null
  const whole = await agendaViewOf(tx, scope, rows, leads)
  const table: SpeakingParties = { kind: meeting.kind, parties: activeParties(meeting).length }
  const times = itemTimes(agendaFacts(whole), table, rows.startsAt ?? new Date(0))
  return {
    ...whole,
    titlesOnly: sight === 'titles',
    times: times.map(({ startsAt, ...time }) => ({
      ...time,
      startsAt: rows.startsAt === null ? null : startsAt.toISOString(),
    })),
    fit: rows.durationMinutes === null ? null : fitOf(agendaFacts(whole), table, rows.durationMinutes),
    ...(sight === 'titles'
      ? { resolutionLimitReason: null, items: whole.items.map((item) => ({ ...item, citations: [] })) }
      : {}),
  }
}

/** A title tells what is talked about, not why nor about which words. */
async function titlesOnly(tx: Tx, { meetingId }: MeetingScope): Promise<PlanRows['items']> {
  const rows = await readTitles(tx, [meetingId])
  const untold = { aim: '', leadPartyId: null, leadPersonId: null, leadParty: null }
  return rows.map(({ meetingId: _, ...item }) => ({ ...item, ...untold }))
}

function titlesOf(rows: PlanRows, { inMeeting }: MeetingScope): PlanView['titles'] {
  const { sharesAgendaTitles: shared, titlesAskedByPartyId: asked } = rows
  if (asked === null || inMeeting.party === null) return { shared, asked: null }
  return { shared, asked: asked === inMeeting.party.partyId ? 'mine' : 'other' }
}
