/** What conclusions ask on Home: the same as on their own pages, of the same people. */
import { describe, expect, test } from 'vitest'
import { bringWord } from '#features/conclusions/commands/bring-word.ts'
import { takeBack } from '#features/conclusions/commands/conduct.ts'
import { recordDivergence, writeWords } from '#features/conclusions/commands/divergence.ts'
import { markCommitmentDone } from '#features/conclusions/commands/follow-commitment.ts'
import { loadCommitments, loadConclusion, loadMeetingConclusions } from '#features/conclusions/loaders.ts'
import { commitmentFilter } from '#features/conclusions/schema.ts'
import { loadHome } from '#features/home/loaders.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { clock } from '#lib/clock.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Held, heldMeeting } from '#tests/setup/meetings.ts'
import { adopted, answer, consent, done, inDays, put, side, wording } from './conclusions-given.ts'

const asks = async (viewer: Viewer) => (await loadHome(viewer)).asks
const kinds = async (viewer: Viewer) => (await asks(viewer)).map(({ kind }) => kind)
const adReferendum = (days: number) => ({ kind: 'ad-referendum', referendumOn: inDays(days) }) as const
const confirmed = { version: 1, word: 'confirmed', reason: null } as const

/** A text that is fixed with the answer of the last party ad referendum. */
async function fixed(held: Held): Promise<string> {
  const id = await put(held)
  const [last, ...others] = held.sides.map(({ head }) => head).reverse()
  if (last === undefined) throw new Error('The meeting has no parties.')
  done(await answer(last, id, adReferendum(5)))
  for (const other of others) done(await consent(other, id))
  return id
}

function promised(held: Held, place: number, personId: string | null = null): Promise<string> {
  const { partyId } = side(held, place)
  const commitments = [{ what: 'Publish the levels', partyId, personId, dueOn: inDays(30) }]
  return adopted(held, { kind: 'cooperation', content: { ...wording('The parties measure.'), commitments } })
}

describe('Given a version that is put', () => {
  test('then each is asked for what only they can give', async () => {
    const held = await heldMeeting(2)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const open = await put(held)
    const waiting = await fixed(held)
    expect(await asks(harbour.deputy)).toMatchObject([
      { kind: 'stance', thingId: open, partyId: harbour.partyId, at: null },
      { kind: 'word', thingId: waiting, meeting: { title: 'River levels' }, zone: 'Europe/Lisbon' },
    ])
    expect(await asks(mill.head)).toMatchObject([{ kind: 'stance', thingId: open }])
    for (const viewer of [mill.delegate, mill.observer, held.chair, held.organizer, held.outsider])
      expect(await kinds(viewer)).toEqual([])
  })

  test('when the date of an answer passes before the others gave theirs, then it is asked for anew', async () => {
    const held = await heldMeeting(2)
    const { head } = side(held, 0)
    const id = await put(held)
    done(await answer(head, id, adReferendum(3)))
    expect(await kinds(head)).toEqual([])
    const later = new Date(Date.now() + 5 * 86_400_000)
    expect(await clock.at(later, () => asks(head))).toMatchObject([{ kind: 'stance', thingId: id }])
  })

  test('in a study session, then its participants are asked for themselves', async () => {
    const held = await heldMeeting(1)
    const { head, deputy, delegate } = side(held, 0)
    const id = await put(held)
    done(await consent(head, id))
    expect(await kinds(head)).toEqual([])
    expect(await asks(deputy)).toMatchObject([{ kind: 'stance', partyId: null }])
    expect(await kinds(delegate)).toEqual([])
  })
})

