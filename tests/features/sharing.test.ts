/** What the group, an organizer and a party that left are shown (PRODUCT.md, "Who sees what"; attack 59 of SECURITY.md). */

import { describe, expect, test } from 'vitest'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { loadSharedConclusion } from '#features/conclusions/loaders.ts'
import { groupRoutes } from '#features/groups/api.ts'
import { loadHome } from '#features/home/loaders.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { appoint, endOffice } from '#features/meetings/commands/people.ts'
import { cancelMeeting, describeMeeting } from '#features/meetings/commands/plan.ts'
import { loadCalendar, loadMeetingHead, loadMeetingList, loadPlan } from '#features/meetings/loaders.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { markDone } from '#features/preparation/commands/follow.ts'
import { loadAssignmentsOf, loadPreparation } from '#features/preparation/loaders.ts'
import { newAssignments } from '#features/preparation/schema.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadEntries, loadExport, loadMarkdown, loadRecord } from '#features/records/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { citing } from '#tests/setup/concordance.ts'
import { type Held, heldMeeting, meetingOf, pastTheRules, publishedText } from '#tests/setup/meetings.ts'
import { partyOf, request } from '#tests/setup/people.ts'
import { answer, consent, done, drafted, put, refusedAs, side, wording } from './conclusions-given.ts'
import { proposed, scene } from './meetings-given.ts'

const RESERVED = 'we-doubt-the-gauge'
const ASIDE = 'we-have-no-gauge'
const LOOSE = 'nobody-agreed-to-this'

/** A multilateral whose four parties agreed, one with a reservation, one aside; one of them left; the others agreed the minutes. */
async function agreedWithout(): Promise<Held & { conclusionId: string; recordId: string; editionId: string }> {
  const held = await heldMeeting(4)
  const editionId = await publishedText(held.groupId, held.organizer)
  const content = { wording: 'Measured weekly.', citations: [{ editionId, first: 2, last: 2 }], commitments: [] }
  const conclusionId = await put(held, { content })
  done(await consent(side(held, 0).head, conclusionId))
  done(await answer(side(held, 1).head, conclusionId, { kind: 'consent-with-reservation', reservation: RESERVED }))
  done(await answer(side(held, 2).head, conclusionId, { kind: 'stand-aside', reason: ASIDE }))
  done(await consent(side(held, 3).head, conclusionId))
  await drafted(held, { title: LOOSE, content: wording(LOOSE) })
  const { head, partyId } = side(held, 3)
  done(await leaveMeeting(head, held.meetingId, partyId))
  await pastTheRules(`INSERT INTO "TextParty" ("textId", "partyId", "groupId")
    SELECT e."textId", p."partyId", e."groupId" FROM "Edition" e JOIN "MeetingParty" p ON p."meetingId" = '${held.meetingId}'
    WHERE e.id = '${editionId}'`)
  await pastTheRules(`UPDATE "Meeting" SET state = 'closed', "closedAt" = now() WHERE id = '${held.meetingId}'`)
  const { id: recordId } = done(await putRecord(held.chair, held.meetingId))
  for (const place of [0, 1, 2]) done(await consent(side(held, place).head, recordId))
  return { ...held, conclusionId, recordId, editionId }
}

async function shownToGroup(viewer: Viewer, held: Awaited<ReturnType<typeof agreedWithout>>): Promise<string> {
  const exported = await apiOf([groupRoutes], knowsOf).fetch(
    await request(viewer, 'GET', `/groups/${held.groupId}/export.json`),
  )
  return JSON.stringify([
    await loadRecord(viewer, held.meetingId),
    await loadMarkdown(viewer, held.meetingId),
    await loadSharedConclusion(viewer, held.conclusionId),
    await loadSharedConclusion(viewer, held.recordId),
    await citing('conclusion', viewer, { editionId: held.editionId, ordinal: 2 }),
    await loadHome(viewer),
    await exported.text(),
  ])
}

describe('Given agreed minutes', () => {
  test('when they are shared, then every party that was there is asked, also one that left, which finds it on its record', async () => {
    const held = await agreedWithout()
    const { head, observer } = side(held, 3)
    const shareBy = (viewer: Viewer, agree = true) => shareWithGroup(viewer, held.recordId, { agree })
    expect((await loadRecord(head, held.meetingId))?.sharing).toBeNull()
    for (const place of [0, 1, 2]) expect(done(await shareBy(side(held, place).head)).sharedWith).toBe('parties')
    expect(await loadRecord(held.outsider, held.meetingId)).toBeNull()
    expect((await loadRecord(head, held.meetingId))?.sharing).toMatchObject({
      missing: [{ name: 'Quarter 4' }],
      can: 'share',
    })
    expect((await loadRecord(observer, held.meetingId))?.sharing?.can).toBeNull()
    expect(refusedAs(await shareBy(observer))).toBe('not-entitled')
    expect(refusedAs(await shareBy(held.outsider))).toBe('not-found')
    expect(done(await shareBy(head)).sharedWith).toBe('group')
    expect((await loadRecord(held.outsider, held.meetingId))?.audience).toBe('group')
    expect(done(await shareBy(head, false)).sharedWith).toBe('parties')
    expect(await loadRecord(held.outsider, held.meetingId)).toBeNull()
  })

  test('then the group reads what was agreed and between whom: nobody’s stance, reservation, reason or sign-in, and no draft', async () => {
    const held = await agreedWithout()
    for (const id of [held.recordId, held.conclusionId])
      for (const { head } of held.sides) done(await shareWithGroup(head, id, { agree: true }))
    for (const viewer of [held.outsider, held.organizer]) {
      const shown = await shownToGroup(viewer, held)
      expect(shown).toContain('Measured weekly.')
      expect(shown).toContain('Quarter 4')
      for (const secret of [RESERVED, ASIDE, LOOSE, 'mail-link', 'signInMethod', 'stand-aside'])
        expect(shown.replaceAll(/"people":\[[^\]]*\]/g, '')).not.toContain(secret)
    }
    // Passages of a text that is limited to others are none of theirs.
    expect(await shownToGroup(held.outsider, held)).not.toContain('The river book')
    expect(await loadExport(held.outsider, held.meetingId, new Date())).toBeNull()
  })

  test('when one party agreed a conclusion of its study session, then the group learns of the party, not of its people', async () => {
    const held = await heldMeeting(1)
    const id = await put(held)
    for (const viewer of [side(held, 0).head, side(held, 0).deputy]) done(await consent(viewer, id))
    done(await shareWithGroup(side(held, 0).head, id, { agree: true }))
    expect((await loadSharedConclusion(held.outsider, id))?.deciders).toMatchObject([{ name: 'Quarter 1' }])
  })
})

