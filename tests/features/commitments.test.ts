import { describe, expect, test } from 'vitest'
import { todayIn } from '#domain/calendar-day.ts'
import { drop, markCommitmentDone, reopen } from '#features/conclusions/commands/follow-commitment.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { loadCommitments, loadConclusion } from '#features/conclusions/loaders.ts'
import { commitmentFilter } from '#features/conclusions/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Held, heldMeeting, recordedKinds } from '#tests/setup/meetings.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { adopted, done, drafted, inDays, refusedAs, side, wording } from './conclusions-given.ts'

const by = (partyId: string, dueOn = inDays(30), what = 'Publish the levels') => ({
  what,
  partyId,
  personId: null,
  dueOn,
})

const cooperation = (...commitments: ReturnType<typeof by>[]) =>
  ({ kind: 'cooperation', title: 'Measuring', content: { ...wording('The parties measure.'), commitments } }) as const

/** Two adopted commitments, one for each party; the id of the first party's. */
async function promised(held: Held): Promise<string> {
  await adopted(held, cooperation(by(side(held, 0).partyId), by(side(held, 1).partyId, inDays(10), 'Repair the gauge')))
  const own = (await listed(side(held, 0).head, held, {})).find(({ mine }) => mine)
  if (own === undefined) throw new Error('Nothing is listed.')
  return own.id
}

async function listed(viewer: Viewer, { groupId }: Held, filter: object) {
  return (await loadCommitments(viewer, groupId, commitmentFilter.parse(filter)))?.commitments ?? []
}

describe('Given commitments of an adopted conclusion', () => {
  test('then they are listed, what is due first, each with where it came from', async () => {
    const held = await heldMeeting(2)
    await promised(held)
    expect(await listed(side(held, 0).head, held, {})).toMatchObject([
      { what: 'Repair the gauge', mine: false },
      {
        what: 'Publish the levels',
        mine: true,
        conclusion: { title: 'Measuring' },
        meeting: { title: 'River levels' },
      },
    ])
    expect(await listed(side(held, 1).observer, held, {})).toMatchObject([{ mine: true }, { mine: false }])
    expect(await listed(side(held, 0).head, held, { party: side(held, 1).partyId })).toHaveLength(1)
    expect(await listed(side(held, 1).delegate, held, {})).toMatchObject([{ can: { done: false } }, {}])
  })

  test('when the responsible party says so, then one is done, and reopened with a reason', async () => {
    const held = await heldMeeting(2)
    const { deputy, delegate } = side(held, 0)
    const id = await promised(held)
    for (const viewer of [delegate, side(held, 1).head, held.chair])
      expect(refusedAs(await markCommitmentDone(viewer, id))).toBe('not-entitled')
    expect(await markCommitmentDone(deputy, id)).toEqual({ id, state: 'done' })
    expect(refusedAs(await markCommitmentDone(deputy, id))).toBe('commitment-not-open')
    expect(refusedAs(await reopen(deputy, id, { reason: '' }))).toBe('text-missing')
    expect(await reopen(deputy, id, { reason: 'A page is missing' })).toEqual({ id, state: 'open' })
    expect(await listed(deputy, held, {})).toMatchObject([{}, { id, reason: 'A page is missing' }])
    expect((await recordedKinds(held.meetingId)).slice(-2)).toEqual(['commitment-done', 'commitment-reopened'])
  })

  test('when two say at once that it is done, then it was done once', async () => {
    const held = await heldMeeting(2)
    const { head, deputy } = side(held, 0)
    const id = await promised(held)
    const answers = await Promise.all([markCommitmentDone(head, id), markCommitmentDone(deputy, id)])
    expect(answers.map(refusedAs)).toEqual(expect.arrayContaining([{ id, state: 'done' }, 'commitment-not-open']))
  })

  test('when one is dropped, then it says why', async () => {
    const held = await heldMeeting(2)
    const { head } = side(held, 0)
    const id = await promised(held)
    done(await drop(head, id, { reason: 'The gauge broke' }))
    expect(await listed(head, held, { state: 'dropped' })).toMatchObject([
      { id, reason: 'The gauge broke', state: 'dropped' },
    ])
    expect(await listed(head, held, {})).toHaveLength(1)
  })

  test('when its day is over where the party is, then it is late, and not before', async () => {
    const held = await heldMeeting(2)
    const { partyId, head } = side(held, 0)
    await asSystem(
      'test',
      (tx) => tx.party.update({ where: { id: partyId }, data: { timeZone: 'Pacific/Pago_Pago' } }),
      {
        write: true,
      },
    )
    await adopted(held, cooperation(by(partyId, todayIn('Pacific/Pago_Pago', new Date()))))
    expect(await listed(head, held, { state: 'late' })).toEqual([])
    await asSystem(
      'test',
      (tx) => tx.party.update({ where: { id: partyId }, data: { timeZone: 'Pacific/Kiritimati' } }),
      {
        write: true,
      },
    )
    expect(await listed(head, held, { state: 'late' })).toMatchObject([{ state: 'late' }])
    expect(await listed(head, held, { state: 'open' })).toHaveLength(1)
  })

  test('when a later conclusion replaces theirs, then they bind nobody any more', async () => {
    const held = await heldMeeting(2)
    const { head, partyId } = side(held, 0)
    const older = await adopted(held, cooperation(by(partyId)))
    const [old] = await listed(head, held, {})
    await adopted(held, { ...cooperation(by(partyId, inDays(60))), supersedesId: older })
    expect(await listed(head, held, {})).toHaveLength(1)
    expect(await listed(head, held, { state: 'replaced' })).toMatchObject([{ id: old?.id }])
    expect(refusedAs(await markCommitmentDone(head, old?.id ?? ''))).toBe('commitment-replaced')
  })
})

