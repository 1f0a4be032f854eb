import { describe, expect, it } from 'vitest'
import { meetingRoutes } from '#features/meetings/api/plan.ts'
import { createMeeting } from '#features/meetings/commands/create-meeting.ts'
import {
  cancelMeeting,
  changeParties,
  describeMeeting,
  rescheduleMeeting,
  scheduleMeeting,
} from '#features/meetings/commands/plan.ts'
import { loadCalendar, loadMeetingList, loadPlan } from '#features/meetings/loaders.ts'
import { meetingListQuery, newMeeting } from '#features/meetings/schema.ts'
import { loadRecord } from '#features/records/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { say } from '#lib/words/say.ts'
import { knowsOf } from '#store/access/target.ts'
import { recordedKinds } from '#tests/setup/meetings.ts'
import { partyOf, request } from '#tests/setup/people.ts'
import { ahead, content, done, drafted, planFor, refusedAs, scene, scheduled } from './meetings-given.ts'

const given = await scene()
const { groupId, organizer, weir, mill, ferry } = given
const list = (viewer: typeof organizer, query: object = {}) =>
  loadMeetingList(viewer, groupId, meetingListQuery.parse(query))

/** The words of a refusal: every fact that they name must be there. */
function spoken(answer: unknown): string {
  const { refused, ...facts } = answer as { refused: string }
  return say('refusals', refused, facts)
}

describe('Given somebody who begins a meeting', () => {
  it('when an organizer does, then it is a draft that its parties do not know of', async () => {
    const id = await drafted(given, 'multilateral', [weir.id, mill.id])
    expect(await planFor(organizer, id)).toMatchObject({ state: 'draft', startsAt: null })
    expect((await planFor(organizer, id)).agenda).toMatchObject({ statementMinutes: 5, resolutionLimit: 3 })
    expect(await loadPlan(weir.head, id)).toBeNull()
    expect(await recordedKinds(id)).toEqual([])
  })

  it('when they would see less of it once it is scheduled, or a party has no head yet, then the plan says so before', async () => {
    const id = await drafted(given, 'bilateral', [weir.id, mill.id])
    const named = (withoutHead: boolean) => [{ withoutHead }, { withoutHead: false }]
    expect(await planFor(organizer, id)).toMatchObject({
      sight: 'contents',
      onceScheduled: 'logistics',
      parties: named(false),
    })
    const headless = await partyOf(groupId, 'Sluice', [])
    const other = await drafted(given, 'multilateral', [headless, weir.id])
    expect(await planFor(organizer, other)).toMatchObject({ onceScheduled: 'agenda' })
    const { parties } = await planFor(organizer, other)
    expect(parties.map(({ name, withoutHead }) => [name, withoutHead]).toSorted()).toEqual([
      ['Sluice', true],
      ['Weir', false],
    ])
    const own = { ...content, kind: 'study' as const, partyIds: [weir.id] }
    const { id: study } = done(await createMeeting(weir.head, groupId, own))
    expect(await planFor(weir.head, study)).toMatchObject({ onceScheduled: 'contents' })
    const held = await scheduled(given, 'bilateral', [weir.id, mill.id])
    expect(await planFor(weir.observer, held)).toMatchObject({ onceScheduled: null, parties: named(false) })
  })

  it('when a party of a scheduled meeting has no head yet, then those who invite them are told how the invitation stands', async () => {
    const partyId = await partyOf(groupId, 'Lock', [])
    const id = await scheduled(given, 'multilateral', [partyId, weir.id, mill.id])
    const stands = async (viewer: typeof organizer) =>
      (await planFor(viewer, id)).parties.flatMap(({ name, headInvitation }) =>
        headInvitation === null ? [] : [`${name}: ${headInvitation}`],
      )
    const invite = (expiresAt: Date, claimedById: string | null = null) =>
      asSystem(
        'test',
        (tx) =>
          tx.invitation.create({
            data: {
              ...{ groupId, partyId, role: 'head', invitedById: organizer.personId, expiresAt, claimedById },
              tokenHash: crypto.randomUUID(),
            },
          }),
        { write: true },
      )
    expect(await stands(organizer)).toEqual(['Lock: none'])
    await invite(new Date(0))
    expect(await stands(organizer)).toEqual(['Lock: over'])
    await invite(new Date(Date.now() + 3_600_000))
    expect(await stands(organizer)).toEqual(['Lock: open'])
    await invite(new Date(Date.now() + 7_200_000), weir.head.personId)
    expect(await stands(organizer)).toEqual(['Lock: claimed'])
    for (const other of [weir.head, mill.head]) expect(await stands(other)).toEqual([])
  })

  it('when a head does, then only for a study session of their own party', async () => {
    const own = { ...content, kind: 'study' as const, partyIds: [weir.id] }
    expect(done(await createMeeting(weir.head, groupId, own))).toHaveProperty('id')
    expect(refusedAs(await createMeeting(weir.head, groupId, { ...own, partyIds: [mill.id] }))).toBe('not-entitled')
    const between = { ...own, kind: 'bilateral' as const, partyIds: [weir.id, mill.id] }
    expect(refusedAs(await createMeeting(weir.head, groupId, between))).toBe('not-entitled')
    expect(refusedAs(await createMeeting(weir.delegate, groupId, own))).toBe('not-entitled')
  })

  it('when a third party is named in a bilateral, then it is refused with the number and the names', async () => {
    const partyIds = [weir.id, mill.id, ferry.id]
    const refusal = await createMeeting(organizer, groupId, { ...content, kind: 'bilateral', partyIds })
    expect(refusal).toMatchObject({ refused: 'bilateral-needs-two', parties: 3, names: 'Ferry, Mill, Weir' })
    expect(spoken(refusal)).toContain('Ferry, Mill, Weir')
  })

  it('when a party of another group is named, then nothing is found', async () => {
    const other = await scene()
    const foreign = { ...content, kind: 'study' as const, partyIds: [other.weir.id] }
    expect(refusedAs(await createMeeting(organizer, groupId, foreign))).toBe('invalid-input')
    expect(refusedAs(await createMeeting(organizer, other.groupId, { ...foreign, partyIds: [] }))).toBe('not-found')
  })

  it('when fields are sent that nobody asked for, then the form is refused', () => {
    const sent = { kind: 'study', title: 'A', partyIds: [], state: 'agreed' }
    expect(newMeeting.safeParse(sent).success).toBe(false)
    const linked = (link: string) => newMeeting.safeParse({ ...content, kind: 'study', partyIds: [], link })
    for (const link of [
      'javascript:alert(1)',
      'meet.example',
      '//meet.example',
      'https://a b',
      `http://x/${'é'.repeat(400)}`,
    ])
      expect(linked(link).success, link).toBe(false)
    for (const [typed, kept] of [
      ['HTTPS://Meet.Example/Room', 'https://meet.example/Room'],
      ['Http://x', 'http://x/'],
      ['https:\\\\meet.example', 'https://meet.example/'],
      ['https:meet.example', 'https://meet.example/'],
      ['', ''],
    ] as const)
      expect(linked(typed).data?.link).toBe(kept)
  })
})

