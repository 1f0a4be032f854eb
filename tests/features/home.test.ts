/** Home: what is asked, what is ahead and what changed, for whoever looks and for nobody else. */
import { expect, test } from 'vitest'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { loadGroupHome, loadHome } from '#features/home/loaders.ts'
import { closeMeeting } from '#features/meetings/commands/close-meeting.ts'
import { declineOffer } from '#features/meetings/commands/offers.ts'
import { openMeeting } from '#features/meetings/commands/open-meeting.ts'
import { appoint } from '#features/meetings/commands/people.ts'
import { proposeBilateral } from '#features/meetings/commands/propose-bilateral.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { markDone } from '#features/preparation/commands/follow.ts'
import { newAssignments } from '#features/preparation/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { partyOf, signedIn } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { adopted, consent, put, side } from './conclusions-given.ts'
import { ahead, content, done, planFor, proposed, scene, scheduled } from './meetings-given.ts'

const asks = async (viewer: Viewer) => (await loadHome(viewer)).asks
const kinds = async (viewer: Viewer) => (await asks(viewer)).map(({ kind }) => kind)
const write = { write: true }

test('Given somebody in no group, Home is empty; another group’s Home does not exist for them', async () => {
  const { groupId } = await scene()
  const stranger = await signedIn('Ida Roth')
  expect(await loadHome(stranger)).toMatchObject({ groups: [], asks: [], meetings: [], changes: [] })
  expect(await loadGroupHome(stranger, groupId)).toBeNull()
})

test('Given homework, an offered time and an officer to accept, they are asked in the order of their days', async () => {
  const given = await scene()
  const { organizer, weir, mill, groupId } = given
  const editionId = await publishedText(groupId, organizer)
  const meetingId = await proposed(given)
  await appoint(weir.head, meetingId, { office: 'rapporteur', personId: organizer.personId })
  const homework = { as: 'organizer', kind: 'read', to: [{ partyId: mill.id }], dueOn: '2200-01-31' }
  const { ids } = done(
    await assign(
      organizer,
      groupId,
      newAssignments.parse({ ...homework, citations: [{ editionId, first: 2, last: 2 }] }),
    ),
  )
  expect(await kinds(mill.head)).toEqual(['offer', 'office', 'homework'])
  expect(await asks(mill.head)).toContainEqual(
    expect.objectContaining({ kind: 'homework', title: '1 ¶2, The river book', detail: 'read', late: false }),
  )
  // A delegate does homework, but answers no offer and accepts no officer (rule 13); an observer is asked nothing.
  expect(await kinds(mill.delegate)).toEqual(['homework'])
  expect(await kinds(mill.observer)).toEqual([])
  expect(await kinds(weir.head)).toEqual([])
  await markDone(mill.head, ids[0] ?? '')
  expect(await kinds(mill.delegate)).toEqual([])
})

test('Given a put version and homework with a day, the version comes first: others wait for the answer', async () => {
  const held = await heldMeeting(2)
  const [first] = held.sides
  if (first === undefined) throw new Error('There are no sides.')
  const { head, partyId } = first
  const editionId = await publishedText(held.groupId, held.organizer)
  const homework = { as: 'organizer', kind: 'read', to: [{ partyId }], dueOn: '2200-01-31' }
  const citations = [{ editionId, first: 1, last: 3 }]
  done(await assign(held.organizer, held.groupId, newAssignments.parse({ ...homework, citations })))
  await put(held)
  expect(await asks(head)).toMatchObject([
    { kind: 'stance', at: null, awaited: true },
    { kind: 'homework', title: '1 ¶1–1 ¶3, The river book', awaited: false },
  ])
})

test('Given a put version, it is asked of those who speak for a party that has not answered', async () => {
  const held = await heldMeeting(2)
  const [first, second] = held.sides
  if (first === undefined || second === undefined) throw new Error('There are no sides.')
  const id = await put(held)
  expect(await asks(first.head)).toMatchObject([{ kind: 'stance', thingId: id, meeting: { id: held.meetingId } }])
  expect(await kinds(first.deputy)).toEqual(['stance'])
  for (const viewer of [first.delegate, first.observer, held.organizer, held.outsider, held.chair])
    expect(await kinds(viewer)).toEqual([])
  done(await consent(first.head, id))
  expect(await kinds(first.head)).toEqual([])
  expect(await kinds(second.head)).toEqual(['stance'])
})

test('Given meetings of others, they are neither ahead nor among the changes; the organizer sees that they are held', async () => {
  const given = await scene()
  const { organizer, weir, mill, ferry, groupId } = given
  const between = { partyId: weir.id, withPartyId: mill.id, time: ahead(5), message: '' }
  const secret = done(await proposeBilateral(weir.head, groupId, { ...content, title: 'Canary weir', ...between })).id
  const bilateral = await scheduled(given, 'bilateral', [weir.id, mill.id])
  expect(JSON.stringify(await loadHome(ferry.head))).not.toMatch(new RegExp(`Canary|${bilateral}|${secret}`))
  expect((await loadHome(weir.delegate)).meetings).toMatchObject([{ id: bilateral, takesPart: true }])
  expect((await loadHome(weir.head)).changes).toMatchObject([
    { in: 'meeting', kind: 'scheduled', meeting: { id: bilateral } },
    { in: 'meeting', kind: 'proposed', meeting: { id: secret } },
  ])
  const organized = await loadHome(organizer)
  expect(organized.meetings).toMatchObject([{ id: bilateral, takesPart: false }])
  // That it is scheduled, and nothing of what was only proposed.
  expect(organized.changes.filter((change) => change.in === 'meeting')).toMatchObject([
    { kind: 'scheduled', meeting: { id: bilateral }, conclusion: null },
  ])
})

