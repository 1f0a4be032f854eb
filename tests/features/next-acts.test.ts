/** What comes next: whoever can do it is told, with its number, and nobody else. */
import { expect, test } from 'vitest'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { loadMeetingConclusions } from '#features/conclusions/loaders.ts'
import { bringBackWelcome, putAwayWelcome } from '#features/home/commands/put-away-welcome.ts'
import { loadGroupHome, loadHome } from '#features/home/loaders.ts'
import { addItem } from '#features/meetings/commands/agenda.ts'
import { closeMeeting } from '#features/meetings/commands/close-meeting.ts'
import { declineOffer, offerAnotherTime } from '#features/meetings/commands/offers.ts'
import { appoint, takeSeat } from '#features/meetings/commands/people.ts'
import { loadPlan } from '#features/meetings/loaders.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { markDone } from '#features/preparation/commands/follow.ts'
import { newAssignments } from '#features/preparation/schema.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadRecord } from '#features/records/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'
import { adopted, side } from './conclusions-given.ts'
import { ahead, done, drafted, installedHead, item, proposed, scene, scheduled } from './meetings-given.ts'

const write = { write: true }
/** What comes next, and behind it what they wait for. */
const next = async (viewer: Viewer) => {
  const { next: acts, waits } = await loadHome(viewer)
  return [...acts, ...waits]
}
const kinds = async (viewer: Viewer) => (await next(viewer)).map(({ first }) => first.kind)
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** An invitation of a first head, as far as it matters here. */
async function invited(groupId: string, partyId: string, by: Viewer, expiresAt: Date): Promise<void> {
  const data = { groupId, partyId, role: 'head', invitedById: by.personId, expiresAt, tokenHash: crypto.randomUUID() }
  await asSystem('test', (tx) => tx.invitation.create({ data }), write)
}

/** A passage that an organizer gives a party to read, also for a meeting. */
function reading(editionId: string, partyId: string, meetingId?: string) {
  const homework = { as: 'organizer', kind: 'read', to: [{ partyId }], dueOn: '2200-01-31', meetingId }
  return newAssignments.parse({ ...homework, citations: [{ editionId, first: 2, last: 2 }] })
}

const when = (meetingId: string, data: { startsAt: Date; state?: 'open' | 'scheduled' }) =>
  asSystem('test', (tx) => tx.meeting.update({ where: { id: meetingId }, data }), write)

test('Given a group with nothing in it, its organizer is told on what it is founded, in that order', async () => {
  const organizer = await signedIn('Olga Ness')
  const groupId = await groupOf(organizer)
  expect(await kinds(organizer)).toEqual(['party', 'text', 'meeting'])
  await partyOf(groupId, 'Weir')
  await publishedText(groupId, organizer)
  expect(await kinds(organizer)).toEqual(['invite-head', 'meeting'])
})

test('Given parties without a head, they are told as one, and apart by how their invitation stands', async () => {
  const organizer = await signedIn('Olga Ness')
  const groupId = await groupOf(organizer)
  const head = await signedIn('Hal Birch')
  const own = await partyOf(groupId, 'Weir', [[head, 'head']])
  const [mill, ferry] = [await partyOf(groupId, 'Mill'), await partyOf(groupId, 'Ferry')]
  const heads = async () =>
    (await next(organizer))
      .filter(({ first }) => first.kind.includes('head'))
      .map(({ first, titles }) => [first.kind, titles])
  expect(await heads()).toEqual([['invite-head', ['Ferry', 'Mill']]])
  await invited(groupId, mill, organizer, new Date(Date.now() + 86_400_000))
  await invited(groupId, ferry, organizer, hoursAgo(1))
  expect(await heads()).toEqual([
    ['invite-head-again', ['Ferry']],
    ['head-unanswered', ['Mill']],
  ])
  await asSystem(
    'test',
    (tx) => tx.invitation.updateMany({ where: { partyId: mill }, data: { declinedAt: new Date() } }),
    write,
  )
  expect(await heads()).toEqual([
    ['invite-head-again', ['Ferry']],
    ['invite-head-declined', ['Mill']],
  ])
  // Another one that is open is waited for.
  await invited(groupId, mill, organizer, new Date(Date.now() + 43_200_000))
  expect(await heads()).toContainEqual(['head-unanswered', ['Mill']])
  // A party says itself who works in it; whether others have a head is the organizer's to see to.
  expect(await next(head)).toMatchObject([{ first: { kind: 'name-people', thingId: own } }])
})