describe('Given a draft that is scheduled', () => {
  it.each([
    ['a past date', ahead(-2), 'in-the-past'],
    ['a day that does not exist', ahead(5, { wall: '2027-02-30T10:00' }), 'malformed-wall-time'],
    ['a year that nobody plans for', ahead(5, { wall: '9999-12-31T23:00' }), 'malformed-wall-time'],
    ['a skipped hour', ahead(5, { wall: '2027-03-28T01:30' }), 'wall-time-does-not-exist'],
    ['an hour that comes twice', ahead(5, { wall: '2027-10-31T01:30' }), 'wall-time-is-ambiguous'],
    ['a zone that nobody knows', ahead(5, { timeZone: 'Atlantis/Main' }), 'unknown-zone'],
    ['no duration at all', ahead(5, { durationMinutes: 0 }), 'duration-out-of-bounds'],
    [
      'an end before its start',
      { wall: '2027-05-01T10:00', endWall: '2027-05-01T09:00', timeZone: 'UTC' },
      'end-before-start',
    ],
  ])('when it has %s, then it is refused in words', async (_, time, code) => {
    const id = await drafted(given, 'study', [weir.id])
    const refusal = await scheduleMeeting(organizer, id, time)
    expect(refusedAs(refusal)).toBe(code)
    expect(refusal).toHaveProperty('field')
    expect(spoken(refusal)).not.toBe('')
    expect(spoken(refusal)).not.toMatch(/\d{4}-\d{2}-\d{2}T|AM|PM/)
    expect((await planFor(organizer, id)).state).toBe('draft')
  })

  it('when the hour comes twice and one of them is chosen, then that one is set', async () => {
    const id = await drafted(given, 'study', [weir.id])
    done(await scheduleMeeting(organizer, id, ahead(5, { wall: '2027-10-31T01:30', fold: 'later' })))
    expect((await planFor(organizer, id)).startsAt).toBe('2027-10-31T01:30:00.000Z')
  })

  it.each([
    ['earlier', '2027-10-31T01:10', '2027-10-31T00:50:00.000Z', 20],
    ['earlier', '2027-10-31T01:55', '2027-10-31T00:50:00.000Z', 5],
    ['later', '2027-10-31T01:55', '2027-10-31T01:50:00.000Z', 5],
  ] as const)(
    'when it begins at the %s 01:50 and ends at %s, then that end is meant which lies after it',
    async (fold, endWall, startsAt, minutes) => {
      const id = await drafted(given, 'study', [weir.id])
      done(await scheduleMeeting(organizer, id, { wall: '2027-10-31T01:50', endWall, timeZone: 'Europe/Lisbon', fold }))
      expect(await planFor(organizer, id)).toMatchObject({ startsAt, durationMinutes: minutes })
    },
  )

  it('when parties are missing, then the number and the names are said', async () => {
    const id = await drafted(given, 'multilateral', [weir.id, mill.id])
    const refusal = await scheduleMeeting(organizer, id, ahead(5))
    expect(refusal).toMatchObject({ refused: 'multilateral-needs-three', parties: 2, names: 'Mill, Weir' })
    expect(spoken(refusal)).toContain('here 2 are named: Mill, Weir')
  })

  it('when all is well, then its parties know of it, in their own time, and the record begins', async () => {
    const id = await drafted(given, 'bilateral', [weir.id, mill.id])
    done(await scheduleMeeting(organizer, id, ahead(7, { wall: '2027-06-01T23:30', timeZone: 'America/Bogota' })))
    const plan = await planFor(weir.head, id)
    expect(plan).toMatchObject({ state: 'scheduled', sight: 'contents', timeZone: 'America/Bogota' })
    expect(plan.parties.map(({ local }) => local)).toEqual([
      { wall: '2027-06-02T05:30', dayDifference: 1 },
      { wall: '2027-06-02T05:30', dayDifference: 1 },
    ])
    expect(await recordedKinds(id)).toEqual(['scheduled'])
    expect(refusedAs(await scheduleMeeting(organizer, id, ahead(8)))).toBe('meeting-not-in-draft')
  })

  it('when two people schedule it at once, then it is scheduled once', async () => {
    const id = await drafted(given, 'bilateral', [weir.id, mill.id])
    const answers = await Promise.all([ahead(7), ahead(8)].map((time) => scheduleMeeting(organizer, id, time)))
    expect(answers.map(refusedAs).toSorted()).toEqual(['meeting-not-in-draft', undefined])
    expect(await recordedKinds(id)).toEqual(['scheduled'])
  })

  it('when a head of one of its parties or an outsider tries, then it is refused or not there', async () => {
    const id = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
    expect(refusedAs(await rescheduleMeeting(weir.head, id, { time: ahead(9), reason: '' }))).toBe('not-entitled')
    const other = await scene()
    expect(refusedAs(await rescheduleMeeting(other.organizer, id, { time: ahead(9), reason: '' }))).toBe('not-found')
  })
})