test('Given a proposal that the other party declined, both are told so, and nobody that it was cancelled', async () => {
  const given = await scene()
  const { organizer, weir, mill, ferry } = given
  const meetingId = await proposed(given)
  const offerId = (await planFor(mill.head, meetingId)).offer?.id ?? ''
  done(await declineOffer(mill.head, meetingId, { offerId, reason: 'Not this spring' }))
  const told = async (viewer: Viewer) =>
    (await loadHome(viewer)).changes.flatMap((change) => (change.in === 'meeting' ? [change.kind] : []))
  expect(await told(weir.head)).toEqual(['proposal-declined'])
  expect(await told(mill.delegate)).toEqual(['proposal-declined'])
  // It was theirs alone, and so is its end.
  expect(await told(organizer)).toEqual([])
  expect(await told(ferry.head)).toEqual([])
})

test('Given what happens in a bilateral, its parties are told of the conclusion, the organizer of the meeting alone', async () => {
  const held = await heldMeeting(2)
  const { organizer, outsider } = held
  const changed = async (viewer: Viewer) =>
    (await loadHome(viewer)).changes.flatMap((change) =>
      change.in === 'meeting' || change.in === 'sharing'
        ? [[change.in === 'meeting' ? change.kind : 'shared', change.conclusion?.title ?? null, change.meeting?.id]]
        : [],
    )
  const id = await adopted(held, { title: 'Canary levels' })
  done(
    await closeMeeting(held.chair, held.meetingId, {
      dispositions: [{ kind: 'item', id: held.itemId, outcome: 'settled' }],
    }),
  )
  expect(await changed(side(held, 0).head)).toEqual([
    ['closed', null, held.meetingId],
    ['adopted', 'Canary levels', held.meetingId],
  ])
  expect(await changed(organizer)).toEqual([['closed', null, held.meetingId]])
  expect(await changed(outsider)).toEqual([])
  // Once every party of it shares it, the group reads it, and no more than that.
  for (const { head } of held.sides) done(await shareWithGroup(head, id, { agree: true }))
  expect(await changed(organizer)).toEqual([
    ['shared', 'Canary levels', undefined],
    ['closed', null, held.meetingId],
  ])
  expect(await changed(outsider)).toEqual([['shared', 'Canary levels', undefined]])
  // Told of once, by what happened to it last.
  expect(await changed(side(held, 0).head)).toEqual([
    ['shared', 'Canary levels', held.meetingId],
    ['closed', null, held.meetingId],
  ])
})

test('Given a multilateral, the whole group is told when it will be; that it was opened, those who know more', async () => {
  const given = await scene()
  const { organizer, weir, mill, ferry, groupId } = given
  const raft = await signedIn('Ro Pine')
  await partyOf(groupId, 'Raft', [[raft, 'head']])
  const meetingId = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  const told = async (viewer: Viewer) =>
    (await loadHome(viewer)).changes.flatMap((change) => (change.in === 'meeting' ? [change.kind] : []))
  expect(await told(raft)).toEqual(['scheduled'])
  done(await appoint(organizer, meetingId, { office: 'chair', personId: organizer.personId }))
  done(await openMeeting(organizer, meetingId))
  expect(await told(organizer)).toEqual(['opened'])
  expect(await told(raft)).toEqual(['scheduled'])
})

test('Given a text limited to a party, its people and the organizers are told that it was published', async () => {
  const { groupId, organizer, weir, mill } = await scene()
  await publishedText(groupId, organizer, [weir.id])
  const told = async (viewer: Viewer) =>
    (await loadHome(viewer)).changes.flatMap((change) => (change.in === 'text' ? [change.text.title] : []))
  for (const viewer of [organizer, weir.observer]) expect(await told(viewer)).toEqual(['The river book'])
  expect(await told(mill.head)).toEqual([])
})

test('Given somebody of two parties of one meeting, they are asked to choose, and nothing of it before', async () => {
  const given = await scene()
  const both = await signedIn('Bo Lind')
  const raft = await partyOf(given.groupId, 'Raft', [[both, 'head']])
  await asSystem(
    'test',
    (tx) =>
      tx.partyMember.create({
        data: { groupId: given.groupId, partyId: given.weir.id, personId: both.personId, role: 'deputy' },
      }),
    write,
  )
  const meetingId = await scheduled(given, 'bilateral', [given.weir.id, raft])
  expect(await asks(both)).toMatchObject([{ kind: 'choose-party', meeting: { id: meetingId } }])
  expect((await loadHome(both)).changes.filter((change) => change.in === 'meeting')).toEqual([])
})

test('Given one line of each or thirty, Home needs the same few statements', async () => {
  const given = await scene()
  const { organizer, weir, groupId } = given
  const editionId = await publishedText(groupId, organizer)
  const more = async () => {
    const asked = {
      as: 'organizer',
      kind: 'read',
      to: [{ partyId: weir.id }],
      citations: [{ editionId, first: 1, last: 1 }],
    }
    done(await assign(organizer, groupId, newAssignments.parse(asked)))
    await proposed(given)
    await scheduled(given, 'study', [weir.id])
  }
  const counted = async () => (await countStatements(() => loadHome(weir.head))).statements.length
  await more()
  const few = await counted()
  for (let n = 0; n < 29; n++) await more()
  expect(await counted()).toBe(few)
  expect(few).toBeLessThanOrEqual(6)
})
