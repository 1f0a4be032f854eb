import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mostIn } from '#domain/limits.ts'
import { bringWord } from '#features/conclusions/commands/bring-word.ts'
import { putToDeciders } from '#features/conclusions/commands/conduct.ts'
import { recordDivergence, writeWords } from '#features/conclusions/commands/divergence.ts'
import { lapseDue } from '#features/conclusions/commands/lapse-due.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import {
  loadConclusion,
  loadDrafting,
  loadMeetingConclusions,
  loadSharedConclusion,
} from '#features/conclusions/loaders.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadRecord } from '#features/records/loaders.ts'
import { clock } from '#lib/clock.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { citing as citesIt } from '#tests/setup/concordance.ts'
import {
  type Held,
  heldMeeting,
  meetingOf,
  publishedText,
  recordedEntries,
  recordedKinds,
} from '#tests/setup/meetings.ts'
import {
  adopted,
  answer,
  consent,
  done,
  draft,
  drafted,
  inDays,
  LEVELS,
  put,
  refusedAs,
  side,
  wording,
} from './conclusions-given.ts'

const adReferendum = (days: number) => ({ kind: 'ad-referendum', referendumOn: inDays(days) }) as const
const confirmed = { version: 1, word: 'confirmed', reason: null } as const

/** A text fixed ad referendum by the first party until so many days from now, with the consent of the second. */
async function fixed(held: Held, days = 5, more: Parameters<typeof put>[1] = {}): Promise<string> {
  const id = await put(held, more)
  done(await answer(side(held, 0).head, id, adReferendum(days)))
  done(await consent(side(held, 1).head, id))
  return id
}

describe('Given a text fixed ad referendum', () => {
  test('then its words stand still and wait, until the end of that day where the party is', async () => {
    const held = await heldMeeting(2)
    const id = await fixed(held)
    const view = await loadConclusion(side(held, 0).head, id)
    expect(view).toMatchObject({ state: 'ad-referendum', outcome: 'ad-referendum', asked: { kind: 'word' } })
    expect(view?.asked?.dueZone).toBe('Europe/Lisbon')
    expect(view?.stances[0]).toMatchObject({ kind: 'ad-referendum', referendumZone: 'Europe/Lisbon' })
    const due = new Date(view?.asked?.due ?? '')
    expect(due.toLocaleString('sv', { timeZone: 'Europe/Lisbon' })).toBe(`${inDays(5)} 23:59:59`)
    expect((await loadConclusion(side(held, 1).head, id))?.asked).toBeNull()
  })

  test('when the principals confirm, then it is adopted', async () => {
    const held = await heldMeeting(2)
    const id = await fixed(held)
    expect(refusedAs(await bringWord(side(held, 1).head, id, confirmed))).toBe('no-word-awaited')
    expect(await bringWord(side(held, 0).deputy, id, confirmed)).toMatchObject({ state: 'adopted' })
    expect((await loadConclusion(held.chair, id))?.stances[0]?.principals).toMatchObject({
      word: 'confirmed',
      by: { name: 'Dov Alder' },
    })
    expect((await recordedKinds(held.meetingId)).slice(-2)).toEqual(['confirmed', 'adopted'])
  })

  test('when it is a resolution and fewer than three parties are left, then it lapses with the departure (rule 15)', async () => {
    const held = await heldMeeting(3)
    const resolution = await fixed(held, 5, { kind: 'resolution' })
    const understanding = await fixed(held)
    const last = side(held, 2)
    for (const id of [resolution, understanding]) done(await consent(last.head, id))
    expect((await loadConclusion(held.chair, resolution))?.state).toBe('ad-referendum')
    done(await leaveMeeting(last.head, held.meetingId, last.partyId))
    expect((await recordedKinds(held.meetingId)).slice(-2)).toEqual(['party-left', 'lapsed'])
    const view = await loadConclusion(side(held, 0).head, resolution)
    expect(view).toMatchObject({ state: 'lapsed', overdue: 0, asked: null, can: { 'bring-word': false } })
    expect(refusedAs(await bringWord(side(held, 0).head, resolution, confirmed))).toBe('not-ad-referendum')
    expect(await bringWord(side(held, 0).head, understanding, confirmed)).toMatchObject({ state: 'adopted' })
  })

  test('when they decline, then it is not adopted, and its wording may start a new draft', async () => {
    const held = await heldMeeting(2)
    const { head } = side(held, 0)
    const id = await fixed(held)
    const declined = { version: 1, word: 'declined', reason: 'The mill has no gauge' } as const
    expect(await bringWord(head, id, declined)).toMatchObject({ state: 'declined' })
    expect(await loadConclusion(head, id)).toMatchObject({
      endReason: 'The mill has no gauge',
      can: { 'new-draft': true },
    })
    const next = done(await openDraft(head, held.meetingId, draft({ originId: id }))).id
    expect((await loadConclusion(head, next))?.origin).toMatchObject({ id, state: 'declined' })
    expect((await loadConclusion(head, id))?.offspring).toMatchObject([{ id: next }])
    expect((await recordedKinds(held.meetingId)).slice(-2)).toEqual(['declined', 'draft-made'])
  })

  test('when the date passes, then it lapses, once, however many processes look', async () => {
    const held = await heldMeeting(2)
    const [early, late] = [await fixed(held, 3), await fixed(held, 9)]
    const then = new Date(Date.now() + 4.1 * 86_400_000)
    expect(await lapseDue()).toBe(0)
    const counts = await clock.at(then, () => Promise.all([lapseDue(), lapseDue(), lapseDue()]))
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    expect(await loadConclusion(held.chair, early)).toMatchObject({ state: 'lapsed', overdue: 1 })
    expect((await loadConclusion(held.chair, late))?.state).toBe('ad-referendum')
    expect((await recordedKinds(held.meetingId)).filter((kind) => kind === 'lapsed')).toHaveLength(1)
  })
})