describe('Given a scheduled meeting', () => {
  it('when it is renamed, then the record and its minutes say so, once; a draft that nobody knows says nothing', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const renamed = { ...content, title: 'The eel ladder', aim: 'Settle the slope', seen: content }
    for (let n = 0; n < 2; n++) done(await describeMeeting(weir.head, id, renamed))
    expect(await recordedKinds(id)).toEqual(['scheduled', 'description-changed'])
    expect((await loadRecord(mill.head, id))?.minutes.head).toMatchObject({
      title: 'The eel ladder',
      aim: 'Settle the slope',
    })
    const draftId = await drafted(given, 'multilateral', [weir.id, mill.id, ferry.id])
    done(await describeMeeting(organizer, draftId, renamed))
    expect(await recordedKinds(draftId)).toEqual([])
  })

  it('when two describe it who saw the same, then what each changed stands, and the same field is overwritten by nobody unseen', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    done(await describeMeeting(weir.head, id, { ...content, title: 'The eel ladder', seen: content }))
    done(await describeMeeting(mill.head, id, { ...content, place: 'Mill house', seen: content }))
    expect(await planFor(organizer, id)).toMatchObject({ title: 'The eel ladder', place: 'Mill house' })
    const over = { ...content, title: 'The ladder', aim: 'Settle the slope' }
    expect(await describeMeeting(mill.head, id, { ...over, seen: content })).toEqual({
      refused: 'changed-meanwhile',
      now: { title: 'The eel ladder' },
    })
    expect(await planFor(organizer, id)).toMatchObject({ title: 'The eel ladder', aim: '' })
    done(await describeMeeting(mill.head, id, { ...over, seen: { ...content, title: 'The eel ladder' } }))
    expect(await planFor(weir.head, id)).toMatchObject({ ...over, place: 'Mill house' })
  })

  it('when an organizer describes a bilateral, whose aim is not for them, then it stays, and they learn nothing of it', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    done(await describeMeeting(weir.head, id, { ...content, aim: 'Settle the slope', seen: content }))
    expect((await planFor(organizer, id)).aim).toBe('')
    done(await describeMeeting(organizer, id, { ...content, place: 'Hall', aim: 'Guessed', seen: content }))
    expect(await planFor(weir.head, id)).toMatchObject({ aim: 'Settle the slope', place: 'Hall' })
  })

  it('when it is moved and cancelled, then the calendar follows and the record tells why', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    expect(await loadCalendar(weir.head, id)).toMatchObject({ sequence: 0, status: 'CONFIRMED', method: 'PUBLISH' })
    done(await rescheduleMeeting(organizer, id, { time: ahead(9), reason: 'High water' }))
    done(await describeMeeting(weir.head, id, { ...content, place: 'Mill house', seen: content }))
    expect(await loadCalendar(weir.head, id)).toMatchObject({ sequence: 2, place: 'Mill house' })
    expect(refusedAs(await cancelMeeting(mill.head, id, '  '))).toBe('text-missing')
    done(await cancelMeeting(mill.head, id, 'The sill broke'))
    expect(await loadCalendar(weir.head, id)).toMatchObject({
      sequence: 3,
      status: 'CANCELLED',
      method: 'CANCEL',
      uid: id,
    })
    expect(await recordedKinds(id)).toEqual(['scheduled', 'rescheduled', 'venue-changed', 'cancelled'])
    expect((await planFor(weir.head, id)).cancelReason).toBe('The sill broke')
    expect(refusedAs(await cancelMeeting(mill.head, id, 'Again'))).toBe('meeting-over')
  })

  it('when its calendar file is fetched, then it has the zone, and nobody’s address', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const title = 'Sill\r\nATTENDEE:mailto:somebody@river.invalid'
    done(await describeMeeting(weir.head, id, { ...content, title, place: 'Hall; north, two', seen: content }))
    const path = `/meetings/${id}/calendar.ics`
    const answer = await apiOf([meetingRoutes], knowsOf).fetch(await request(weir.head, 'GET', path))
    const file = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(file).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Lisbon\r\n/)
    expect(file).toMatch(/\r\nDTSTART;TZID=Europe\/Lisbon:\d{8}T180000\r\n/)
    expect(file).toContain(`\r\nUID:${id}@concordance\r\n`)
    expect(file).toContain('SUMMARY:Sill\\nATTENDEE')
    expect(file).not.toMatch(/^(ATTENDEE|ORGANIZER)/m)
    expect(file.replaceAll(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    const stranger = await apiOf([meetingRoutes], knowsOf).fetch(await request(ferry.head, 'GET', path))
    expect(stranger.status).toBe(404)
  })

  it('when the pair of a bilateral should change, then it is another meeting', async () => {
    const pair = [weir.id, mill.id]
    const id = await scheduled(given, 'bilateral', pair)
    expect(refusedAs(await changeParties(organizer, id, { partyIds: [weir.id, ferry.id], seen: pair }))).toBe(
      'parties-fixed',
    )
    const study = await scheduled(given, 'study', [weir.id])
    expect((await planFor(organizer, study)).can).toMatchObject({ changeParties: false, reschedule: true })
    expect(refusedAs(await changeParties(organizer, study, { partyIds: [mill.id], seen: [weir.id] }))).toBe(
      'parties-fixed',
    )
    const three = { partyIds: [...pair, ferry.id], seen: pair }
    expect(refusedAs(await changeParties(organizer, id, three))).toBe('bilateral-needs-two')
    expect(refusedAs(await changeParties(weir.head, id, { partyIds: pair, seen: pair }))).toBe('not-entitled')
  })

  it('when parties of a multilateral change, then never below three', async () => {
    const three = [weir.id, mill.id, ferry.id]
    const id = await scheduled(given, 'multilateral', three)
    expect(await changeParties(organizer, id, { partyIds: [weir.id, mill.id], seen: three })).toMatchObject({
      refused: 'multilateral-needs-three',
      names: 'Mill, Weir',
    })
    expect((await planFor(organizer, id)).parties).toHaveLength(3)
  })

  it('when its parties were changed since somebody looked, then they are told of those that stand, and nothing is lost', async () => {
    const id = done(
      await createMeeting(organizer, groupId, { ...content, kind: 'multilateral', partyIds: [weir.id, mill.id] }),
    ).id
    const before = [mill.id, weir.id]
    done(await changeParties(organizer, id, { partyIds: [weir.id, ferry.id], seen: before }))
    expect(await changeParties(organizer, id, { partyIds: before, seen: before })).toMatchObject({
      refused: 'parties-changed',
      partyIds: expect.toSatisfy((ids: string[]) => ids.length === 2 && ids.includes(ferry.id)),
    })
    // What stands already is no other change.
    done(await changeParties(organizer, id, { partyIds: [ferry.id, weir.id], seen: before }))
    expect((await planFor(organizer, id)).parties.map((party) => party.id).sort()).toEqual([weir.id, ferry.id].sort())
  })
})