test('Given a head alone in the party, they are asked to name others, and wait for those who are invited', async () => {
  const given = await scene()
  const head = await signedIn('Hal Birch')
  const partyId = await partyOf(given.groupId, 'Raft', [[head, 'head']])
  expect(await kinds(head)).toEqual(['name-people'])
  expect(await kinds(given.weir.head)).toEqual([])
  const data = { groupId: given.groupId, partyId, role: 'delegate', invitedById: head.personId }
  const invite = (expiresAt: Date, more: object = {}) =>
    asSystem(
      'test',
      (tx) => tx.invitation.create({ data: { ...data, ...more, expiresAt, tokenHash: crypto.randomUUID() } }),
      write,
    )
  await invite(hoursAgo(1))
  expect(await kinds(head)).toEqual(['name-people'])
  // Whoever opened one under another address is asked to be confirmed, and not waited for.
  await invite(hoursAgo(-24), { claimedById: given.mill.head.personId, claimedAt: new Date() })
  expect(await kinds(head)).toEqual([])
  await invite(hoursAgo(-48))
  await invite(hoursAgo(-72))
  expect(await next(head)).toMatchObject([{ first: { kind: 'people-unanswered', thingId: partyId, count: 2 } }])
  for (const other of [given.organizer, given.weir.head]) expect(await kinds(other)).not.toContain('people-unanswered')
  await invite(hoursAgo(-72), { declinedAt: new Date() })
  expect(await next(head)).toMatchObject([
    { first: { kind: 'people-declined', thingId: partyId, count: 1 } },
    { first: { kind: 'people-unanswered', count: 2 } },
  ])
})

test('Given a text that is only a draft, the organizer is asked to publish it, and nobody knows of it else', async () => {
  const given = await scene()
  const { groupId, organizer, weir } = given
  await asSystem(
    'test',
    async (tx) => {
      const text = await tx.text.create({ data: { groupId, title: 'Canary book', createdById: organizer.personId } })
      const by = { createdById: organizer.personId, passageCount: 0, number: 1, state: 'draft' }
      await tx.edition.create({ data: { groupId, textId: text.id, ...by } })
    },
    write,
  )
  expect(await next(organizer)).toMatchObject([
    { first: { kind: 'edition' }, titles: ['Canary book'] },
    { first: { kind: 'meeting' } },
  ])
  expect(JSON.stringify(await loadHome(weir.head))).not.toContain('Canary')
})

test('Given a draft, its maker and other organizers are asked for its date and its agenda, and no party', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  const other = await signedIn('Oda Vik')
  await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: other.personId } }), write)
  await publishedText(groupId, organizer)
  const id = await drafted(given, 'multilateral', [weir.id, mill.id, ferry.id])
  for (const viewer of [organizer, other])
    expect((await next(viewer)).map(({ first }) => [first.kind, first.thingId])).toEqual([
      ['agenda', id],
      ['schedule', id],
    ])
  expect(await kinds(weir.head)).toEqual([])
})

test('Given a draft whose agenda is longer than its time, room is made first, whatever parties and statements make of it', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  await publishedText(groupId, organizer)
  const id = await drafted(given, 'multilateral', [weir.id, mill.id, ferry.id])
  // 180 minutes in all: with three parties an item takes 15 minutes of statements, and procedure none.
  done(await addItem(organizer, id, item(0, { minutes: 150 })))
  done(await addItem(organizer, id, item(1, { minutes: 15, kind: 'procedure' })))
  expect(await kinds(organizer)).toEqual(['passages', 'schedule'])
  done(await addItem(organizer, id, item(2, { minutes: 1, kind: 'procedure' })))
  expect((await next(organizer)).map(({ first }) => [first.kind, first.thingId])).toEqual([
    ['make-room', id],
    ['schedule', id],
  ])
  expect(await kinds(weir.head)).toEqual([])
})

