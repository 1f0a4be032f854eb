import { describe, expect, it } from 'vitest'
import type { PartyRole } from '#domain/party/membership.ts'
import type { PartyEvent } from '#domain/party/party.ts'
import { loadFloor } from '#features/floor/loaders.ts'
import { loadHome } from '#features/home/loaders.ts'
import { addItem } from '#features/meetings/commands/agenda.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { acceptOffer, declineOffer, offerAnotherTime } from '#features/meetings/commands/offers.ts'
import { openMeeting } from '#features/meetings/commands/open-meeting.ts'
import {
  acceptOffice,
  appoint,
  authorise,
  endOffice,
  endSeatProposal,
  giveUpSeat,
  proposeSeat,
  seatEverybody,
  takeSeat,
} from '#features/meetings/commands/people.ts'
import { cancelMeeting, scheduleMeeting } from '#features/meetings/commands/plan.ts'
import { proposeBilateral } from '#features/meetings/commands/propose-bilateral.ts'
import { loadCalendar, loadDeclined, loadMeetingHead, loadMeetingList, loadPlan } from '#features/meetings/loaders.ts'
import { meetingListQuery } from '#features/meetings/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { savePartyEvents } from '#store/party/save.ts'
import { begin } from '#store/perform.ts'
import { publishedText, recordedKinds } from '#tests/setup/meetings.ts'
import { partyOf, signedIn } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'
import {
  ahead,
  content,
  done,
  drafted,
  installedHead,
  item,
  planFor,
  proposed,
  refusedAs,
  scene,
  scheduled,
} from './meetings-given.ts'

const given = await scene()
const { groupId, organizer, weir, mill, ferry } = given
const all = [weir.id, mill.id, ferry.id]

async function offerIn(viewer: Viewer, meetingId: string): Promise<string> {
  const { offer } = await planFor(viewer, meetingId)
  if (offer === null) throw new Error('No offer waits.')
  return offer.id
}