describe('Given the list of meetings', () => {
  it('when a third party looks, then there is no trace of a bilateral, not in counts and not in gaps', async () => {
    const here = await scene()
    const look = (viewer: typeof organizer, query: object = {}) =>
      loadMeetingList(viewer, here.groupId, meetingListQuery.parse(query))
    const id = await scheduled(here, 'bilateral', [here.weir.id, here.mill.id])
    await scheduled(here, 'multilateral', [here.weir.id, here.mill.id, here.ferry.id])
    expect((await look(here.ferry.head))?.lines.map(({ kind }) => kind)).toEqual(['multilateral'])
    expect((await look(here.ferry.head, { kind: 'bilateral' }))?.lines).toEqual([])
    expect((await look(here.weir.observer))?.lines).toHaveLength(2)
    expect(await loadPlan(here.ferry.head, id)).toBeNull()
  })

  it('when it says what one may know, then it agrees with every meeting’s own page', async () => {
    const here = await scene()
    const { weir: one, mill: two, ferry: three } = here
    const ids = [
      await drafted(here, 'multilateral', [one.id, two.id, three.id]),
      await scheduled(here, 'study', [one.id]),
      await scheduled(here, 'bilateral', [one.id, two.id]),
      await scheduled(here, 'multilateral', [one.id, two.id, three.id]),
      done(await createMeeting(two.head, here.groupId, { ...content, kind: 'study', partyIds: [two.id] })).id,
    ]
    for (const viewer of [here.organizer, one.head, one.observer, two.head, two.deputy, three.delegate]) {
      const pages = await Promise.all(
        ['upcoming', 'preparing', 'past'].map((when) =>
          loadMeetingList(viewer, here.groupId, meetingListQuery.parse({ when })),
        ),
      )
      const listed = pages.flatMap((page) => page?.lines.map((line) => line.id) ?? [])
      const plans = await Promise.all(ids.map((id) => loadPlan(viewer, id)))
      expect(listed.toSorted()).toEqual(ids.filter((_, index) => plans[index] !== null).toSorted())
    }
  })

  it('when there are more than fifty, then they come in pages', async () => {
    const here = await scene()
    for (let n = 0; n < 51; n++) await drafted(here, 'study', [here.weir.id])
    const page = (number: number) =>
      loadMeetingList(here.organizer, here.groupId, meetingListQuery.parse({ when: 'preparing', page: number }))
    const [first, second] = [await page(1), await page(2)]
    expect([first?.lines.length, first?.hasMore, second?.lines.length, second?.hasMore]).toEqual([50, true, 1, false])
  })

  it('when somebody is no member of the group, then there is no list', async () => {
    const other = await scene()
    expect(await list(other.organizer)).toBeNull()
  })
})