test('Given groups that nobody organizes, whoever looks after the instance is told of those to which nobody is invited', async () => {
  const admin = await signedIn('Ada Vale', { isInstanceAdmin: true })
  const alone = async (name: string) =>
    asSystem('test', async (tx) => (await tx.group.create({ data: { name, timeZone: 'Europe/Lisbon' } })).id, write)
  const [lacks, asked] = [await alone('Leaderless'), await alone('Asked')]
  const data = { groupId: asked, role: 'organizer', invitedById: admin.personId, expiresAt: hoursAgo(-24) }
  await asSystem('test', (tx) => tx.invitation.create({ data: { ...data, tokenHash: crypto.randomUUID() } }), write)
  const told = async (viewer: Viewer) => (await loadHome(viewer)).leaderless.map(({ id }) => id)
  expect(await told(admin)).toContain(lacks)
  expect(await told(admin)).not.toContain(asked)
  // A no leaves it without an organizer, until another opens what was declined and waits.
  const change = (answered: object) =>
    asSystem('test', (tx) => tx.invitation.updateMany({ where: { groupId: asked }, data: answered }), write)
  await change({ declinedAt: new Date() })
  expect(await told(admin)).toContain(asked)
  await change({ claimedById: admin.personId, claimedAt: new Date() })
  expect(await told(admin)).not.toContain(asked)
  const { organizer } = await scene()
  expect(await told(organizer)).toEqual([])
})

test('Given a scheduled bilateral, its two parties are asked for agenda and passages, and its organizer learns of neither', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  const editionId = await publishedText(groupId, organizer)
  const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
  expect(await next(weir.head)).toMatchObject([{ first: { kind: 'agenda', meeting: { id } } }])
  expect(await kinds(mill.deputy)).toEqual(['agenda'])
  for (const viewer of [organizer, weir.delegate, weir.observer, ferry.head]) expect(await kinds(viewer)).toEqual([])
  done(await addItem(weir.head, id, item(0, { title: 'Canary sill' })))
  done(await addItem(weir.head, id, item(1, { kind: 'procedure' })))
  expect(await next(mill.head)).toMatchObject([{ first: { kind: 'passages', count: 1 }, count: 1 }])
  for (const viewer of [organizer, ferry.head])
    expect(JSON.stringify(await loadHome(viewer))).not.toMatch(/Canary|passages/)
  done(await addItem(weir.head, id, item(2, { citations: [{ editionId, first: 2, last: 2 }] })))
  expect(await next(mill.head)).toMatchObject([{ first: { kind: 'passages' }, count: 1 }])
})

test('Given what one party only proposed to another, no organizer is told what it lacks', async () => {
  const given = await scene()
  await publishedText(given.groupId, given.organizer)
  await proposed(given)
  expect(await kinds(given.weir.head)).toEqual(['agenda'])
  expect(await kinds(given.organizer)).toEqual(['meeting'])
  expect(await kinds(given.ferry.head)).toEqual([])
})

test('Given a proposal that was declined, either party may propose another time, until something is begun; nobody else learns of it', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  await publishedText(groupId, organizer)
  const id = await proposed(given)
  const offerId = (await loadPlan(mill.head, id))?.offer?.id ?? ''
  done(await declineOffer(mill.head, id, { offerId, reason: '' }))
  const again = async (viewer: Viewer) =>
    (await next(viewer)).flatMap(({ first }) => (first.kind === 'propose-again' ? [first.thingId] : []))
  expect(await again(mill.head)).toEqual([weir.id])
  expect(await again(weir.deputy)).toEqual([mill.id])
  for (const viewer of [organizer, mill.delegate, mill.observer, ferry.head]) expect(await again(viewer)).toEqual([])
  await proposed(given)
  expect(await again(mill.head)).toEqual([])
})