describe('Given a draft that was not adopted', () => {
  test('when a divergence is recorded, then each side has its own words in it', async () => {
    const held = await heldMeeting(2)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    expect(refusedAs(await recordDivergence(mill.head, id, { title: 'Who measures' }))).toBe('still-undecided')
    done(await consent(mill.head, id))
    done(await answer(harbour.head, id, { kind: 'object', reason: 'Too vague' }))
    const divergence = done(await recordDivergence(mill.head, id, { title: 'Who measures' })).id
    expect((await loadConclusion(harbour.head, divergence))?.asked).toMatchObject({
      kind: 'words',
      of: { name: 'Quarter 2' },
    })
    done(await writeWords(harbour.head, divergence, { words: 'The harbour measures alone.', seen: null }))
    expect(refusedAs(await writeWords(held.chair, divergence, { words: 'x', seen: null }))).toBe('not-entitled')
    const unseen = { words: 'Both measure.', seen: null }
    expect(await writeWords(harbour.deputy, divergence, unseen)).toEqual({
      refused: 'changed-meanwhile',
      now: { words: 'The harbour measures alone.' },
    })
    const view = await loadConclusion(mill.head, divergence)
    expect(view).toMatchObject({ kind: 'divergence', state: 'recorded', origin: { id } })
    expect(view?.sides).toMatchObject([
      { side: { name: 'Quarter 1' }, words: null },
      { side: { name: 'Quarter 2' }, words: 'The harbour measures alone.', writtenBy: { name: 'Hal Birch' } },
    ])
    expect((await recordedKinds(held.meetingId)).slice(-2)).toEqual(['divergence-recorded', 'divergence-words'])
  })

  test('when it rested on passages, then so does the divergence, for whoever may read their text', async () => {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const citations = [{ editionId, first: 1, last: 1 }]
    const id = await drafted(held, { content: { ...wording(LEVELS), citations } })
    const divergence = done(await recordDivergence(held.chair, id, { title: 'Who measures' })).id
    for (const one of [id, divergence])
      expect((await loadConclusion(side(held, 1).head, one))?.citations).toMatchObject(citations)
  })

  test('when a divergence is recorded on what was put, then it ends with its answers, and may start a new draft', async () => {
    const held = await heldMeeting(2)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    done(await consent(mill.head, id))
    done(await answer(harbour.head, id, { kind: 'object', reason: 'Too vague' }))
    expect((await loadRecord(held.chair, held.meetingId))?.undecided).toMatchObject([
      { id, outcome: 'blocked-by-objection' },
    ])
    const divergence = done(await recordDivergence(mill.head, id, { title: 'Who measures' })).id
    const ended = await loadConclusion(mill.head, id)
    expect(ended).toMatchObject({
      state: 'diverged',
      outcome: 'diverged',
      asked: null,
      offspring: [{ id: divergence }],
    })
    expect(ended?.stances).toHaveLength(2)
    expect(ended?.can).toMatchObject({
      consent: false,
      'take-back': false,
      'record-divergence': false,
      'new-draft': true,
    })
    expect((await loadRecord(held.chair, held.meetingId))?.undecided).toEqual([])
    expect(refusedAs(await recordDivergence(mill.head, id, { title: 'Again' }))).toBe('nothing-diverges')
  })
})