describe('Given a party that left a meeting', () => {
  test('when place, link, chair and plan change, and it is called off, then it learns that it is held, and no more', async () => {
    const held = await heldMeeting(4, 'scheduled')
    const { head, partyId } = side(held, 3)
    done(await leaveMeeting(head, held.meetingId, partyId))
    const secret = 'the-old-mill'
    const seen = { title: 'River levels', aim: '', place: '', link: '' }
    const venue = { title: 'River levels', aim: secret, place: secret, link: `https://${secret}.invalid` }
    done(await describeMeeting(held.organizer, held.meetingId, { ...venue, seen }))
    done(await endOffice(held.organizer, held.meetingId, 'chair'))
    const { personId } = side(held, 0).delegate
    done(await appoint(held.organizer, held.meetingId, { office: 'chair', personId }))
    done(await cancelMeeting(held.organizer, held.meetingId, secret))
    const shown = [
      await loadPlan(head, held.meetingId),
      await loadMeetingHead(head, held.groupId, held.meetingId),
      await loadCalendar(head, held.meetingId),
      await loadMeetingList(head, held.groupId, { when: 'past', page: 1 }),
      await loadPreparation(head, held.meetingId),
      await loadHome(head),
      await loadRecord(head, held.meetingId),
      await loadEntries(head, held.meetingId, 1),
      await loadExport(head, held.meetingId, new Date()),
    ]
    expect(JSON.stringify(shown)).not.toContain(secret)
    expect(JSON.stringify(shown)).not.toContain('Lena Ash')
    expect(await loadCalendar(head, held.meetingId)).toBeNull()
    expect(await loadPlan(head, held.meetingId)).toMatchObject({ sight: 'existence', offices: [], cancelReason: null })
    expect((await loadMeetingHead(head, held.groupId, held.meetingId))?.state).toBe('cancelled')
  })
})

describe('Given homework that an organizer gave to a party', () => {
  test('when it is done, then the organizer learns that, and not who did it and when; the party does', async () => {
    const held = await heldMeeting(3, 'scheduled')
    const editionId = await publishedText(held.groupId, held.organizer)
    const { partyId, head, delegate } = side(held, 0)
    const asked = { kind: 'read', citations: [{ editionId, first: 1, last: 1 }], to: [{ partyId }] }
    const input = newAssignments.parse({ as: 'organizer', meetingId: held.meetingId, ...asked })
    const [id = ''] = done(await assign(held.organizer, held.groupId, input)).ids
    done(await markDone(delegate, id))
    const seenBy = async (viewer: Viewer) => [
      ...((await loadPreparation(viewer, held.meetingId))?.assignments ?? []),
      ...(await loadAssignmentsOf(viewer, { editionId, ordinal: 1 })),
    ]
    expect((await seenBy(held.organizer)).map(({ done: isDone, doneBy }) => [isDone, doneBy])).toEqual([
      [true, []],
      [true, []],
    ])
    expect(JSON.stringify(await loadPreparation(held.organizer, held.meetingId))).not.toContain('Lena Ash",')
    for (const { doneBy } of await seenBy(head)) expect(doneBy).toMatchObject([{ name: 'Lena Ash' }])
  })
})

describe('Given the export of a group', () => {
  test('when the organizer’s own party has an unanswered proposal, and a bilateral, then it holds what organizers see', async () => {
    const given = await scene()
    const meetingId = await proposed(given)
    await partyOf(given.groupId, 'Brook', [[given.organizer, 'head']])
    await pastTheRules(`INSERT INTO "PartyMember" (id, "groupId", "partyId", "personId", role)
      SELECT gen_random_uuid(), "groupId", "partyId", '${given.organizer.personId}', 'delegate' FROM "MeetingParty"
      WHERE "meetingId" = '${meetingId}' LIMIT 1`)
    expect((await loadPlan(given.organizer, meetingId))?.sight).toBe('contents')
    const path = `/groups/${given.groupId}/export.json`
    const exported = await apiOf([groupRoutes], knowsOf).fetch(await request(given.organizer, 'GET', path))
    expect(await exported.text()).not.toContain(meetingId)

    const held = await heldMeeting(2)
    const own = [side(held, 0), side(held, 1)]
    await pastTheRules(`INSERT INTO "PartyMember" (id, "groupId", "partyId", "personId", role)
      VALUES (gen_random_uuid(), '${held.groupId}', '${side(held, 0).partyId}', '${held.organizer.personId}', 'head')`)
    const second = await meetingOf(held.groupId, own, { ...held, state: 'open' })
    const all = await apiOf([groupRoutes], knowsOf).fetch(
      await request(held.organizer, 'GET', `/groups/${held.groupId}/export.json`),
    )
    const text = await all.text()
    expect(text).toContain(second.meetingId)
    expect(text).not.toContain('Who measures')
  })
})