test('Given a draft that two parties hold between them, those who speak for either offer its time until one is offered', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  await publishedText(groupId, organizer)
  const id = await proposed(given)
  // As one that a meeting left behind: nobody has offered a time in it.
  await asSystem('test', (tx) => tx.timeProposal.deleteMany({ where: { meetingId: id } }), write)
  const asked = async (viewer: Viewer) =>
    (await next(viewer)).flatMap(({ first }) => (first.kind === 'offer-time' ? [first.thingId] : []))
  for (const viewer of [weir.head, weir.deputy, mill.head]) expect(await asked(viewer)).toEqual([id])
  for (const viewer of [weir.delegate, weir.observer, ferry.head, organizer]) expect(await asked(viewer)).toEqual([])
  done(await offerAnotherTime(mill.head, id, { time: ahead(9), message: '' }))
  for (const viewer of [weir.head, mill.head]) expect(await asked(viewer)).toEqual([])
})

test('Given a multilateral with a date and no chair, the organizer is asked for one; then the chair to open it', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  const editionId = await publishedText(groupId, organizer)
  const id = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  done(await addItem(organizer, id, item(0, { citations: [{ editionId, first: 1, last: 1 }] })))
  expect(await kinds(organizer)).toEqual(['appoint-chair', 'assign'])
  expect(await kinds(weir.head)).toEqual([])
  const chair = await signedIn('Noor Vale')
  await partyOf(groupId, 'Raft', [
    [await signedIn('Ro Pine'), 'head'],
    [chair, 'observer'],
  ])
  done(await appoint(organizer, id, { office: 'chair', personId: chair.personId }))
  expect(await next(organizer)).toMatchObject([{ first: { kind: 'assign', thingId: id } }])
  done(await assign(organizer, groupId, reading(editionId, weir.id, id)))
  expect(await kinds(organizer)).toEqual([])
  await when(id, { startsAt: hoursAgo(1) })
  expect(await kinds(chair)).toEqual(['open-meeting'])
  expect(await kinds(organizer)).toEqual([])
  // Once its time is over, whoever set its date can set another.
  await when(id, { startsAt: hoursAgo(30) })
  expect(await kinds(organizer)).toEqual(['unopened'])
  expect(await kinds(weir.observer)).toEqual([])
})

test('Given a study session, who leads its party is asked who takes part, and again once somebody came; nobody else is', async () => {
  const given = await scene()
  const { organizer, groupId, weir } = given
  await publishedText(groupId, organizer)
  const id = await scheduled(given, 'study', [weir.id])
  const asked = async (viewer: Viewer) =>
    (await next(viewer)).filter(({ first }) => first.kind === 'name-participants').map(({ count }) => count)
  // Its head, deputy and delegate: an observer takes no part.
  expect(await asked(weir.head)).toEqual([3])
  expect(await asked(weir.deputy)).toEqual([3])
  for (const viewer of [weir.delegate, weir.observer, organizer, given.mill.head])
    expect(await asked(viewer)).toEqual([])
  done(await takeSeat(weir.head, id, { partyId: weir.id, personId: weir.head.personId }))
  expect(await asked(weir.head)).toEqual([])
  const newcomer = await signedIn('Ben Okri')
  const since = new Date(Date.now() + 1000)
  const data = { groupId, partyId: weir.id, personId: newcomer.personId, role: 'delegate', since }
  await asSystem('test', (tx) => tx.partyMember.create({ data }), write)
  expect(await asked(weir.head)).toEqual([1])
})

test('Given an open meeting whose time is over, whoever conducts it is asked to close it', async () => {
  const held = await heldMeeting(3)
  const closing = async (viewer: Viewer) => (await kinds(viewer)).includes('close-meeting')
  expect(await closing(held.chair)).toBe(false)
  await when(held.meetingId, { startsAt: hoursAgo(3), state: 'open' })
  expect(await closing(held.chair)).toBe(true)
  for (const viewer of [held.organizer, held.outsider, side(held, 0).head, side(held, 0).observer])
    expect(await closing(viewer)).toBe(false)
})

