/** What is asked in the planning of a meeting: the list of meetings says it to the same people as Home, and they can do it. */
import { expect, test } from 'vitest'
import { loadHome } from '#features/home/loaders.ts'
import { acceptOffer, offerAnotherTime } from '#features/meetings/commands/offers.ts'
import { acceptOffice, appoint, authorise } from '#features/meetings/commands/people.ts'
import { loadMeetingList } from '#features/meetings/loaders.ts'
import { meetingListQuery, type When } from '#features/meetings/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Ask, AskKind } from '#store/asks/ask.ts'
import { askFacts, askHref } from '#store/asks/register.ts'
import { ahead, done, drafted, proposed, refusedAs, scene, scheduled } from './meetings-given.ts'

const given = await scene()
const { groupId, organizer, weir, mill, ferry } = given

/** What of it is about the plan; what the meeting itself needs, lists do not tell. */
const planning: readonly string[] = ['offer', 'office', 'choose-party', 'schedule']

async function onHome(viewer: Viewer, id: string) {
  const { asks, next } = await loadHome(viewer)
  return [...asks, ...next.map(({ first }) => first)]
    .filter(({ meeting }) => meeting?.id === id)
    .flatMap(({ kind }) => (planning.includes(kind) ? [kind] : []))
}

async function inList(viewer: Viewer, id: string, when: When = 'upcoming') {
  const list = await loadMeetingList(viewer, groupId, meetingListQuery.parse({ when }))
  return list?.lines.find((line) => line.id === id)?.asks ?? []
}

async function offerOf(id: string): Promise<string> {
  const offer = await asSystem('test', (tx) =>
    tx.timeProposal.findFirstOrThrow({ where: { meetingId: id, answer: 'waiting' } }),
  )
  return offer.id
}

test('Given a delegate who was authorised, then both ask them for what they can do, and no delegate who was not', async () => {
  const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
  done(await authorise(weir.head, id, { personId: weir.delegate.personId, authorised: true }))
  done(await offerAnotherTime(mill.head, id, { time: ahead(9), message: 'A day later?' }))
  done(await appoint(mill.head, id, { office: 'facilitator', personId: ferry.head.personId }))
  for (const viewer of [weir.head, weir.deputy, weir.delegate]) {
    expect((await onHome(viewer, id)).toSorted()).toEqual(['offer', 'office'])
    expect(await inList(viewer, id)).toEqual(['answer-offer', 'accept-office'])
  }
  for (const viewer of [weir.observer, mill.head, mill.delegate, organizer]) {
    expect(await onHome(viewer, id)).toEqual([])
    expect(await inList(viewer, id)).toEqual([])
  }
  done(await acceptOffice(weir.delegate, id, 'facilitator'))
  done(await acceptOffer(weir.delegate, id, await offerOf(id)))
  expect(await onHome(weir.delegate, id)).toEqual([])
  expect(await inList(weir.delegate, id)).toEqual([])
})

test('Given a party that left, then neither asks it for an answer that it cannot give', async () => {
  const id = await proposed(given)
  expect(await inList(mill.head, id, 'preparing')).toEqual(['answer-offer'])
  const leftAt = new Date()
  await asSystem(
    'test',
    (tx) => tx.meetingParty.updateMany({ where: { meetingId: id, partyId: mill.id }, data: { leftAt } }),
    { write: true },
  )
  expect(refusedAs(await acceptOffer(mill.head, id, await offerOf(id)))).toBe('speaks-for-no-party')
  expect(await onHome(mill.head, id)).toEqual([])
  expect(await inList(mill.head, id, 'preparing')).toEqual([])
})

test('Given a draft of their own, then both ask whoever made it for its date, while they may set it', async () => {
  const id = await drafted(given, 'multilateral', [weir.id, mill.id, ferry.id])
  expect(await onHome(organizer, id)).toEqual(['schedule'])
  expect(await inList(organizer, id, 'preparing')).toEqual(['schedule'])
  expect(await inList(weir.head, id, 'preparing')).toEqual([])
})

test('Every ask leads to the place on its page where it is done', () => {
  const [group, meeting] = ['/groups/g', '/groups/g/meetings/m']
  const expected: Readonly<Record<AskKind, string>> = {
    homework: `${meeting}/prepare#homework-x`,
    stance: `${meeting}/conclusions/x#conclusion`,
    word: `${meeting}/conclusions/x#conclusion`,
    words: `${meeting}/conclusions/x#answer`,
    'not-carried': `${meeting}/conclusions/x#acts`,
    commitment: `${group}/commitments?state=open&party=p`,
    share: `${meeting}/conclusions/x#sharing`,
    offer: `${meeting}/plan#offer`,
    office: `${meeting}/plan#offices`,
    'choose-party': `${meeting}/plan#choose`,
    participant: `${meeting}/plan#people`,
    invitation: `${group}/parties/p#invitations`,
    deletion: `${group}/deletion`,
    'close-meeting': `${meeting}/floor/close`,
    'open-meeting': `${meeting}/floor#opening`,
    unopened: `${meeting}/plan#when`,
    'put-minutes': `${meeting}/record#standing`,
    'appoint-chair': `${meeting}/plan#offices`,
    agenda: `${meeting}/plan#agenda`,
    'make-room': `${meeting}/plan#fit`,
    passages: `${meeting}/plan#agenda`,
    assign: `${meeting}/prepare#assign`,
    'name-participants': `${meeting}/plan#people`,
    party: `${group}/parties#new`,
    'invite-head': `${group}/parties/x`,
    'invite-head-again': `${group}/parties/x`,
    'invite-head-declined': `${group}/parties/x#invitations`,
    'offer-time': `${meeting}/plan#when`,
    'people-declined': `${group}/parties/x#invitations`,
    text: `${group}/texts/new`,
    edition: `${group}/texts/x/import`,
    meeting: `${group}/meetings/new`,
    schedule: `${meeting}/plan#next`,
    'propose-again': `${group}/meetings/new?with=x&again=m`,
    'name-people': `${group}/parties/x`,
    'head-unanswered': `${group}/parties/x#invitations`,
    'people-unanswered': `${group}/parties/x#invitations`,
    'minutes-unanswered': `${meeting}/record#standing`,
  }
  const ask = (kind: AskKind, detail = ''): Ask => ({
    ...{ kind, detail, groupId: 'g', thingId: 'x', title: '', partyId: 'p', at: null, zone: null },
    ...{ meeting: { id: 'm', title: '' }, passage: { textId: 't', ordinal: 4 }, late: false, awaited: false, count: 1 },
  })
  const kinds = Object.keys(askFacts).flatMap((kind) =>
    Object.keys(expected).filter((one) => one === kind),
  ) as AskKind[]
  expect(Object.fromEntries(kinds.map((kind) => [kind, askHref(ask(kind))]))).toEqual(expected)
  expect(askHref(ask('stance', 'record'))).toBe(`${meeting}/record#minutes`)
  expect(askHref(ask('share', 'record'))).toBe(`${meeting}/record#sharing`)
})