describe('Given a commitment that was done before a later conclusion replaced its own', () => {
  test('then it stays done, and nobody is offered to take it up again', async () => {
    const held = await heldMeeting(2)
    const { head, partyId } = side(held, 0)
    const older = await adopted(held, cooperation(by(partyId)))
    const [{ id } = { id: '' }] = await listed(head, held, {})
    done(await markCommitmentDone(head, id))
    expect(await listed(head, held, { state: 'done' })).toMatchObject([{ id, can: { reopen: true } }])
    await adopted(held, { ...cooperation(by(partyId, inDays(60))), supersedesId: older })
    expect(refusedAs(await reopen(head, id, { reason: 'A page is missing' }))).toBe('commitment-replaced')
    expect(await listed(head, held, { state: 'done' })).toMatchObject([{ id, can: { reopen: false } }])
    const page = await loadConclusion(head, older)
    expect(page?.commitments).toMatchObject([{ id, state: 'done', can: { reopen: false } }])
  })
})

describe('Given somebody who may not know of them', () => {
  test('then they are not there, until the conclusion is shared', async () => {
    const held = await heldMeeting(2)
    const id = await promised(held)
    for (const viewer of [held.organizer, held.outsider]) {
      expect(await listed(viewer, held, { state: 'all' })).toEqual([])
      expect(refusedAs(await markCommitmentDone(viewer, id))).toBe('not-found')
    }
    const conclusion = (await listed(held.chair, held, {}))[0]?.conclusion.id ?? ''
    for (const { head } of held.sides) done(await shareWithGroup(head, conclusion, { agree: true }))
    expect(await listed(held.outsider, held, {})).toMatchObject([{ meeting: null }, { meeting: null }])
  })

  test('then what only stands in a draft is no commitment', async () => {
    const held = await heldMeeting(2)
    await drafted(held, cooperation(by(side(held, 0).partyId)))
    expect(await listed(side(held, 0).head, held, { state: 'all' })).toEqual([])
    const inDraft = await asSystem('test', (tx) => tx.commitment.findFirstOrThrow({ where: { groupId: held.groupId } }))
    expect(refusedAs(await markCommitmentDone(side(held, 0).head, inDraft.id))).toBe('not-found')
  })
})

test('Given many commitments, the list comes by pages, with as many statements as for few', async () => {
  const held = await heldMeeting(2)
  const { head, partyId } = side(held, 0)
  const statements = async () => (await countStatements(() => listed(head, held, {}))).statements.length
  await adopted(held, cooperation(by(partyId)))
  const few = await statements()
  await adopted(held, cooperation(...Array.from({ length: 30 }, (_, n) => by(partyId, inDays(40 + n)))))
  expect(await statements()).toBe(few)
  expect(few).toBeLessThanOrEqual(6)
  expect(await listed(head, held, {})).toHaveLength(25)
  expect(await listed(head, held, { page: '2' })).toHaveLength(6)
})
