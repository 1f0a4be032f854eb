import { agendaCan } from '#domain/agenda/can.ts'
import { minutesNeeded } from '#domain/agenda/time.ts'
import { barredFromPutting, underwayStates } from '#domain/conclusion/put-record.ts'
import { sawItHeld } from '#domain/conclusion/since.ts'
import { type MeetingCan, meetingCan } from '#domain/meeting/can.ts'
import { activeParties, type Meeting, officerOf } from '#domain/meeting/meeting.ts'
import type { NextActKind } from '#domain/next-acts.ts'
import { endOf } from '#domain/zoned-time.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { assignsIn } from '#store/preparation/leads.ts'
import { type AskFacts, type AskNoun, meetingHrefOf, most } from './ask.ts'

// What a meeting needs next of whoever can do it: the act is tried on the meeting as it is, and nothing comes of it.

const next = { holdsOthersUp: false, isDeadline: false } as const
const at = (step: string): AskFacts => ({ ...next, href: (ask) => `${meetingHrefOf(ask)}/${step}` })

/** Meetings whose time has come or is over, and those of several parties that nobody is to chair. */
export const holdingAsk = {
  of: 'holding',
  planning: false,
  judges: 'meeting',
  kinds: {
    'open-meeting': at('floor#opening'),
    'close-meeting': at('floor/close'),
    unopened: at('plan#when'),
    'appoint-chair': at('plan#offices'),
  },
  rows: ({
    now,
  }) => Prisma.sql`SELECT 'holding', m."groupId", m.id, NULL::uuid, m.id, m.title, '', NULL::uuid, NULL::int, m."startsAt", NULL::text
    FROM known m WHERE (m.concerned OR m.organized) AND (
      (m.state IN ('scheduled', 'open') AND m."startsAt" <= ${now})
      OR (m.state = 'scheduled' AND m.kind = 'multilateral' AND NOT EXISTS (SELECT 1 FROM "MeetingOffice" o
        WHERE o."meetingId" = m.id AND o.office = 'chair' AND o."activeFrom" IS NOT NULL AND o."endedAt" IS NULL)))
    ORDER BY m."startsAt", m.id LIMIT ${most}`,
  judge(row, scope, { meetings, now }) {
    const meeting = meetings.get(row.meetingId ?? '')
    const kind = scope && meeting && holdingKind(meeting, meetingCan(meeting, scope.inMeeting), now)
    return kind ? { ...row, kind } : null
  },
} as const satisfies AskNoun

/** What a meeting needs of somebody who may do this now; null: nothing. */
function holdingKind(meeting: Meeting, can: MeetingCan, now: Date): NextActKind | null {
  if (meeting.state === 'open') return can.close && endOf(meeting.slot) < now ? 'close-meeting' : null
  if (meeting.state !== 'scheduled') return null
  if (meeting.kind === 'multilateral' && officerOf(meeting, 'chair') === null && can.appoint.includes('chair'))
    return 'appoint-chair'
  if (can.open) return meeting.slot.startsAt <= now ? 'open-meeting' : null
  return can.reschedule && endOf(meeting.slot) < now ? 'unopened' : null
}

/** Minutes of meetings that are over: to be put, or put and waiting for answers. Asked of whoever may put them. */
export const minutesAsk = {
  of: 'minutes',
  planning: false,
  judges: 'minutes',
  kinds: { 'put-minutes': at('record#standing'), 'minutes-unanswered': at('record#standing') },
  rows: () => Prisma.sql`SELECT 'minutes', m."groupId", m.id, NULL::uuid, m.id, m.title, COALESCE(c.state, ''), NULL::uuid, NULL::int,
      m."closedAt", NULL::text
    FROM known m LEFT JOIN LATERAL (SELECT r.state FROM "Conclusion" r WHERE r."meetingId" = m.id AND r.kind = 'record'
      AND r.state = ANY(${[...underwayStates]}::text[]) ORDER BY r."createdAt" DESC, r.id DESC LIMIT 1) c ON true
    WHERE m.concerned AND m.sight IN ('contents', 'contents-since') AND m.state = 'closed'
    ORDER BY m."closedAt", m.id LIMIT ${most}`,
  judge(row, scope, { facts }) {
    const meeting = facts.get(row.meetingId ?? '')
    // Whether minutes are put is closed to whoever was not there when the meeting was opened.
    if (scope === undefined || meeting === undefined || !sawItHeld(scope.since, scope.meeting)) return null
    const underway = underwayStates.find((state) => state === row.detail) ?? null
    const barred = barredFromPutting(underway, { meeting, origin: null, supersedes: null }, scope.inMeeting)
    if (barred === null) return { ...row, kind: 'put-minutes' }
    return barred.refused === 'record-is-put' ? { ...row, kind: 'minutes-unanswered' } : null
  },
} as const satisfies AskNoun

