import { fitOf, itemTimes } from '#domain/agenda/time.ts'
import type { MeetingHead } from '#features/meetings/queries/head.ts'
import type { AgendaItemView, AgendaView } from '#features/meetings/views/agenda.ts'
import type { PlanView } from '#features/meetings/views/plan.ts'
import {
  dayAfter,
  editionId,
  groupId,
  idOf,
  madeUpParties,
  meetingId,
  meetingTitle,
  names,
  prose,
  textId,
  textTitle,
} from './made-up.ts'

const startsAt = dayAfter(14)
const minutes = 170
const zone = 'America/Bogota'

export const head: MeetingHead = {
  ...{
    id: meetingId,
    kind: 'multilateral',
    title: meetingTitle,
    state: 'scheduled',
    proposed: false,
    declined: false,
    sight: 'contents',
  },
  ...{ startsAt, durationMinutes: minutes, timeZone: zone, viewerZone: 'Europe/Lisbon', keeps: false },
  parties: madeUpParties.map(({ shortName }) => ({ shortName, left: false })),
}

const kinds = ['exchange-of-experience', 'theoretical-discussion', 'resolution', 'cooperation'] as const

const items: readonly AgendaItemView[] = kinds.map((kind, n) => ({
  ...{ id: idOf(700 + n), kind, title: prose(38, n), aim: prose(80, n + 1), minutes: 20, taken: false },
  ...{ leadPartyId: madeUpParties[n]?.id ?? null, leadPersonId: null, lead: madeUpParties[n]?.shortName ?? null },
  citations: Array.from({ length: n === 0 ? 1 : 2 }, (_, place) => ({
    ...{ editionId, first: 10 + n + place, last: 10 + n + place, textId, textTitle },
    ...{ firstReference: `5.${n} ¶4`, lastReference: `5.${n} ¶4`, excerpt: `${prose(230, n + place)} …` },
  })),
}))

const agenda: AgendaView = {
  ...{ version: 1, statementMinutes: 4, resolutionLimit: 3, resolutionLimitReason: null, items },
}
const table = { kind: 'multilateral', parties: madeUpParties.length } as const

/** A multilateral with as many items, passages and people as the demo group's next one. */
export const plan: PlanView = {
  ...{ ...head, groupId, aim: prose(96, 2), place: '', link: 'https://meet.river.invalid/table', cancelReason: null },
  parties: madeUpParties.map((party, n) => ({
    ...{ ...party, left: false, withoutHead: false, headInvitation: null, earlier: null, mine: n === 1 },
    local: { wall: '2031-05-15T09:30', dayDifference: n === 4 ? 1 : 0 },
    people: Array.from({ length: n === 1 ? 4 : 2 }, (_, place) => ({
      ...{ id: idOf(800 + n * 10 + place), name: `${names[(n + place) % names.length]}`, authorised: false },
      role: (['head', 'deputy', 'delegate', 'observer'] as const)[place] ?? null,
      seated: place < 2,
      proposed: false,
    })),
  })),
  offices: (['chair', 'facilitator', 'rapporteur'] as const).map((office, n) => ({
    ...{ office, personId: idOf(900 + n), name: `${names[n]}`, inForce: true, waitsFor: [] },
  })),
  offer: null,
  agenda: {
    ...agenda,
    titlesOnly: false,
    times: itemTimes(agenda, table, new Date(startsAt)).map((time) => ({
      ...time,
      startsAt: time.startsAt.toISOString(),
    })),
    fit: fitOf(agenda, table, minutes),
  },
  warnings: [],
  onceScheduled: null,
  titles: { shared: false, asked: null },
  choosesBetween: [],
  appointees: [],
  hasHomework: true,
  changes: [
    {
      ...{ sequence: 1, at: dayAfter(-24), kind: 'scheduled', words: '', slot: { startsAt, timeZone: zone } },
      by: { person: `${names[0]}`, party: madeUpParties[1].name },
    },
  ],
  can: {
    ...{ schedule: false, reschedule: true, cancel: true, changeParties: true, describe: true, editAgenda: true },
    ...{ changeResolutionLimit: true, offerTime: false, answerOffer: false, appoint: [], acceptOffice: [] },
    ...{
      endOffice: ['chair', 'facilitator', 'rapporteur'],
      nameParticipants: false,
      proposeParticipants: false,
      authoriseFor: madeUpParties[1].id,
    },
    ...{ leaveFor: madeUpParties[1].id, shareTitles: false, unshareTitles: false, assign: false, download: true },
  },
}