test('Given a closed meeting, whoever may put its minutes is asked to, here and on Home; then they wait for answers', async () => {
  const held = await heldMeeting(2, 'closed')
  const offered = async (viewer: Viewer) =>
    (await loadMeetingConclusions(viewer, held.meetingId))?.can.putRecord ?? null
  const minutes = async (viewer: Viewer) => (await kinds(viewer)).filter((kind) => kind.includes('minutes'))
  const late = await installedHead(held.groupId, side(held, 0).partyId)
  for (const viewer of [held.chair, side(held, 0).head, side(held, 1).deputy]) {
    expect(await minutes(viewer)).toEqual(['put-minutes'])
    expect(await offered(viewer)).toBe(true)
  }
  for (const viewer of [side(held, 0).delegate, side(held, 0).observer]) {
    expect(await minutes(viewer)).toEqual([])
    expect(await offered(viewer)).toBe(false)
  }
  for (const viewer of [held.organizer, held.outsider, late]) {
    expect(await minutes(viewer)).toEqual([])
    expect(await offered(viewer)).toBeNull()
  }
})

test('Given minutes that are put, whoever put them sees that they wait, and each party is asked for its answer', async () => {
  const held = await heldMeeting(2)
  await adopted(held)
  const dispositions = [{ kind: 'item' as const, id: held.itemId, outcome: 'settled' as const }]
  done(await closeMeeting(held.chair, held.meetingId, { dispositions }))
  done(await putRecord(held.chair, held.meetingId))
  expect(await kinds(held.chair)).toEqual(['minutes-unanswered'])
  expect((await loadHome(side(held, 0).head)).asks).toMatchObject([{ kind: 'stance', detail: 'record' }])
  expect(await kinds(side(held, 0).delegate)).toEqual([])
  expect(await kinds(held.organizer)).not.toContain('minutes-unanswered')
})

test('Given one party that would share a conclusion, the others are asked for their word, and those who speak for nobody are not', async () => {
  const held = await heldMeeting(2)
  const id = await adopted(held)
  const sharing = async (viewer: Viewer) =>
    (await loadHome(viewer)).asks.filter(({ kind }) => kind === 'share').map(({ thingId }) => thingId)
  for (const { head } of held.sides) expect(await sharing(head)).toEqual([])
  done(await shareWithGroup(side(held, 0).head, id, { agree: true }))
  expect(await sharing(side(held, 1).head)).toEqual([id])
  for (const viewer of [
    side(held, 0).head,
    side(held, 1).delegate,
    side(held, 1).observer,
    held.chair,
    held.organizer,
    held.outsider,
  ])
    expect(await sharing(viewer)).toEqual([])
  done(await shareWithGroup(side(held, 1).head, id, { agree: true }))
  expect(await sharing(side(held, 1).head)).toEqual([])
})

test('Given a divergence in which a side has not written, the minutes say so to whoever reads them, with its name', async () => {
  const held = await heldMeeting(2, 'closed')
  await asSystem(
    'test',
    async (tx) => {
      const { groupId, meetingId, chair } = held
      const about = { groupId, meetingId, kind: 'divergence', state: 'recorded', title: 'On the sill' }
      const { id: conclusionId } = await tx.conclusion.create({ data: { ...about, createdById: chair.personId } })
      const written = { words: 'High enough', writtenById: side(held, 0).head.personId, writtenAt: new Date() }
      const sides = held.sides.map(({ partyId }, n) => ({
        groupId,
        conclusionId,
        partyId,
        ...(n === 0 ? written : {}),
      }))
      await tx.divergenceSide.createMany({ data: sides })
    },
    write,
  )
  const record = await loadRecord(side(held, 0).head, held.meetingId)
  expect(record?.unwritten).toMatchObject([{ title: 'On the sill', side: 'Quarter 2' }])
})