describe('Given a bilateral that one party proposes to another (rule 1)', () => {
  it('when its time is only offered, then no calendar file is offered, and there is none', async () => {
    const id = await proposed(given)
    for (const { head } of [weir, mill]) {
      expect((await planFor(head, id)).can.download).toBe(false)
      expect(await loadCalendar(head, id)).toBeNull()
    }
    done(await acceptOffer(mill.head, id, await offerIn(mill.head, id)))
    expect((await planFor(mill.head, id)).can.download).toBe(true)
    expect(await loadCalendar(mill.head, id)).toMatchObject({ status: 'CONFIRMED' })
  })

  it('when the other accepts, then it is scheduled without the organizer', async () => {
    const id = await proposed(given)
    expect(await planFor(mill.head, id)).toMatchObject({ state: 'draft', proposed: true, can: { answerOffer: true } })
    expect(await loadPlan(organizer, id)).toBeNull()
    const [line] =
      (await loadMeetingList(mill.head, groupId, meetingListQuery.parse({ when: 'preparing' })))?.lines ?? []
    expect(line).toMatchObject({ id, proposed: true, asks: ['answer-offer'] })
    const offerId = await offerIn(mill.head, id)
    expect(refusedAs(await acceptOffer(weir.head, id, offerId))).toBe('own-offer')
    expect(refusedAs(await acceptOffer(mill.delegate, id, offerId))).toBe('speaks-for-no-party')
    expect(refusedAs(await acceptOffer(organizer, id, offerId))).toBe('not-found')
    expect(refusedAs(await acceptOffer(ferry.head, id, offerId))).toBe('not-found')
    expect(refusedAs(await scheduleMeeting(organizer, id, ahead(9)))).toBe('not-found')
    done(await acceptOffer(mill.head, id, offerId))
    expect(await planFor(weir.head, id)).toMatchObject({ state: 'scheduled', offer: null })
    expect(await planFor(organizer, id)).toMatchObject({ state: 'scheduled', sight: 'logistics', agenda: null })
    expect(await recordedKinds(id)).toEqual(['proposed', 'scheduled'])
    expect(refusedAs(await acceptOffer(mill.head, id, offerId))).toBe('offer-changed')
  })

  it('when the other offers another time, then the first answers that one and no longer the old', async () => {
    const id = await proposed(given)
    const first = await offerIn(mill.head, id)
    done(await offerAnotherTime(mill.head, id, { time: ahead(12), message: 'Rather then' }))
    expect(refusedAs(await acceptOffer(mill.head, id, first))).toBe('offer-changed')
    done(await acceptOffer(weir.head, id, await offerIn(weir.head, id)))
    expect((await planFor(mill.head, id)).startsAt?.slice(0, 10)).toBe(ahead(12).wall.slice(0, 10))
    expect(await recordedKinds(id)).toEqual(['proposed', 'time-offered', 'scheduled'])
  })

  it('when the other declines, then it ends, and why is told', async () => {
    const id = await proposed(given)
    done(await declineOffer(mill.head, id, { offerId: await offerIn(mill.head, id), reason: 'Harvest' }))
    const plan = await planFor(weir.head, id)
    expect(plan).toMatchObject({ state: 'cancelled', cancelReason: 'Harvest' })
    expect(plan.changes[0]).toMatchObject({ kind: 'declined', by: { party: 'Mill' } })
    const line = async (meetingId: string) =>
      (await loadMeetingList(weir.head, given.groupId, meetingListQuery.parse({ when: 'past' })))?.lines.find(
        (one) => one.id === meetingId,
      )
    expect(await line(id)).toMatchObject({ state: 'cancelled', declined: true })
    expect(await loadMeetingHead(weir.head, given.groupId, id)).toMatchObject({ state: 'cancelled', declined: true })
    const other = await scheduled(given, 'bilateral', [weir.id, mill.id])
    done(await offerAnotherTime(weir.head, other, { time: ahead(20), message: '' }))
    done(await declineOffer(mill.head, other, { offerId: await offerIn(mill.head, other), reason: '' }))
    done(await cancelMeeting(weir.head, other, 'Frost'))
    expect(await line(other)).toMatchObject({ state: 'cancelled', declined: false })
    expect(await loadMeetingHead(weir.head, given.groupId, other)).toMatchObject({ declined: false })
  })

  it('when another time is proposed for it, then what stood on its agenda comes along, with its passages', async () => {
    const { groupId } = given
    const id = await proposed(given)
    const editionId = await publishedText(groupId, organizer)
    const citations = [{ editionId, first: 1, last: 2 }]
    done(await addItem(weir.head, id, item(0, { citations, leadPersonId: mill.delegate.personId })))
    done(await addItem(weir.head, id, item(1, { title: 'Boats' })))
    const asked = { ...content, partyId: mill.id, withPartyId: weir.id, time: ahead(9), message: '' }
    const again = (more: object) => proposeBilateral(mill.head, groupId, { ...asked, again: id, ...more })
    expect(refusedAs(await again({}))).toBe('invalid-input')
    expect(await loadDeclined(mill.head, id)).toBe(null)
    done(await declineOffer(mill.head, id, { offerId: await offerIn(mill.head, id), reason: '' }))
    expect(await loadDeclined(weir.head, id)).toMatchObject({
      duration: 120,
      needed: 60,
      items: [{}, { title: 'Boats' }],
    })
    for (const by of [ferry.head, organizer]) expect(await loadDeclined(by, id)).toBe(null)
    expect((await countStatements(() => loadDeclined(weir.head, id))).statements.length).toBeLessThanOrEqual(8)
    expect(refusedAs(await again({ withPartyId: ferry.id }))).toBe('invalid-input')
    const next = done(await again({})).id
    const plan = await planFor(weir.head, next)
    expect(plan.agenda).toMatchObject({ version: 2, items: [{ lead: 'Mill delegate' }, { title: 'Boats' }] })
    expect(plan.agenda?.items[0]?.citations).toMatchObject([{ firstReference: '1 ¶1', lastReference: '1 ¶2' }])
    expect(await recordedKinds(next)).toEqual(['proposed', 'agenda-changed'])
    const ferryAsks = { ...asked, partyId: ferry.id, withPartyId: weir.id, again: id }
    expect(refusedAs(await proposeBilateral(ferry.head, groupId, ferryAsks))).toBe('invalid-input')
  })

  it('when it is scheduled, then either moves it in the same way, and declining leaves it as it is', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const before = (await planFor(weir.head, id)).startsAt
    done(await offerAnotherTime(weir.head, id, { time: ahead(20), message: '' }))
    done(await declineOffer(mill.head, id, { offerId: await offerIn(mill.head, id), reason: '' }))
    expect(await planFor(weir.head, id)).toMatchObject({ state: 'scheduled', startsAt: before, offer: null })
  })

  it('when both sides answer at once, then one answer counts', async () => {
    const id = await proposed(given)
    const offerId = await offerIn(mill.head, id)
    const answers = await Promise.all([
      acceptOffer(mill.head, id, offerId),
      declineOffer(mill.deputy, id, { offerId, reason: '' }),
    ])
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1)
  })

  it('when a delegate, a foreign head or a party itself is asked, then it is refused', async () => {
    const asked = { ...content, time: ahead(7), message: '' }
    const propose = (viewer: Viewer, partyId: string, withPartyId: string) =>
      proposeBilateral(viewer, groupId, { ...asked, partyId, withPartyId })
    expect(refusedAs(await propose(weir.delegate, weir.id, mill.id))).toBe('not-entitled')
    expect(refusedAs(await propose(ferry.head, weir.id, mill.id))).toBe('not-entitled')
    expect(refusedAs(await propose(weir.head, weir.id, weir.id))).toBe('party-named-twice')
    expect(refusedAs(await propose(weir.head, weir.id, (await scene()).mill.id))).toBe('invalid-input')
  })
})