describe('Given an adopted conclusion', () => {
  test('when a later one names it and is adopted, then it is superseded, in both records', async () => {
    const held = await heldMeeting(2)
    const older = await adopted(held)
    const { organizer, chair } = held
    const later = { ...held, ...(await meetingOf(held.groupId, held.sides, { organizer, chair, state: 'open' })) }
    expect((await loadDrafting(side(held, 0).head, later.meetingId))?.supersedable).toMatchObject([{ id: older }])
    const newer = await adopted(later, { supersedesId: older })
    expect(await loadConclusion(held.chair, older)).toMatchObject({ state: 'superseded', supersededBy: { id: newer } })
    expect(await loadConclusion(held.chair, newer)).toMatchObject({ state: 'adopted', supersedes: { id: older } })
    expect((await recordedKinds(held.meetingId)).at(-1)).toBe('superseded')
    expect((await recordedKinds(later.meetingId)).at(-1)).toBe('adopted')
    expect(refusedAs(await openDraft(held.chair, later.meetingId, draft({ supersedesId: older })))).toBe(
      'not-supersedable',
    )
  })

  test('when what replaces it is of another meeting, then the record does not name that one', async () => {
    const held = await heldMeeting(2)
    const { organizer, chair } = held
    const older = await adopted(held)
    const elsewhere = { ...held, ...(await meetingOf(held.groupId, held.sides, { organizer, chair, state: 'open' })) }
    const newer = await adopted(elsewhere, { title: 'Gauges', supersedesId: older })
    const [told] = (await recordedEntries(held.meetingId)).slice(-1)
    expect(told).toMatchObject({ kind: 'superseded', successor: null })
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`Gauges|${newer}|${elsewhere.itemId}`))
    const newest = await adopted(elsewhere, { supersedesId: newer })
    expect((await recordedEntries(elsewhere.meetingId)).at(-1)).toMatchObject({ successor: { id: newest } })
  })

  test('when somebody who does not know it would decide, then it is replaced only once it is shared', async () => {
    const multi = await heldMeeting(3)
    const { organizer, chair, groupId } = multi
    const sides = multi.sides.slice(0, 2)
    const held = { ...multi, sides, ...(await meetingOf(groupId, sides, { organizer, chair, state: 'open' })) }
    const older = await adopted(held)
    const offered = async () => (await loadDrafting(chair, multi.meetingId))?.supersedable.map(({ id }) => id)
    expect(await offered()).toEqual([])
    const id = await drafted(multi, { supersedesId: older })
    expect(refusedAs(await putToDeciders(chair, id, { version: 1 }))).toBe('supersedes-unseen')
    for (const { head } of sides) done(await shareWithGroup(head, older, { agree: true }))
    expect(await offered()).toEqual([older])
    done(await putToDeciders(chair, id, { version: 1 }))
    const { head } = side(multi, 2)
    expect((await loadConclusion(head, id))?.supersedes).toMatchObject({ id: older, meetingId: null })
    for (const one of multi.sides) done(await consent(one.head, id))
    expect((await loadConclusion(head, id))?.state).toBe('adopted')
  })

  test('when it was superseded in the meantime, then the other one is not adopted', async () => {
    const held = await heldMeeting(2)
    const older = await adopted(held)
    const [one, other] = [await put(held, { supersedesId: older }), await put(held, { supersedesId: older })]
    for (const { head } of held.sides) done(await consent(head, one))
    done(await answer(side(held, 0).head, other, { kind: 'consent' }))
    expect(refusedAs(await consent(side(held, 1).head, other))).toBe('not-supersedable')
    expect((await loadConclusion(held.chair, other))?.state).toBe('put')
  })

  test('when a conclusion of strangers is named, then it is not found', async () => {
    const [held, strangers] = [await heldMeeting(2), await heldMeeting(2)]
    const theirs = await adopted(strangers)
    for (const named of [{ supersedesId: theirs }, { originId: theirs }])
      expect(refusedAs(await openDraft(held.chair, held.meetingId, draft(named)))).toBe('not-found')
  })

  test('when every party agrees, then the group reads it, and nothing of how it came about', async () => {
    const held = await heldMeeting(2)
    const id = await adopted(held)
    expect(await shareWithGroup(side(held, 0).head, id, { agree: true })).toEqual({ id, sharedWith: 'parties' })
    expect(await loadSharedConclusion(held.outsider, id)).toBeNull()
    expect(await shareWithGroup(side(held, 1).deputy, id, { agree: true })).toEqual({ id, sharedWith: 'group' })
    const shared = await loadSharedConclusion(held.outsider, id)
    expect(shared).toMatchObject({ wording: LEVELS, deciders: [{ name: 'Quarter 1' }, { name: 'Quarter 2' }] })
    expect(Object.keys(shared ?? {})).not.toEqual(expect.arrayContaining(['stances']))
    expect(await loadConclusion(held.outsider, id)).toBeNull()
    expect(await shareWithGroup(side(held, 0).head, id, { agree: false })).toEqual({ id, sharedWith: 'parties' })
    expect(await loadSharedConclusion(held.outsider, id)).toBeNull()
    expect((await recordedKinds(held.meetingId)).slice(-3)).toEqual(['shared', 'shared', 'unshared'])
  })

  test('then a draft is not shared, and nobody agrees for another party', async () => {
    const held = await heldMeeting(2)
    const { head, delegate } = side(held, 0)
    expect(refusedAs(await shareWithGroup(head, await drafted(held), { agree: true }))).toBe('not-adopted')
    const id = await adopted(held)
    for (const viewer of [delegate, held.chair])
      expect(refusedAs(await shareWithGroup(viewer, id, { agree: true }))).toBe('not-entitled')
    expect(refusedAs(await shareWithGroup(held.outsider, id, { agree: true }))).toBe('not-found')
  })
})