describe('Given a version that its answers do not carry', () => {
  test('in a multilateral, then the chair is asked what becomes of it, until it is taken back', async () => {
    const held = await heldMeeting(3)
    const id = await put(held)
    done(await answer(side(held, 0).head, id, { kind: 'stand-aside', reason: 'Not our river' }))
    done(await answer(side(held, 1).head, id, { kind: 'stand-aside', reason: 'Nor ours' }))
    expect(await kinds(held.chair)).toEqual([])
    done(await consent(side(held, 2).head, id))
    const { meetingId } = held
    expect(await asks(held.chair)).toMatchObject([
      { kind: 'not-carried', thingId: id, partyId: null, meeting: { id: meetingId }, awaited: true },
    ])
    expect((await loadConclusion(held.chair, id))?.asked).toMatchObject({ kind: 'not-carried', of: null, version: 1 })
    expect((await loadMeetingConclusions(held.chair, meetingId))?.asked).toBe(1)
    for (const viewer of [side(held, 0).head, held.organizer, held.outsider]) expect(await kinds(viewer)).toEqual([])
    done(await takeBack(held.chair, id, { version: 1, reason: 'Anew' }))
    expect(await kinds(held.chair)).toEqual([])
  })

  test('in a bilateral, then either side is asked too', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    done(await answer(side(held, 1).deputy, id, { kind: 'object', reason: 'Too vague' }))
    const { chair, sides } = held
    for (const viewer of [chair, ...sides.map(({ head }) => head)])
      expect(await asks(viewer)).toMatchObject([{ kind: 'not-carried', thingId: id }])
    for (const { delegate, observer } of sides)
      for (const viewer of [delegate, observer]) expect(await kinds(viewer)).toEqual([])
  })
})

test('Given a divergence, each side is asked for its words until they are there', async () => {
  const held = await heldMeeting(2)
  const [mill, harbour] = [side(held, 0), side(held, 1)]
  const id = await put(held)
  done(await consent(mill.head, id))
  done(await answer(harbour.head, id, { kind: 'object', reason: 'Too vague' }))
  const divergence = done(await recordDivergence(mill.head, id, { title: 'Who measures' })).id
  expect(await asks(harbour.head)).toMatchObject([{ kind: 'words', thingId: divergence }])
  done(await writeWords(harbour.head, divergence, { words: 'The harbour measures alone.', seen: null }))
  expect(await kinds(harbour.head)).toEqual([])
  expect(await kinds(mill.deputy)).toEqual(['words'])
})

describe('Given a commitment', () => {
  test('then it is asked of whoever says how it goes, until it is done', async () => {
    const held = await heldMeeting(2)
    const { head, deputy, delegate } = side(held, 1)
    await promised(held, 1)
    for (const viewer of [head, deputy]) expect(await asks(viewer)).toMatchObject([{ kind: 'commitment', late: false }])
    for (const viewer of [delegate, side(held, 0).head, held.chair]) expect(await kinds(viewer)).toEqual([])
    const list = await loadCommitments(head, held.groupId, commitmentFilter.parse({}))
    done(await markCommitmentDone(head, list?.commitments[0]?.id ?? ''))
    expect(await kinds(head)).toEqual([])
  })
})

describe('Given a party that left the meeting (rule 15)', () => {
  test('then it is still asked for the word of its principals, and brings it (rule 8)', async () => {
    const held = await heldMeeting(3)
    const { head, partyId } = side(held, 2)
    const id = await fixed(held)
    done(await leaveMeeting(head, held.meetingId, partyId))
    expect(await asks(head)).toMatchObject([{ kind: 'word', thingId: id, partyId, meeting: { id: held.meetingId } }])
    expect(done(await bringWord(head, id, confirmed)).state).toBe('adopted')
    expect(await kinds(head)).toEqual([])
  })

  test('then its commitments stay its own, and what is put without it does not concern it', async () => {
    const held = await heldMeeting(3)
    const { head, partyId } = side(held, 2)
    const id = await promised(held, 2)
    done(await leaveMeeting(head, held.meetingId, partyId))
    await put(held, { title: 'Without them' })
    expect(await asks(head)).toMatchObject([{ kind: 'commitment', thingId: id, title: 'Publish the levels' }])
  })
})