/**
 * Meetings on whose agenda nothing stands, or more than they have time for, items that name no passage, and passages that nobody is to
 * prepare; of whoever may write in it and sees it.
 */
export const agendaAsk = {
  of: 'agenda',
  planning: false,
  judges: 'meeting',
  kinds: {
    agenda: at('plan#agenda'),
    'make-room': at('plan#fit'),
    passages: at('plan#agenda'),
    assign: at('prepare#assign'),
  },
  // Whether it fits is judged: how many parties speak is known then. Here stands what it can hang on.
  rows: () => Prisma.sql`SELECT 'agenda', m."groupId", m.id, NULL::uuid, m.id, m.title,
      concat_ws(' ', n.items, n.bare, n.minutes, n.debated, m."statementMinutes", COALESCE(m."durationMinutes", 0), n.prepared::int), NULL::uuid, NULL::int,
      CASE WHEN m.state = 'scheduled' THEN m."startsAt" END, NULL::text
    FROM known m
    CROSS JOIN LATERAL (SELECT count(*) AS items, count(*) FILTER (WHERE i.kind <> 'procedure'
        AND NOT EXISTS (SELECT 1 FROM "Citation" x WHERE x."citingId" = i.id)) AS bare,
        COALESCE(sum(i.minutes), 0) AS minutes, count(*) FILTER (WHERE i.kind <> 'procedure') AS debated,
        (m.state <> 'scheduled' OR EXISTS (SELECT 1 FROM "Assignment" a WHERE a."meetingId" = m.id)) AS prepared
      FROM "AgendaItem" i WHERE i."meetingId" = m.id OFFSET 0) n
    WHERE m.agenda = 'whole' AND m.state IN ('draft', 'scheduled') AND (n.items = 0 OR n.bare > 0 OR NOT n.prepared
      OR n.minutes > m."durationMinutes" OR (m.kind = 'multilateral' AND m."statementMinutes" > 0))
    ORDER BY m."startsAt", m.id LIMIT ${most}`,
  judge(row, scope, { meetings }) {
    const meeting = meetings.get(row.meetingId ?? '')
    if (scope === undefined || meeting === undefined) return null
    const can = agendaCan(meeting, scope.inMeeting)
    const [items = 0, bare = 0, minutes = 0, debated = 0, statementMinutes = 0, available = 0, prepared = 0] =
      row.detail.split(' ').map(Number)
    const asked = { ...row, detail: '' }
    if (items === 0) return can['add-item'] ? { ...asked, kind: 'agenda' } : null
    if (!can['change-item']) return null
    const table = { kind: meeting.kind, parties: activeParties(meeting).length }
    const statements = minutesNeeded({ kind: 'inquiry', minutes: 0 }, { statementMinutes }, table)
    if (available > 0 && minutes + debated * statements > available) return { ...asked, kind: 'make-room' }
    if (bare > 0) return { ...asked, kind: 'passages', count: bare }
    return prepared === 0 && assignsIn(scope, meeting) ? { ...asked, kind: 'assign' } : null
  },
} as const satisfies AskNoun

/**
 * Study sessions in which nobody takes part yet, or in whose party somebody works who came after the last one was named: in it those decide
 * who are named (rule 13). Of whoever names them.
 */
export const seatsAsk = {
  of: 'seats',
  planning: false,
  askedOf: 'leads',
  judges: 'meeting',
  kinds: { 'name-participants': at('plan#people') },
  rows: ({
    led,
  }) => Prisma.sql`SELECT 'seats', m."groupId", m.id, p."partyId", m.id, m.title, n.unnamed::text, NULL::uuid, NULL::int,
      CASE WHEN m.state = 'scheduled' THEN m."startsAt" END, NULL::text
    FROM known m JOIN place p ON p."meetingId" = m.id AND NOT p."left"
    CROSS JOIN LATERAL (SELECT count(*) AS unnamed FROM "PartyMember" w
      WHERE w."partyId" = p."partyId" AND w."removedAt" IS NULL AND w.role <> 'observer'
        AND w.since > COALESCE((SELECT max(s."createdAt") FROM "Seat" s WHERE s."meetingId" = m.id), '-infinity')
        AND NOT EXISTS (SELECT 1 FROM "Seat" s WHERE s."meetingId" = m.id AND s."personId" = w."personId") OFFSET 0) n
    WHERE m.kind = 'study' AND m.state IN ('draft', 'scheduled') AND p."partyId" = ${led} AND n.unnamed > 0
    ORDER BY m."startsAt", m.id LIMIT ${most}`,
  judge(row, scope, { meetings }) {
    const meeting = meetings.get(row.meetingId ?? '')
    if (scope === undefined || meeting === undefined) return null
    const names = meetingCan(meeting, scope.inMeeting)['take-seat'].length > 0
    return names ? { ...row, kind: 'name-participants', count: Number(row.detail) } : null
  },
} as const satisfies AskNoun
