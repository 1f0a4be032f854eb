/** Sight begins when one joined (rules 14 and 15; attack 53 of SECURITY.md). */
import { describe, expect, test } from 'vitest'
import { verifyExport } from '#domain/record/verify-export.ts'
import { foundRoutes } from '#features/conclusions/api/found.ts'
import { putToDeciders, withdraw } from '#features/conclusions/commands/conduct.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { revise } from '#features/conclusions/commands/revise.ts'
import {
  loadCommitments,
  loadConclusion,
  loadDifference,
  loadDrafting,
  loadGroupConclusions,
  loadMeetingConclusions,
} from '#features/conclusions/loaders.ts'
import { loadFloor } from '#features/floor/loaders.ts'
import { loadHome } from '#features/home/loaders.ts'
import { acceptInvitation } from '#features/invitations/commands/accept.ts'
import { inviteToParty } from '#features/invitations/commands/invite.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { openEarlier } from '#features/meetings/commands/open-earlier.ts'
import { openMeeting } from '#features/meetings/commands/open-meeting.ts'
import { appoint } from '#features/meetings/commands/people.ts'
import { changeParties } from '#features/meetings/commands/plan.ts'
import { loadMeetingHead, loadMeetingList, loadPlan } from '#features/meetings/loaders.ts'
import { sitAsHead } from '#features/parties/commands/people.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadEntries, loadMarkdown, loadRecord, loadVerdict } from '#features/records/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { sha256 } from '#store/record/append.ts'
import { citing } from '#tests/setup/concordance.ts'
import { loadExport } from '#tests/setup/exports.ts'
import { type Held, heldMeeting, pastTheRules, publishedText } from '#tests/setup/meetings.ts'
import { partyOf, request, signedIn } from '#tests/setup/people.ts'
import { consent, done, draft, refusedAs, side, wording } from './conclusions-given.ts'

const SECRET = 'the-sluice-is-sold'

interface Joined extends Held {
  /** The draft that was written before. */
  readonly id: string
  readonly editionId: string
  readonly mill: string
}

/** An organizer makes a party, heads it, and adds it to a multilateral in which something is written. */
async function joined(): Promise<Joined> {
  const held = await heldMeeting(3, 'scheduled')
  const editionId = await publishedText(held.groupId, held.organizer)
  const content = { wording: SECRET, citations: [{ editionId, first: 2, last: 2 }], commitments: [] }
  const id = done(await openDraft(held.chair, held.meetingId, draft({ title: SECRET, content }))).id
  // It is never put.
  done(await openDraft(held.chair, held.meetingId, draft({ title: `${SECRET}, too` })))
  const mill = await partyOf(held.groupId, 'Mill', [[held.organizer, 'head']])
  const seen = held.sides.map(({ partyId }) => partyId)
  done(await changeParties(held.organizer, held.meetingId, { partyIds: [...seen, mill], seen }))
  return { ...held, id, editionId, mill }
}

/** The conclusions of a group as a file. */
async function fileOf(viewer: Viewer, groupId: string): Promise<string> {
  const asked = await request(viewer, 'GET', `/groups/${groupId}/conclusions.json?kind=all`)
  return (await apiOf([foundRoutes], knowsOf).fetch(asked)).text()
}

/** All that somebody is shown around a meeting. */
async function shownTo(viewer: Viewer, { meetingId, groupId, id, editionId }: Joined): Promise<string> {
  const now = new Date()
  const filter = { state: 'all', page: 1 } as const
  return JSON.stringify([
    await loadMeetingHead(viewer, groupId, meetingId),
    await loadPlan(viewer, meetingId),
    await loadFloor(viewer, meetingId),
    await loadMeetingConclusions(viewer, meetingId),
    await loadConclusion(viewer, id),
    await loadDifference(viewer, id, { from: 1, to: 1 }),
    await loadDifference(viewer, id, { from: 1, to: 2 }),
    await loadDrafting(viewer, meetingId),
    await citing('conclusion', viewer, { editionId, ordinal: 2 }),
    await loadCommitments(viewer, groupId, filter),
    await loadGroupConclusions(viewer, groupId, { order: 'passage' }),
    await fileOf(viewer, groupId),
    await loadRecord(viewer, meetingId),
    await loadEntries(viewer, meetingId, 1),
    await loadMarkdown(viewer, meetingId),
    await loadExport(viewer, meetingId, now),
    await loadVerdict(viewer, meetingId, null),
    await loadHome(viewer),
    await loadMeetingList(viewer, groupId, { when: 'upcoming', page: 1 }),
  ])
}