describe('Given offices (rule 14)', () => {
  it('when the organizer appoints in a multilateral, then the officer acts at once; the chair appoints the others', async () => {
    const id = await scheduled(given, 'multilateral', all)
    const chair = { office: 'chair', personId: ferry.delegate.personId } as const
    expect(refusedAs(await appoint(weir.head, id, chair))).toBe('not-entitled')
    done(await appoint(organizer, id, chair))
    expect((await planFor(weir.head, id)).offices).toMatchObject([{ office: 'chair', inForce: true, waitsFor: [] }])
    done(await appoint(ferry.delegate, id, { office: 'rapporteur', personId: weir.observer.personId }))
    expect(refusedAs(await appoint(organizer, id, chair))).toBe('office-taken')
    done(await endOffice(organizer, id, 'chair'))
    done(await appoint(organizer, id, chair))
    const stranger = (await scene()).organizer.personId
    expect(refusedAs(await appoint(organizer, id, { office: 'facilitator', personId: stranger }))).toBe('not-found')
  })

  it('when the multilateral has begun, then only those who take part are named, and found to name', async () => {
    const id = await scheduled(given, 'multilateral', [weir.id, mill.id, await partyOf(groupId, 'Lock')])
    const rapporteur = ({ personId }: Viewer) => ({ office: 'rapporteur', personId }) as const
    const found = async () => (await planFor(organizer, id)).appointees.map((person) => person.id)
    expect(await found()).toEqual(expect.arrayContaining([organizer.personId, ferry.head.personId]))
    done(await appoint(organizer, id, { office: 'chair', personId: ferry.head.personId }))
    done(await openMeeting(ferry.head, id))
    expect(await loadFloor(organizer, id)).toBeNull()
    for (const viewer of [organizer, ferry.delegate])
      expect(refusedAs(await appoint(organizer, id, rapporteur(viewer)))).toBe('office-opens-older')
    expect(await loadFloor(organizer, id)).toBeNull()
    const within = [weir, mill].flatMap(({ head, deputy, delegate, observer }) => [head, deputy, delegate, observer])
    expect((await found()).toSorted()).toEqual([ferry.head, ...within].map(({ personId }) => personId).toSorted())
    done(await appoint(organizer, id, rapporteur(weir.delegate)))
  })

  it('when a bilateral gets a facilitator, then they see nothing before both parties accepted', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const facilitator = ferry.head
    expect(await loadPlan(facilitator, id)).toBeNull()
    done(await appoint(weir.head, id, { office: 'facilitator', personId: facilitator.personId }))
    expect(await planFor(facilitator, id)).toMatchObject({ sight: 'logistics', agenda: null })
    expect((await planFor(mill.head, id)).offices).toMatchObject([{ inForce: false, waitsFor: ['Mill'] }])
    expect((await planFor(mill.head, id)).can.acceptOffice).toEqual(['facilitator'])
    expect(refusedAs(await acceptOffice(weir.head, id, 'facilitator'))).toBe('office-already-accepted')
    done(await acceptOffice(mill.head, id, 'facilitator'))
    expect(await planFor(facilitator, id)).toMatchObject({ sight: 'contents' })
    done(await addItem(facilitator, id, item(0)))
    expect((await planFor(organizer, id)).can.endOffice).toEqual([])
    expect((await planFor(mill.head, id)).can.endOffice).toEqual(['facilitator'])
    done(await endOffice(mill.head, id, 'facilitator'))
    expect(await loadPlan(facilitator, id)).toBeNull()
  })

  it('when a head was installed later, then they open nothing older, neither to themselves nor to others', async () => {
    const study = await scheduled(given, 'study', [mill.id])
    const bilateral = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const offered = await proposed(given)
    const titles = async (viewer: Viewer) => {
      const { shareTitles, unshareTitles } = (await planFor(viewer, bilateral)).can
      return { shareTitles, unshareTitles }
    }
    const office = { office: 'rapporteur', personId: organizer.personId } as const
    done(await appoint(organizer, bilateral, office))
    const late = await installedHead(groupId, mill.id)
    expect(refusedAs(await appoint(late, study, { ...office, personId: late.personId }))).toBe('not-entitled')
    expect(refusedAs(await acceptOffice(late, bilateral, 'rapporteur'))).toBe('not-entitled')
    expect(await titles(mill.head)).toEqual({ shareTitles: true, unshareTitles: false })
    expect(await titles(late)).toEqual({ shareTitles: false, unshareTitles: false })
    const asks = async (viewer: Viewer) => {
      const lines = (await loadMeetingList(viewer, groupId, meetingListQuery.parse({})))?.lines.flatMap(
        (line) => line.asks,
      )
      return [...(lines ?? []), ...(await loadHome(viewer)).asks.map(({ kind }) => kind)]
    }
    expect(await asks(mill.head)).toEqual(expect.arrayContaining(['accept-office', 'office']))
    for (const ask of await asks(late)) expect(['accept-office', 'office']).not.toContain(ask)
    done(await acceptOffer(late, offered, await offerIn(mill.head, offered)))
    const since = await scheduled(given, 'study', [mill.id])
    done(await appoint(late, since, office))
    expect(await planFor(late, since)).toMatchObject({ sight: 'contents', offices: [{ inForce: true }] })
  })

  it('when the organizer names themselves in somebody’s bilateral, then it waits for both', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    done(await appoint(organizer, id, { office: 'facilitator', personId: organizer.personId }))
    done(await acceptOffice(weir.head, id, 'facilitator'))
    expect((await planFor(organizer, id)).sight).toBe('logistics')
    expect(refusedAs(await acceptOffice(organizer, id, 'facilitator'))).toBe('speaks-for-no-party')
  })
})

