import { z } from 'zod'
import { itemKinds } from '#domain/agenda/agenda.ts'
import { meetingKinds } from '#domain/meeting/meeting.ts'
import { folds } from '#domain/zoned-time.ts'
import { declared, line, namedZone, seenText, title as titleLine, wallTime, words } from '#lib/api/fields.ts'
import { readWebAddress } from '#lib/web-address.ts'
import { citation } from '#store/citation/schema.ts'

const id = z.uuid()

/** One line: trimmed, 1 to 200 UTF-16 units. */
const title = titleLine(200)

const aim = words(2000)

/** Why something is done, in words to those concerned; where a reason must be given the domain says so. */
const reason = words(2000)

/** A room, in words. */
const place = line(300)

/** Most UTF-16 units of a link, as it is typed and in its one form. */
const longestLink = 1000

/** An address on the web for those who join from elsewhere; what comes out is its one form. Empty: none. */
const link = declared('web-address', line(longestLink).transform(asWebAddress))

/**
 * A time as people write it: local date and time in a zone, and how long or until when. What cannot be (a day that does not
 * exist, a zone nobody knows, an end before the start, the past) is refused by the domain, with the facts.
 */
export const time = z
  .strictObject({
    /** `YYYY-MM-DDTHH:MM` in `timeZone`. */
    wall: wallTime,
    /** Whether it exists, the rule says. */
    timeZone: namedZone,
    durationMinutes: z.number().optional(),
    /** `YYYY-MM-DDTHH:MM`, in place of a duration. */
    endWall: wallTime.optional(),
    /** Which of the two, where the clocks are set back over this time. */
    fold: z.enum(folds).optional(),
  })
  .refine(({ durationMinutes, endWall }) => (durationMinutes === undefined) !== (endWall === undefined), {
    path: ['durationMinutes'],
    message: 'duration-or-end',
  })
  .meta({ example: { wall: '2027-03-04T17:00', timeZone: 'Europe/Lisbon', durationMinutes: 90 } })

export type TimeInput = z.output<typeof time>

const partyIds = z.array(id).max(200)

/** A draft: nobody but its makers and the organizers knows of it. */
export const newMeeting = z.strictObject({
  kind: z.enum(meetingKinds),
  title,
  aim: aim.default(''),
  partyIds,
  /** The time that is meant; it is set by scheduling. */
  time: time.optional(),
  place: place.default(''),
  link: link.default(''),
})

export type NewMeeting = z.output<typeof newMeeting>

/** One party asks another for a bilateral (rule 1). */
export const newProposal = z.strictObject({
  /** The party that proposes; the proposer is its head or deputy. */
  partyId: id,
  withPartyId: id,
  title,
  aim: aim.default(''),
  time,
  place: place.default(''),
  link: link.default(''),
  message: reason.default(''),
  /** A proposal between the two that was declined, whose agenda this one takes along. */
  again: id.optional(),
})

export type NewProposal = z.output<typeof newProposal>

/** What a meeting is called and is for, and where it is held; and what stood there when the sender looked. */
export const description = z.strictObject({
  title,
  aim,
  place,
  link,
  seen: z.strictObject({ title: seenText(200), aim: seenText(2000), place: seenText(300), link: seenText(1000) }),
})
export type Description = z.output<typeof description>

/** Which parties take part. `seen`: those that did when the sender looked. */
export const parties = z.strictObject({ partyIds, seen: partyIds })
export const schedule = z.strictObject({ time })
export const reschedule = z.strictObject({ time, reason: reason.default('') })
export const cancellation = z.strictObject({ reason })
export const offer = z.strictObject({ time, message: reason.default('') })
export const declining = z.strictObject({ reason: reason.default('') })

export const seat = z.strictObject({ personId: id, partyId: id })
/** `personId` null: everybody of the party who may decide in a study session. */
export const seats = z.strictObject({ personId: id.nullable(), partyId: id })
export const authorisation = z.strictObject({ authorised: z.boolean() })
export const appointment = z.strictObject({ personId: id })
export const earlier = z.strictObject({ open: z.boolean() })
export const titlesSharing = z.strictObject({ shared: z.boolean() })

/** The version of the agenda on which somebody acts: a change made on another one is refused and shows what changed. */
const agendaVersion = z.int().min(0)

const itemContent = {
  kind: z.enum(itemKinds),
  title,
  aim: aim.default(''),
  /** The domain names the bounds. */
  minutes: z.number(),
  leadPartyId: id.nullable().default(null),
  leadPersonId: id.nullable().default(null),
  citations: z.array(citation).max(200).default([]),
}

export const agendaItem = z.strictObject({ agendaVersion, ...itemContent })
export type AgendaItemInput = z.output<typeof agendaItem>

/** `before`: the item before which it goes; without it: at the end. */
export const newAgendaItem = agendaItem.extend({ before: id.nullable().optional() })
export type NewAgendaItem = z.output<typeof newAgendaItem>

export const itemMove = z.strictObject({
  agendaVersion,
  /** The item before which it goes; null: to the end. */
  before: id.nullable(),
})
export const onAgenda = z.strictObject({ agendaVersion: z.coerce.number<number>().pipe(agendaVersion) })
export const statementMinutes = z.strictObject({ agendaVersion, minutes: z.number() })
export const resolutionLimit = z.strictObject({ agendaVersion, limit: z.number(), reason })

/** Which part of the list: what is ahead, what is still being prepared, what is over. */
export const whens = ['upcoming', 'preparing', 'past'] as const
export type When = (typeof whens)[number]

export const meetingListQuery = z.strictObject({
  when: z.enum(whens).default('upcoming'),
  kind: z.enum(meetingKinds).optional(),
  /** 1 upwards; 50 lines each. */
  page: z.coerce.number<number>().int().min(1).max(10_000).default(1),
})

export type ListQuery = z.output<typeof meetingListQuery>

function asWebAddress(typed: string, context: z.RefinementCtx): string {
  const address = typed === '' ? '' : readWebAddress(typed)
  if (address !== null && address.length <= longestLink) return address
  context.addIssue({ code: 'custom', message: 'not-a-web-address', input: typed })
  return z.NEVER
}

/** `next`: the draft that this closing makes. */
const toMeetingId = z.union([id, z.literal('next')])
const carry = z.strictObject({ outcome: z.literal('carry'), toMeetingId })

const disposition = z.union([
  z.discriminatedUnion('outcome', [
    carry.extend({ kind: z.literal('item'), id }),
    z.strictObject({ kind: z.literal('item'), id, outcome: z.literal('settled') }),
    z.strictObject({ kind: z.literal('item'), id, outcome: z.literal('dropped'), reason }),
  ]),
  z.discriminatedUnion('outcome', [
    carry.extend({ kind: z.literal('commitment'), id }),
    z.strictObject({ kind: z.literal('commitment'), id, outcome: z.literal('stays-open') }),
  ]),
])

/** What becomes of everything that is open when a meeting closes (rule 16). */
export const closing = z.strictObject({
  dispositions: z.array(disposition).max(1000),
  /** The draft that takes up what is carried to `next`, if one is to be made. */
  next: z.strictObject({ title }).optional(),
})

export type Closing = z.output<typeof closing>