describe('Given an organizer who made a party, heads it and added it to a multilateral', () => {
  test('then nothing that was written before is in what they are shown, by whatever way they ask', async () => {
    const it = await joined()
    const shown = await shownTo(it.organizer, it)
    expect(shown).toContain('Mill')
    expect(shown).not.toContain(SECRET)
    expect(await loadConclusion(it.organizer, it.id)).toBeNull()
    expect((await loadMeetingConclusions(it.organizer, it.meetingId))?.items.flatMap((one) => one.conclusions)).toEqual(
      [],
    )
    expect(refusedAs(await withdraw(it.organizer, it.id, { version: 1, reason: 'no' }))).toBe('not-found')
    const from = draft({ originId: it.id })
    expect(refusedAs(await openDraft(it.organizer, it.meetingId, from))).toBe('not-found')
    // Those who were there go on reading it.
    expect(await shownTo(side(it, 0).head, it)).toContain(SECRET)
  })

  test('then everybody learns of it: on the plan, at Home, in the record', async () => {
    const it = await joined()
    const { head } = side(it, 0)
    done(await openEarlier(side(it, 1).head, it.meetingId, { partyId: it.mill, open: true }))
    expect((await loadPlan(head, it.meetingId))?.changes.map(({ kind }) => kind)).toContain('parties-changed')
    const told = (await loadHome(head)).changes.flatMap((change) => (change.in === 'meeting' ? change.kind : []))
    expect(told).toContain('parties-changed')
    expect((await loadEntries(head, it.meetingId, 1))?.entries.map(({ kind }) => kind)).toContain('parties-changed')
  })

  test('when they are taken out again, then they keep what they saw, and nothing older', async () => {
    const it = await joined()
    const parties = it.sides.map(({ partyId }) => partyId)
    done(await changeParties(it.chair, it.meetingId, { partyIds: parties, seen: [...parties, it.mill] }))
    done(await openDraft(it.chair, it.meetingId, draft({ title: `${SECRET}, again` })))
    expect(await shownTo(it.organizer, it)).not.toContain(SECRET)
    const exported = await loadExport(it.organizer, it.meetingId, new Date())
    expect(exported?.links.at(-1)?.payload).toContain('"parties-changed"')
  })

  test('when something is written, then no organizer appoints themselves, which would open it', async () => {
    const it = await joined()
    for (const { personId } of [it.organizer, it.outsider])
      expect(refusedAs(await appoint(it.organizer, it.meetingId, { office: 'rapporteur', personId }))).toBe(
        'office-opens-older',
      )
  })
})