describe('Given seats (rule 13)', () => {
  it('when a delegate is authorised, then they speak for their party here, until it is taken back', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const { personId } = weir.delegate
    expect(refusedAs(await authorise(mill.head, id, { personId, authorised: true }))).toBe('not-a-delegate')
    expect(refusedAs(await authorise(weir.delegate, id, { personId, authorised: true }))).toBe('not-entitled')
    done(await authorise(weir.head, id, { personId, authorised: true }))
    done(await addItem(weir.delegate, id, item(0)))
    done(await authorise(weir.deputy, id, { personId, authorised: false }))
    expect(refusedAs(await addItem(weir.delegate, id, item(1)))).toBe('not-entitled')
  })

  it('when a delegate who was authorised comes back, or is a delegate again, then they speak no more', async () => {
    const { groupId, organizer, weir, mill } = await scene()
    const id = await scheduled({ ...given, groupId, organizer }, 'bilateral', [weir.id, mill.id])
    const { personId } = weir.delegate
    const allow = async () => done(await authorise(weir.head, id, { personId, authorised: true }))
    const back = (role: PartyRole) => ({ type: 'joined', personId, role, seesFrom: null }) as const
    const change = (role: PartyRole) => ({ ...back(role), type: 'role-changed', from: 'delegate' }) as const
    const happens = (...events: readonly PartyEvent[]) => {
      const party = { groupId, partyId: weir.id, actorId: weir.head.personId, name: 'Weir' }
      return asSystem('test', (tx) => savePartyEvents(begin(tx), party, events), { write: true })
    }
    const may = async () => (await planFor(weir.delegate, id)).can.editAgenda
    await allow()
    expect(await may()).toBe(true)
    await happens({ type: 'member-removed', personId, role: 'delegate' }, back('delegate'))
    expect(await may()).toBe(false)
    await allow()
    await happens(change('observer'), change('delegate'))
    expect(await may()).toBe(false)
  })

  it('when somebody belongs to two parties, then they learn of it, choose once, and only then see it', async () => {
    const both = await signedIn('Bo Twosome')
    const [one, two] = [
      await partyOf(groupId, 'Upper', [[both, 'head']]),
      await partyOf(groupId, 'Lower', [[both, 'deputy']]),
    ]
    const id = await scheduled(given, 'bilateral', [one, two])
    expect(await planFor(both, id)).toMatchObject({ sight: 'logistics', choosesBetween: [one, two], agenda: null })
    const [line] =
      (await loadMeetingList(both, groupId, meetingListQuery.parse({})))?.lines.filter((row) => row.id === id) ?? []
    expect(line?.asks).toContain('choose-party')
    done(await takeSeat(both, id, { personId: both.personId, partyId: one }))
    expect(await planFor(both, id)).toMatchObject({ sight: 'contents', choosesBetween: [] })
    const other = await takeSeat(both, id, { personId: both.personId, partyId: two })
    expect(refusedAs(other)).toBe('sits-for-another-party')
    expect(refusedAs(await giveUpSeat(both, id, both.personId))).toBe('seat-is-kept')
  })

  it('when participants of a study session are named, then only of its party, by its head or a deputy', async () => {
    const id = await drafted(given, 'study', [weir.id])
    expect((await planFor(organizer, id)).warnings.map(({ warning }) => warning)).toContain('no-participants')
    const delegate = { personId: weir.delegate.personId, partyId: weir.id }
    for (const by of [organizer, weir.delegate]) expect(refusedAs(await takeSeat(by, id, delegate))).toMatch(/not-/)
    done(await scheduleMeeting(organizer, id, ahead(7)))
    done(await takeSeat(weir.deputy, id, delegate))
    const stranger = { personId: mill.head.personId, partyId: weir.id }
    expect(refusedAs(await takeSeat(weir.head, id, stranger))).toBe('not-a-member')
    expect(refusedAs(await giveUpSeat(organizer, id, weir.delegate.personId))).toBe('not-entitled')
    done(await giveUpSeat(weir.head, id, weir.delegate.personId))
    expect((await planFor(organizer, id)).parties[0]?.people.some(({ seated }) => seated)).toBe(false)
  })

  it('when everybody is named in one act, then all but observers take part', async () => {
    const id = await scheduled(given, 'study', [weir.id])
    expect(refusedAs(await seatEverybody(organizer, id, weir.id))).toBe('not-entitled')
    expect(refusedAs(await seatEverybody(weir.head, id, mill.id))).toBe('party-not-in-meeting')
    done(await takeSeat(weir.head, id, { personId: weir.delegate.personId, partyId: weir.id }))
    done(await seatEverybody(weir.deputy, id, weir.id))
    const people = (await planFor(weir.head, id)).parties[0]?.people ?? []
    const seated = people.flatMap((one) => (one.seated ? one.role : []))
    expect(seated.toSorted()).toEqual(['delegate', 'deputy', 'head'])
  })

  it('when an organizer proposes participants, then they decide nothing, and the head is asked', async () => {
    const id = await scheduled(given, 'study', [weir.id])
    const [lea, dora] = [weir.delegate, weir.deputy].map(({ personId }) => ({ personId, partyId: weir.id }))
    if (lea === undefined || dora === undefined) throw new Error('somebody is missing')
    const people = async (viewer: Viewer) => {
      const plan = await planFor(viewer, id)
      const shown = plan.parties[0]?.people.filter(({ seated, proposed }) => seated || proposed) ?? []
      return { can: plan.can, shown: shown.map(({ id: personId, seated }) => ({ personId, seated })) }
    }
    const asked = async (viewer: Viewer) =>
      (await loadHome(viewer)).asks.filter(({ kind, meeting }) => kind === 'participant' && meeting?.id === id)
    const participants = async () => (await asSystem('test', (tx) => loadMeetingFacts(tx, id, null))).participants

    expect((await people(organizer)).can).toMatchObject({ nameParticipants: false, proposeParticipants: true })
    done(await proposeSeat(organizer, id, lea))
    done(await proposeSeat(organizer, id, dora))
    expect(refusedAs(await proposeSeat(organizer, id, dora))).toBe('seat-proposed-already')
    expect(refusedAs(await proposeSeat(weir.delegate, id, lea))).toBe('not-entitled')
    expect(await participants()).toEqual([])
    expect((await people(weir.head)).can).toMatchObject({ nameParticipants: true, proposeParticipants: false })
    expect(await asked(weir.head)).toMatchObject([{ partyId: weir.id }, { partyId: weir.id }])
    expect(await asked(weir.deputy)).toHaveLength(2)
    for (const other of [organizer, weir.delegate, mill.head]) expect(await asked(other)).toEqual([])

    done(await takeSeat(weir.head, id, lea))
    done(await endSeatProposal(weir.deputy, id, dora.personId))
    expect(await participants()).toEqual([lea.personId])
    expect((await people(weir.head)).shown).toEqual([{ personId: lea.personId, seated: true }])
    expect(await asked(weir.head)).toEqual([])
    expect(refusedAs(await endSeatProposal(organizer, id, dora.personId))).toBe('no-seat-proposed')
    const observer = { personId: weir.observer.personId, partyId: weir.id }
    expect(refusedAs(await takeSeat(weir.head, id, observer))).toBe('observer-decides-nothing')
  })
})