test('Given a plan, it offers homework to whoever may give it, and says once some was given', async () => {
  const given = await scene()
  const { organizer, groupId, weir, mill, ferry } = given
  const editionId = await publishedText(groupId, organizer)
  const id = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  const offered = async (viewer: Viewer) => (await loadPlan(viewer, id))?.can.assign
  for (const viewer of [organizer, weir.head, weir.deputy]) expect(await offered(viewer)).toBe(true)
  for (const viewer of [weir.delegate, weir.observer]) expect(await offered(viewer)).toBe(false)
  expect((await loadPlan(organizer, id))?.hasHomework).toBe(false)
  done(await assign(organizer, groupId, reading(editionId, weir.id, id)))
  expect((await loadPlan(organizer, id))?.hasHomework).toBe(true)
  expect((await loadPlan(mill.head, id))?.hasHomework).toBe(false)
})

test('Given people of every role, each is told what they are there, and who brought them', async () => {
  const given = await scene()
  const { groupId, organizer, weir } = given
  await publishedText(groupId, organizer)
  await publishedText(groupId, organizer, [given.mill.id])
  const data = { groupId, partyId: weir.id, role: 'delegate', invitedById: weir.head.personId, acceptedAt: new Date() }
  const own = { ...data, acceptedById: weir.delegate.personId, tokenHash: crypto.randomUUID(), expiresAt: new Date() }
  await asSystem('test', (tx) => tx.invitation.create({ data: own }), write)
  const told = async (viewer: Viewer) => (await loadGroupHome(viewer, groupId))?.groups[0]
  expect(await told(weir.delegate)).toMatchObject({
    organizer: false,
    parties: [{ shortName: 'Weir', role: 'delegate' }],
    invitedBy: 'Weir head',
    welcoming: 'told',
    text: { title: 'The river book' },
  })
  // Who invited whom is theirs alone to know.
  for (const viewer of [weir.observer, weir.head, organizer])
    expect(await told(viewer)).toMatchObject({ invitedBy: null })
  expect(await told(organizer)).toMatchObject({ organizer: true, parties: [], offices: [] })
})

test('Given somebody who came long ago, they are told what they are there for until they do something, or put it away', async () => {
  const given = await scene()
  const { groupId, organizer, weir } = given
  const editionId = await publishedText(groupId, organizer)
  const since = hoursAgo(24 * 30)
  await asSystem('test', (tx) => tx.partyMember.updateMany({ where: { partyId: weir.id }, data: { since } }), write)
  const told = async (viewer: Viewer) => (await loadGroupHome(viewer, groupId))?.groups[0]?.welcoming
  const { delegate, deputy, observer } = weir
  for (const viewer of [delegate, deputy, observer]) expect(await told(viewer)).toBe('told')

  const given1 = done(await assign(organizer, groupId, reading(editionId, weir.id)))
  done(await markDone(delegate, given1.ids[0] ?? ''))
  expect(await told(delegate)).toBe('if-empty')

  done(await putAwayWelcome(observer, groupId))
  expect(await told(observer)).toBe('dismissed')
  expect(await told(deputy)).toBe('told')
  done(await bringBackWelcome(observer, groupId))
  expect(await told(observer)).toBe('told')

  // Whoever becomes something else is told what that is.
  done(await putAwayWelcome(observer, groupId))
  const later = { since: new Date(Date.now() + 1000) }
  const where = { partyId: weir.id, personId: observer.personId }
  await asSystem('test', (tx) => tx.partyMember.updateMany({ where, data: later }), write)
  expect(await told(observer)).toBe('told')
  expect(await putAwayWelcome(await signedIn('Out'), groupId)).toMatchObject({ refused: 'not-found' })
})

test('Given an officer from outside, they are told in which meeting they serve, and by whom', async () => {
  const held = await heldMeeting(3, 'scheduled')
  const told = (await loadGroupHome(held.chair, held.groupId))?.groups[0]
  expect(told).toMatchObject({
    organizer: false,
    parties: [],
    offices: [{ office: 'chair', meetingId: held.meetingId, title: 'River levels', by: 'Olga Ness', inForce: true }],
  })
})