describe('Given a party without people on the list of a meeting in which something is written', () => {
  /** It is on the list from the beginning. */
  const putOnList = ({ groupId, meetingId }: Held, partyId: string) =>
    asSystem('test', (tx) => tx.meetingParty.create({ data: { groupId, meetingId, partyId } }), { write: true })

  /** Nobody could say anything for it. */
  async function namedEarly(): Promise<Joined> {
    const held = await heldMeeting(3, 'scheduled')
    const mill = await partyOf(held.groupId, 'Mill')
    await putOnList(held, mill)
    const editionId = await publishedText(held.groupId, held.organizer)
    const content = { wording: SECRET, citations: [{ editionId, first: 2, last: 2 }], commitments: [] }
    const id = done(await openDraft(held.chair, held.meetingId, draft({ title: SECRET, content }))).id
    return { ...held, id, editionId, mill }
  }

  test('when an organizer sits for it, then nothing that was written before is open to them', async () => {
    const it = await namedEarly()
    done(await sitAsHead(it.organizer, it.mill))
    const shown = await shownTo(it.organizer, it)
    expect(shown).toContain('Mill')
    expect(shown).not.toContain(SECRET)
    done(await revise(it.chair, it.id, { baseVersion: 1, content: wording('The sluice stays.') }))
    expect((await loadConclusion(it.organizer, it.id))?.versions.map(({ number }) => number)).toEqual([2])
    // In the list of the group it began nowhere for them: they are not told when.
    const [line] = (await loadGroupConclusions(it.organizer, it.groupId, { order: 'newest' }))?.conclusions ?? []
    expect([line?.id, line?.history]).toEqual([it.id, []])
    const [own] = (await loadGroupConclusions(side(it, 0).head, it.groupId, { order: 'newest' }))?.conclusions ?? []
    expect(own?.history.map(({ step }) => step)).toEqual(['drafted'])
    // Whoever it brings is of the same party; the others may open the rest.
    expect(
      (await loadPlan(side(it, 0).head, it.meetingId))?.parties.find(({ id }) => id === it.mill)?.earlier,
    ).toMatchObject({ missing: ['Quarter 1', 'Quarter 2', 'Quarter 3'], can: 'open' })
  })

  test('when whom an organizer invited comes, then the same holds', async () => {
    const it = await namedEarly()
    const { link } = done(await inviteToParty(it.organizer, it.mill, { role: 'head' }))
    const stranger = await signedIn('Ida Fell')
    done(await acceptInvitation(stranger, { token: link?.split('/').at(-1) ?? '' }))
    expect(await shownTo(stranger, it)).not.toContain(SECRET)
  })

  test('when nothing was written yet, then it is there from the beginning', async () => {
    const held = await heldMeeting(3, 'scheduled')
    const mill = await partyOf(held.groupId, 'Mill')
    await putOnList(held, mill)
    done(await sitAsHead(held.organizer, mill))
    const id = done(await openDraft(held.chair, held.meetingId, draft({ title: SECRET }))).id
    expect(await loadConclusion(held.organizer, id)).not.toBeNull()
    expect((await loadPlan(held.organizer, held.meetingId))?.sight).toBe('contents')
  })
})

describe('Given a party that left', () => {
  test('when it repeats an act on a draft that it does not keep, then it is as anybody who may not know of it', async () => {
    const held = await heldMeeting(2)
    const { head, partyId } = side(held, 0)
    const id = done(await openDraft(head, held.meetingId, draft({ title: SECRET }))).id
    const knows = () => asViewer(head, (tx) => knowsOf(tx, head, `/conclusions/${id}/versions`))
    expect(await knows()).toBe(true)
    done(await leaveMeeting(head, held.meetingId, partyId))
    expect(await loadConclusion(head, id)).toBeNull()
    expect(await knows()).toBe(false)
  })
})