test('Given the minutes of a closed meeting, when they are adopted, then its record is agreed in the same act', async () => {
  const held = await heldMeeting(2, 'closed')
  await drafted(held)
  const { id } = done(await putRecord(held.chair, held.meetingId))
  for (const { head } of held.sides) done(await consent(head, id))
  expect(await asSystem('test', (tx) => tx.meeting.findUniqueOrThrow({ where: { id: held.meetingId } }))).toMatchObject(
    {
      state: 'agreed',
    },
  )
  expect((await recordedKinds(held.meetingId)).slice(-1)).toEqual(['record-agreed'])
  expect(refusedAs(await openDraft(held.chair, held.meetingId, draft()))).toBe('record-agreed')
})

describe('Given an item about passages, when a draft is begun under it', () => {
  test('then it starts with the passages of the item, and with the kind that the item is to bring', async () => {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const { itemId } = held
    await asSystem(
      'test',
      async (tx) => {
        const cited = { editionId, firstOrdinal: 2, lastOrdinal: 3 }
        await tx.citation.create({ data: { groupId: held.groupId, citingId: itemId, ...cited } })
      },
      { write: true },
    )
    const drafting = await loadDrafting(side(held, 0).head, held.meetingId, itemId)
    expect(drafting?.begun).toMatchObject({ kind: 'cooperation', citations: [{ first: 2, last: 3 }] })
    // Whatever item is chosen later, its passages are at hand.
    expect(drafting?.items.find(({ id }) => id === itemId)?.citations).toMatchObject([{ first: 2, last: 3 }])
    expect((await loadDrafting(side(held, 0).head, held.meetingId))?.begun).toBeNull()
    expect((await loadDrafting(side(held, 0).head, held.meetingId, editionId))?.begun).toBeNull()
  })
})

