import { randomUUIDv7 } from 'node:crypto'
import { endOfDayIn } from '#domain/calendar-day.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Citation } from '#domain/text/citation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import { judgeCitations } from '#store/citation/judge.ts'
import { perform } from '#store/perform.ts'
import { type Giving, type HeldPlace, newHomeworkIn } from '#store/preparation/acts.ts'
import { leadsStudyOf } from '#store/preparation/leads.ts'
import type { NewAssignments } from '../schema.ts'

/**
 * Gives passages to parties or people; each gets an assignment of their own, or, refused, none does. Refusals: `not-found`
 * (a group, meeting or text that the viewer may not know of), `invalid-input` (a party of another group), `meeting-over`, `party-not-in-meeting`, `no-such-item`,
 * `several-editions`, `list-full`, `day-full`, those of citations and of the rule.
 */
export function assign(viewer: Viewer, groupId: string, input: NewAssignments) {
  const { meetingId, itemId, to } = input
  const aim = { meetingId, itemId, partyIds: to.map(({ partyId }) => partyId) }
  return perform(viewer, newHomeworkIn(groupId, aim), (held) => assigning(held, input), {
    answer: (_, events) => ({ ids: events.flatMap((event) => (event.type === 'assigned' ? event.given.id : [])) }),
    explain: (_, refusal) => explained(refusal),
  })
}

/** The field of the form to which a refusal leads, where it is one. */
const fieldOf: Readonly<Record<string, string>> = { 'due-day-over': 'dueOn', 'nothing-assigned': 'citations' }

function explained<Refused extends Refusal>(refusal: Refused): Refused & { readonly field?: string } {
  const field = fieldOf[refusal.refused]
  return field === undefined ? refusal : { ...refusal, field }
}

async function assigning(held: HeldPlace, input: NewAssignments) {
  const { tx } = held.act
  const citations = await judgeCitations(tx, held.scope, input.citations)
  if (isRefusal(citations)) return citations
  const textLimitedTo = await limitsOf(tx, citations)
  if (isRefusal(textLimitedTo)) return textLimitedTo
  const { kind, itemId, instructions, meetingId } = input
  const givings = await givingsOf(held, input, { passages: citations.length, textLimitedTo })
  return { homework: { kind, itemId, instructions, meetingId, citations }, givings }
}

async function givingsOf(
  { act: { tx }, scope, meeting }: HeldPlace,
  { as, to, dueOn }: NewAssignments,
  about: { readonly passages: number; readonly textLimitedTo: readonly string[] },
): Promise<readonly Giving[]> {
  const { parties, members } = await receiversOf(tx, scope, to)
  return to.map(({ partyId, personId }): Giving => {
    const party = parties.find(({ id }) => id === partyId)
    if (party === undefined) return null
    const member = members.find((one) => one.partyId === partyId && one.personId === personId)
    const role = member === undefined ? null : oneOf(partyRoles, member.role)
    const person = personId === null ? null : { id: personId, role }
    const dueAt = dueOn === null ? null : endOfDayIn(party.timeZone, dueOn)
    const leads = meeting === null ? null : leadsStudyOf(meeting, partyId)
    const by = { standing: scope.standing, leadsStudyOf: leads }
    return {
      given: { id: randomUUIDv7(), partyId, personId, dueAt, dueZone: dueAt === null ? null : party.timeZone },
      command: { type: 'assign', by, as, to: { partyId, person }, dueAt, ...about },
    }
  })
}

/** The parties that are named, and the people of them that are. */
async function receiversOf(tx: Tx, { groupId }: GroupScope, to: NewAssignments['to']) {
  const partyIds = to.map(({ partyId }) => partyId)
  const parties = await tx.party.findMany({
    where: { groupId, id: { in: partyIds }, leftAt: null },
    select: { id: true, timeZone: true },
  })
  const members = await tx.partyMember.findMany({
    where: {
      partyId: { in: partyIds },
      personId: { in: to.flatMap(({ personId }) => personId ?? []) },
      removedAt: null,
    },
    select: { partyId: true, personId: true, role: true },
  })
  return { parties, members }
}

/** The parties to which the one text is limited. */
async function limitsOf(
  tx: Tx,
  citations: readonly Citation[],
): Promise<readonly string[] | Refusal<'several-editions'>> {
  const [editionId, another] = new Set(citations.map((citation) => citation.editionId))
  if (another !== undefined) return { refused: 'several-editions' }
  if (editionId === undefined) return []
  const limits = await tx.textParty.findMany({
    where: { text: { editions: { some: { id: editionId } } } },
    select: { partyId: true },
  })
  return limits.map(({ partyId }) => partyId)
}