describe('Given what is written after a party joined', () => {
  test('then it sees it: the new version and none before, and what is put to it with its answers', async () => {
    const it = await joined()
    done(await revise(it.chair, it.id, { baseVersion: 1, content: wording('The sluice stays.') }))
    const view = await loadConclusion(it.organizer, it.id)
    expect(view?.versions.map(({ number }) => number)).toEqual([2])
    expect(view?.wording).toBe('The sluice stays.')
    expect(await loadDifference(it.organizer, it.id, { from: 1, to: 2 })).toBeNull()
    expect(await loadDifference(it.organizer, it.id, { from: 2, to: 2 })).not.toBeNull()
    done(await openMeeting(it.chair, it.meetingId))
    // An answer to a version that it never saw does not show what that said.
    const late = await consent(it.organizer, it.id, 1)
    expect(JSON.stringify(late)).not.toContain(SECRET.slice(4))
  })

  test('then a request on it that comes again is answered, and one on what was written before is not', async () => {
    const it = await joined()
    const knows = (id: string) =>
      asViewer(it.organizer, (tx) => knowsOf(tx, it.organizer, `/conclusions/${id}/withdrawal`))
    expect(await knows(it.id)).toBe(false)
    done(await revise(it.chair, it.id, { baseVersion: 1, content: wording('The sluice stays.') }))
    expect(await knows(it.id)).toBe(true)
  })

  test('when a version of before is put to it, then it reads that, and its export shows it with the rest withheld', async () => {
    const it = await joined()
    done(await openMeeting(it.chair, it.meetingId))
    const other = done(await openDraft(it.chair, it.meetingId, draft({ title: 'Weirs' }))).id
    done(await putToDeciders(it.chair, it.id, { version: 1 }))
    expect((await loadConclusion(it.organizer, it.id))?.wording).toBe(SECRET)
    for (const viewer of [...it.sides.map(({ head }) => head), it.organizer]) done(await consent(viewer, it.id))
    const exported = await loadExport(it.organizer, it.meetingId, new Date())
    if (exported === null) throw new Error('There is a record.')
    expect(exported.agreed.map(({ conclusionId }) => conclusionId)).toEqual([it.id])
    expect(exported.links.find(({ payload }) => payload?.includes('"draft-made"'))?.payload).toContain(SECRET)
    expect(exported.links.filter(({ payload, salt }) => payload === null && salt === null)).toHaveLength(1)
    expect(verifyExport(exported, sha256)).toMatchObject({ intact: true })
    const lines = (await loadMeetingConclusions(it.organizer, it.meetingId))?.items.flatMap((one) => one.conclusions)
    expect(lines?.map(({ id }) => id).sort()).toEqual([it.id, other].sort())
  })

  test('when a draft of before is never put, then the minutes that are put to it do not tell of it', async () => {
    const it = await joined()
    done(await openMeeting(it.chair, it.meetingId))
    done(await withdraw(it.chair, it.id, { version: 1, reason: 'sold' }))
    await pastTheRules(`UPDATE "Meeting" SET state = 'closed', "closedAt" = now() WHERE id = '${it.meetingId}'`)
    const { id } = done(await putRecord(it.chair, it.meetingId))
    expect((await loadConclusion(it.organizer, id))?.wording).toContain('Who measures')
    expect(await shownTo(it.organizer, it)).not.toContain(SECRET)
    expect(refusedAs(await consent(it.organizer, id))).not.toBe('not-found')
  })
})

describe('Given parties that open to it what was written before', () => {
  test('when each of them has said so, then it sees all, and the record tells of it', async () => {
    const it = await joined()
    const [first, second, third] = it.sides
    if (!first || !second || !third) throw new Error('Three were there.')
    const opened = (viewer: Viewer, open = true) => openEarlier(viewer, it.meetingId, { partyId: it.mill, open })
    done(await opened(first.head))
    done(await opened(second.head))
    done(await opened(first.head, false))
    done(await opened(third.deputy))
    expect(await shownTo(it.organizer, it)).not.toContain(SECRET)
    expect((await loadPlan(first.head, it.meetingId))?.parties.at(-1)?.earlier).toMatchObject({
      missing: ['Quarter 1'],
      can: 'open',
    })
    expect(refusedAs(await opened(it.organizer))).toBe('not-entitled')
    expect(refusedAs(await opened(it.chair))).toBe('speaks-for-no-party')
    expect(refusedAs(await opened(it.outsider))).toBe('not-entitled')
    done(await opened(first.head))
    expect((await loadConclusion(it.organizer, it.id))?.wording).toBe(SECRET)
    const kinds = (await loadEntries(it.organizer, it.meetingId, 1))?.entries.map(({ kind }) => kind)
    expect(kinds?.filter((kind) => kind === 'earlier-opened')).toHaveLength(4)
    expect(kinds).toContain('earlier-closed')
  })

  test('when an organizer takes one of them off and adds it again, then its word is needed all the same', async () => {
    const it = await joined()
    const [first, second, third] = it.sides
    if (!first || !second || !third) throw new Error('Three were there.')
    const fewer = [first.partyId, second.partyId, it.mill]
    const all = [...fewer, third.partyId]
    done(await changeParties(it.organizer, it.meetingId, { partyIds: fewer, seen: all }))
    done(await changeParties(it.organizer, it.meetingId, { partyIds: all, seen: fewer }))
    for (const { head } of [first, second])
      done(await openEarlier(head, it.meetingId, { partyId: it.mill, open: true }))
    expect(await shownTo(it.organizer, it)).not.toContain(SECRET)
    expect((await loadPlan(first.head, it.meetingId))?.parties.map(({ earlier }) => earlier?.missing)).toContainEqual([
      'Quarter 3',
    ])
    done(await openEarlier(third.head, it.meetingId, { partyId: it.mill, open: true }))
    expect((await loadConclusion(it.organizer, it.id))?.wording).toBe(SECRET)
  })
})