describe('Given a party that leaves (rule 15)', () => {
  it('when it is a multilateral, then it goes on and is told; only the party’s head or deputy does it', async () => {
    const id = await scheduled(given, 'multilateral', all)
    expect(refusedAs(await leaveMeeting(organizer, id, weir.id))).toBe('not-entitled')
    expect(refusedAs(await leaveMeeting(weir.delegate, id, weir.id))).toBe('not-entitled')
    expect(refusedAs(await leaveMeeting(mill.head, id, weir.id))).toBe('not-entitled')
    done(await leaveMeeting(weir.deputy, id, weir.id))
    const plan = await planFor(mill.head, id)
    expect(plan.state).toBe('scheduled')
    expect(plan.parties.map(({ left }) => left)).toEqual([true, false, false])
    expect(await recordedKinds(id)).toEqual(['scheduled', 'party-left'])
    expect(refusedAs(await leaveMeeting(weir.head, id, weir.id))).toBe('party-not-in-meeting')
  })

  it('when it is a bilateral that has not begun, then it is cancelled', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    done(await leaveMeeting(mill.head, id, mill.id))
    expect((await planFor(weir.head, id)).state).toBe('cancelled')
    expect(await recordedKinds(id)).toEqual(['scheduled', 'party-left', 'cancelled'])
  })
})