describe('Given people who look at what concerns them', () => {
  test('then the meeting lists its conclusions under their items, each with where it stands', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    await drafted(held, { itemId: null, title: 'Loose' })
    done(await consent(side(held, 0).head, id))
    const list = await loadMeetingConclusions(side(held, 1).head, held.meetingId)
    expect(list).toMatchObject({ asked: 1, can: { open: true } })
    expect(list?.items).toMatchObject([
      { item: { title: 'Who measures' }, conclusions: [{ id, answered: 1, deciders: 2, asked: 'stance' }] },
      { item: null, conclusions: [{ title: 'Loose', state: 'draft' }] },
    ])
  })

  test('when there are more than a list holds, then the newest are listed and it says so; who left misses nothing', async () => {
    const held = await heldMeeting(3)
    const { groupId, meetingId, chair } = held
    const { head, partyId } = side(held, 2)
    const agreed = await adopted(held, { title: 'Agreed with all' })
    done(await leaveMeeting(head, meetingId, partyId))
    const ids = Array.from({ length: mostIn.conclusions + mostIn.divergences }, () => randomUUIDv7())
    const by = { groupId, createdById: chair.personId }
    await asSystem(
      'test',
      async (tx) => {
        const drafts = ids.map((id) => ({ ...by, id, meetingId, kind: 'common-position', title: 'A position' }))
        await tx.conclusion.createMany({ data: drafts })
        const versions = ids.map((conclusionId) => ({ ...by, conclusionId, number: 1, wording: LEVELS }))
        await tx.conclusionVersion.createMany({ data: versions })
      },
      { write: true },
    )
    const listed = async (viewer: Held['chair']) => {
      const list = await loadMeetingConclusions(viewer, meetingId)
      const shown = list?.items.flatMap(({ conclusions }) => conclusions.map(({ id }) => id))
      return { newest: list?.newest, ids: shown?.toSorted() }
    }
    expect(await listed(chair)).toEqual({ newest: ids.length, ids: ids.toSorted() })
    expect(await listed(head)).toEqual({ newest: null, ids: [agreed] })
  })

  test('then a passage names what rests on it, for those who may know', async () => {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const citing = (first: number, last: number) => ({
      content: { ...wording(LEVELS), citations: [{ editionId, first, last }] },
    })
    const id = await adopted(held, citing(1, 2))
    const hidden = await drafted(held, citing(2, 2))
    const about = async (viewer: Held['chair'], ordinal: number) =>
      (await citesIt('conclusion', viewer, { editionId, ordinal })).map((one) => one.id)
    expect((await about(side(held, 0).observer, 2)).sort()).toEqual([id, hidden].sort())
    expect(await about(held.chair, 1)).toEqual([id])
    expect(await about(held.chair, 3)).toEqual([])
    expect(await about(held.outsider, 2)).toEqual([])
    for (const { head } of held.sides) done(await shareWithGroup(head, id, { agree: true }))
    expect(await citesIt('conclusion', held.outsider, { editionId, ordinal: 2 })).toMatchObject([{ id, meeting: null }])
  })
})
