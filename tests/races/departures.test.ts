/** Parties that leave and people who are removed, while somebody counts on their being there. */
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { putToDeciders } from '#features/conclusions/commands/conduct.ts'
import { closeMeeting } from '#features/meetings/commands/close-meeting.ts'
import { createMeeting } from '#features/meetings/commands/create-meeting.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { appoint } from '#features/meetings/commands/people.ts'
import { changeParties } from '#features/meetings/commands/plan.ts'
import { leaveGroup } from '#features/parties/commands/leave-group.ts'
import { removeMember } from '#features/parties/commands/people.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { consent, drafted, put, side } from '#tests/features/conclusions-given.ts'
import { content, done } from '#tests/features/meetings-given.ts'
import { type Held, heldMeeting, meetingOf } from '#tests/setup/meetings.ts'
import { partyOf, signedIn } from '#tests/setup/people.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { race } from './race.ts'

const ROUNDS = rounds({ sample: 50, whole: 1000 })
const minutes = 60_000

/** Another meeting of the same people. */
async function again(held: Held, state: 'open' | 'scheduled' = 'open'): Promise<Held> {
  const { groupId, sides, organizer, chair } = held
  return { ...held, ...(await meetingOf(groupId, sides, { organizer, chair, state })) }
}

/** A party of the group with a head, that can leave it. */
async function guest(groupId: string, round: number) {
  const head = await signedIn('Gus Wick')
  return { head, partyId: await partyOf(groupId, `Guest ${round}`, [[head, 'head']]) }
}

/** Meetings in which parties that left the group are still counted. */
function ghosts(groupId: string): Promise<number> {
  return asSystem('test', (tx) =>
    tx.meetingParty.count({ where: { groupId, leftAt: null, party: { leftAt: { not: null } } } }),
  )
}

test(`${ROUNDS} times a party leaves the meeting while its last stance arrives`, {
  timeout: 30 * minutes,
}, async () => {
  const first = await heldMeeting(3)
  let adopted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const held = await again(first)
    const id = await put(held)
    for (const place of [0, 1]) done(await consent(side(held, place).head, id))
    const { head, deputy, partyId } = side(held, 2)
    const [gone, stance] = await race(
      round,
      () => leaveMeeting(head, held.meetingId, partyId),
      () => consent(deputy, id),
    )
    expect(gone).toBeUndefined()
    const { state } = await asSystem('test', (tx) => tx.conclusion.findUniqueOrThrow({ where: { id } }))
    expect(state).toBe(isRefusal(stance) ? 'draft' : 'adopted')
    adopted += state === 'adopted' ? 1 : 0
  }
  tellFigure(6, 'leave/last stance', `${ROUNDS} rounds, ${adopted} adopted, ${ROUNDS - adopted} back in draft`)
})

test(`${ROUNDS} times two resolutions are put where one is the limit (rule 4)`, { timeout: 30 * minutes }, async () => {
  const first = await heldMeeting(3)
  for (let round = 0; round < ROUNDS; round++) {
    const held = await again(first)
    const { meetingId } = held
    const data = { resolutionLimit: 1 }
    await asSystem('test', (tx) => tx.meeting.update({ where: { id: meetingId }, data }), { write: true })
    const [one, other] = [await drafted(held, { kind: 'resolution' }), await drafted(held, { kind: 'resolution' })]
    const answers = await race(
      round,
      () => putToDeciders(held.chair, one, { version: 1 }),
      () => putToDeciders(held.chair, other, { version: 1 }),
    )
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
    expect(await asSystem('test', (tx) => tx.conclusion.count({ where: { meetingId, state: 'put' } }))).toBe(1)
  }
})

test(`${ROUNDS} times a party leaves the group while it is put into a meeting`, { timeout: 30 * minutes }, async () => {
  const held = await heldMeeting(2)
  const { groupId, organizer, sides } = held
  const ids = sides.map(({ partyId }) => partyId)
  const draft = (partyIds: string[]) =>
    createMeeting(organizer, groupId, { ...content, kind: 'multilateral' as const, partyIds })
  for (let round = 0; round < ROUNDS; round++) {
    const { head, partyId } = await guest(groupId, round)
    const { id } = done(await draft(ids))
    const [gone] = await race(
      round,
      () => leaveGroup(head, partyId),
      async () =>
        round % 4 < 2
          ? await draft([...ids, partyId])
          : await changeParties(organizer, id, { partyIds: [...ids, partyId], seen: ids }),
    )
    expect(gone).toBeUndefined()
    expect(await ghosts(groupId)).toBe(0)
  }
})

test(`${ROUNDS} times a party leaves the group while a next meeting is made with it`, {
  timeout: 30 * minutes,
}, async () => {
  const first = await heldMeeting(3)
  for (let round = 0; round < ROUNDS; round++) {
    const { head, partyId } = await guest(first.groupId, round)
    const joined = { partyId, head, deputy: head, delegate: head, observer: head }
    const { meetingId, itemId, chair, groupId } = await again({ ...first, sides: [...first.sides, joined] })
    const carry = { kind: 'item', id: itemId, outcome: 'carry', toMeetingId: 'next' } as const
    const [gone] = await race(
      round,
      () => leaveGroup(head, partyId),
      () => closeMeeting(chair, meetingId, { dispositions: [carry], next: { title: 'Once more' } }),
    )
    expect(gone).toBeUndefined()
    expect(await ghosts(groupId)).toBe(0)
  }
})

test(`${ROUNDS} times somebody is removed while they are given an office`, { timeout: 30 * minutes }, async () => {
  const held = await heldMeeting(3, 'scheduled')
  const { groupId, organizer } = held
  const { partyId, head } = side(held, 0)
  for (let round = 0; round < ROUNDS; round++) {
    const { meetingId } = await again(held, 'scheduled')
    const { personId } = await signedIn('Wim Dale')
    const membership = { groupId, partyId, personId, role: 'delegate' }
    await asSystem('test', (tx) => tx.partyMember.create({ data: membership }), { write: true })
    const [removed] = await race(
      round,
      () => removeMember(head, partyId, personId),
      () => appoint(organizer, meetingId, { office: 'rapporteur', personId }),
    )
    expect(removed).toBeUndefined()
    const inOffice = { meetingId, personId, endedAt: null }
    expect(await asSystem('test', (tx) => tx.meetingOffice.count({ where: inOffice }))).toBe(0)
  }
})
