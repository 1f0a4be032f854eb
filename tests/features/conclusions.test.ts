import { describe, expect, test } from 'vitest'
import { putToDeciders, takeBack, withdraw } from '#features/conclusions/commands/conduct.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { revise } from '#features/conclusions/commands/revise.ts'
import { takeStance } from '#features/conclusions/commands/take-stance.ts'
import { loadConclusion, loadDifference, loadMeetingConclusions } from '#features/conclusions/loaders.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { leaveGroup } from '#features/parties/commands/leave-group.ts'
import { changeRole, removeMember } from '#features/parties/commands/people.ts'
import { limitText } from '#features/texts/commands/change-text.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { say } from '#lib/words/say.ts'
import { returnToDraft } from '#store/conclusion/departure.ts'
import { begin } from '#store/perform.ts'
import { writeTellings } from '#store/telling.ts'
import { type Held, heldMeeting, pastTheRules, publishedText, recordedKinds } from '#tests/setup/meetings.ts'
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

test('Given a day that is over, an answer ad referendum is refused at that day', async () => {
  const held = await heldMeeting(2)
  const id = await put(held)
  const given = await answer(side(held, 0).head, id, { kind: 'ad-referendum', referendumOn: '2020-01-31' })
  expect(given).toMatchObject({ refused: 'date-not-ahead', field: 'referendumOn' })
})

describe('Given a bilateral that is open', () => {
  test('when a draft is opened with passages and commitments, then it is version 1 as it was sent', async () => {
    const held = await heldMeeting(2)
    const { head, deputy, partyId } = side(held, 0)
    const editionId = await publishedText(held.groupId, held.organizer)
    const quote = { exact: 'measured', prefix: 'Levels are ', suffix: ' weekly.', start: 11, end: 19 }
    const id = await drafted(held, {
      kind: 'cooperation',
      content: {
        wording: LEVELS,
        citations: [
          { editionId, first: 1, last: 2 },
          { editionId, first: 2, last: 2, quote },
        ],
        commitments: [{ what: 'Publish the levels', partyId, personId: deputy.personId, dueOn: '2030-04-30' }],
      },
    })
    const view = await loadConclusion(head, id)
    expect(view).toMatchObject({ state: 'draft', kind: 'cooperation', item: { title: 'Who measures' } })
    expect(view).toMatchObject({ wording: LEVELS, versions: [{ number: 1, by: { name: 'Noor Vale' } }] })
    expect(view?.citations).toMatchObject([
      { firstReference: '1 ¶1', lastReference: '1 ¶2' },
      { firstReference: '1 ¶2', quote },
    ])
    expect(view?.commitments).toMatchObject([
      { what: 'Publish the levels', party: { name: 'Quarter 1' }, person: { name: 'Dov Alder' }, state: 'proposed' },
    ])
    expect(await recordedKinds(held.meetingId)).toEqual(['draft-made'])
  })

  test('when somebody from elsewhere is named, or passages that are not there, then nothing is opened', async () => {
    const held = await heldMeeting(2)
    const { head, partyId } = side(held, 0)
    const naming = (commitment: object) =>
      openDraft(
        head,
        held.meetingId,
        draft({
          kind: 'cooperation',
          content: {
            ...wording(LEVELS),
            commitments: [{ what: 'x', partyId, personId: null, dueOn: null, ...commitment }],
          },
        }),
      )
    const library = await asSystem('test', (tx) => tx.party.findFirstOrThrow({ where: { name: 'Library' } }))
    expect(refusedAs(await naming({ partyId: library.id }))).toBe('invalid-input')
    expect(refusedAs(await naming({ personId: side(held, 1).head.personId }))).toBe('invalid-input')

    const secret = await publishedText(held.groupId, held.organizer, [library.id])
    const open = await publishedText(held.groupId, held.organizer)
    const citing = (editionId: string, last: number) =>
      openDraft(
        head,
        held.meetingId,
        draft({ content: { ...wording(LEVELS), citations: [{ editionId, first: 1, last }] } }),
      )
    expect(refusedAs(await citing(secret, 1))).toBe('not-found')
    expect(refusedAs(await citing(open, 4))).toBe('passage-out-of-bounds')
    expect(await recordedKinds(held.meetingId)).toEqual([])
  })

  test('when a party that left is to see to a commitment, then nothing is opened', async () => {
    const held = await heldMeeting(4)
    const { head, partyId } = side(held, 3)
    const promise = { what: 'Read the gauge', partyId, personId: null, dueOn: null }
    const content = { ...wording(LEVELS), commitments: [promise] }
    const opened = () => openDraft(held.chair, held.meetingId, draft({ kind: 'cooperation', content }))
    done(await opened())
    done(await leaveMeeting(head, held.meetingId, partyId))
    expect(refusedAs(await opened())).toBe('invalid-input')
  })

  test('when it is revised, then there are two versions and the difference between them', async () => {
    const held = await heldMeeting(2)
    const id = await drafted(held)
    const { head } = side(held, 1)
    expect(await revise(head, id, { baseVersion: 1, content: wording(LEVELS.replace('three', 'four')) })).toMatchObject(
      {
        version: 2,
        state: 'draft',
      },
    )
    expect((await loadDifference(head, id, { from: 1, to: 2 }))?.wording).toEqual([
      { kind: 'same', text: 'The river is measured at ' },
      { kind: 'removed', text: 'three' },
      { kind: 'added', text: 'four' },
      { kind: 'same', text: ' places each week.' },
    ])
    // The history carries no words: what an earlier version said is asked for by its number.
    const view = await loadConclusion(head, id)
    expect(view).toMatchObject({
      wording: LEVELS.replace('three', 'four'),
      versions: [
        { number: 2, by: { name: 'Hal Birch' } },
        { number: 1, by: { name: 'Noor Vale' } },
      ],
    })
    expect(JSON.stringify(view)).not.toContain('three')
    expect((await loadDifference(head, id, { from: 1, to: 1 }))?.wording).toEqual([{ kind: 'same', text: LEVELS }])
  })

  test('when twelve people revise at once, then one makes version 2 and the others are shown what it says', async () => {
    const held = await heldMeeting(2)
    const id = await drafted(held)
    const people = held.sides.flatMap(({ head, deputy, delegate }) => [head, deputy, delegate])
    const answers = await Promise.all(
      [...people, ...people].map((viewer, n) =>
        revise(viewer, id, { baseVersion: 1, content: wording(`Wording ${n}`) }),
      ),
    )
    const lost = answers.filter((one) => 'refused' in one)
    expect(lost).toHaveLength(11)
    for (const one of lost)
      expect(one).toMatchObject({ refused: 'version-changed', current: 2, difference: { from: 1, to: 2 } })
    expect((await loadConclusion(held.chair, id))?.versions).toHaveLength(2)
  })

  test('when it is put and both sides consent, then the last stance adopts it, once, and the record tells it', async () => {
    const held = await heldMeeting(2)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await drafted(held)
    expect(await putToDeciders(mill.head, id, { version: 1 })).toMatchObject({ state: 'put', outcome: 'undecided' })
    expect(await consent(mill.deputy, id)).toMatchObject({ state: 'put', outcome: 'undecided' })
    expect((await loadConclusion(harbour.head, id))?.decidedByConsent).toBe('agreed')
    expect(await consent(harbour.head, id)).toMatchObject({ state: 'adopted', version: 1 })
    const view = await loadConclusion(mill.observer, id)
    expect(view).toMatchObject({ state: 'adopted', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(view?.stances).toMatchObject([
      { kind: 'consent', side: { name: 'Quarter 1' }, givenBy: { name: 'Dov Alder' }, signInMethod: 'mail-link' },
      { kind: 'consent', side: { name: 'Quarter 2' } },
    ])
    expect(await recordedKinds(held.meetingId)).toEqual([
      'draft-made',
      'put',
      'stance-taken',
      'stance-taken',
      'adopted',
    ])
    expect(refusedAs(await consent(harbour.deputy, id))).toBe('not-put')
  })

  test('when another of a party answered meanwhile, then their answer is not replaced by whoever did not see it', async () => {
    const held = await heldMeeting(2)
    const mill = side(held, 0)
    const id = await put(held)
    const reserved = { kind: 'consent-with-reservation', reservation: 'Not in floods' } as const
    done(await takeStance(mill.deputy, id, { version: 1, answer: reserved, replaces: null }))
    const plain = { version: 1, answer: { kind: 'consent' } } as const
    expect(await takeStance(mill.head, id, { ...plain, replaces: null })).toEqual({ refused: 'answered-meanwhile' })
    const [stands] = (await loadConclusion(mill.head, id))?.stances ?? []
    expect(stands).toMatchObject({ kind: 'consent-with-reservation' })
    done(await takeStance(mill.head, id, { ...plain, replaces: stands?.givenAt ?? null }))
    expect((await loadConclusion(mill.head, id))?.stances).toMatchObject([{ kind: 'consent' }])
    expect((await loadConclusion(mill.delegate, id))?.othersAnswer).toMatchObject({ name: 'Quarter 1' })
  })

  test('when somebody answers an old version, then it is refused with the current one and what changed', async () => {
    const held = await heldMeeting(2)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    expect(await takeBack(harbour.head, id, { version: 1, reason: 'One word is unclear' })).toMatchObject({
      state: 'draft',
    })
    done(await revise(mill.head, id, { baseVersion: 1, content: wording(`${LEVELS} In public.`) }))
    done(await putToDeciders(mill.head, id, { version: 2 }))
    expect(await consent(harbour.head, id, 1)).toMatchObject({
      refused: 'version-changed',
      current: 2,
      difference: {
        from: 1,
        to: 2,
        wording: [
          { kind: 'same', text: LEVELS },
          { kind: 'added', text: ' In public.' },
        ],
      },
    })
    const view = await loadConclusion(mill.head, id)
    expect(view?.versions[1]?.takenBack).toMatchObject({ by: { name: 'Hal Birch' }, reason: 'One word is unclear' })
    expect(view?.stances).toEqual([])
  })

  test('when the same words are put again after being taken back, then they are a new version and nobody has answered it', async () => {
    const held = await heldMeeting(2)
    const { head } = side(held, 0)
    const id = await put(held)
    done(await consent(head, id))
    done(await takeBack(head, id, { version: 1, reason: 'Not yet' }))
    expect(await putToDeciders(head, id, { version: 1 })).toMatchObject({ state: 'put', version: 2 })
    expect((await loadConclusion(head, id))?.missing).toHaveLength(2)
  })

  test('when a stance is changed before the last one, then the new one counts', async () => {
    const held = await heldMeeting(2)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    done(await answer(mill.head, id, { kind: 'object', reason: 'Too vague' }))
    done(await answer(mill.head, id, { kind: 'consent-with-reservation', reservation: 'Not in winter' }))
    expect(await consent(harbour.head, id)).toMatchObject({ state: 'adopted' })
    expect((await loadConclusion(mill.head, id))?.stances[0]).toMatchObject({ words: 'Not in winter' })
  })

  test('when one side objects, then it is not adopted, and says so', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    expect(await answer(side(held, 1).head, id, { kind: 'object', reason: 'Too vague' })).toMatchObject({
      state: 'put',
      outcome: 'blocked-by-objection',
    })
  })

  test('when it is withdrawn while it is put, then it is over, with its reason', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    expect(await withdraw(side(held, 0).head, id, { version: 1, reason: 'Overtaken' })).toMatchObject({
      state: 'withdrawn',
    })
    expect(await loadConclusion(held.chair, id)).toMatchObject({ state: 'withdrawn', endReason: 'Overtaken' })
    expect(refusedAs(await consent(side(held, 1).head, id))).toBe('not-put')
  })

  test('when somebody acts for a party, then they sit for it from then on', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    const seat = await asSystem('test', (tx) =>
      tx.seat.findFirst({ where: { meetingId: held.meetingId, personId: side(held, 0).head.personId } }),
    )
    expect(seat?.partyId).toBe(side(held, 0).partyId)
  })
})

describe('Given who somebody is', () => {
  test('then acts are refused to those who have no right to them', async () => {
    const held = await heldMeeting(2)
    const { head, delegate, observer } = side(held, 0)
    const id = await put(held)
    for (const viewer of [delegate, observer, held.chair])
      expect(refusedAs(await consent(viewer, id))).toBe('not-entitled')
    expect(refusedAs(await answer(head, id, { kind: 'stand-aside', reason: 'x' }))).toBe('no-standing-aside')
    expect(refusedAs(await takeBack(delegate, id, { version: 1, reason: 'x' }))).toBe('not-entitled')
    expect(refusedAs(await takeBack(head, id, { version: 1, reason: ' ' }))).toBe('text-missing')
    expect(refusedAs(await revise(head, id, { baseVersion: 1, content: wording('x') }))).toBe('version-stands-still')
  })

  test('then for those who may not know of it, it does not exist', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    for (const viewer of [held.organizer, held.outsider]) {
      expect(await loadConclusion(viewer, id)).toBeNull()
      expect(await loadMeetingConclusions(viewer, held.meetingId)).toBeNull()
      expect(await loadDifference(viewer, id, { from: 1, to: 1 })).toBeNull()
      expect(refusedAs(await consent(viewer, id))).toBe('not-found')
      expect(refusedAs(await revise(viewer, id, { baseVersion: 1, content: wording('x') }))).toBe('not-found')
      expect(refusedAs(await openDraft(viewer, held.meetingId, draft()))).toBe('not-found')
    }
    expect(await loadConclusion(held.chair, held.meetingId)).toBeNull()
    expect(refusedAs(await consent(held.chair, 'no-id'))).toBe('not-found')
  })

  test('then an item of another meeting is no item of this one', async () => {
    const [held, other] = [await heldMeeting(2), await heldMeeting(2)]
    expect(refusedAs(await openDraft(held.chair, held.meetingId, draft({ itemId: other.itemId })))).toBe('not-found')
  })
})

describe('Given a multilateral', () => {
  test('when a party stands aside and two consent, then it is adopted', async () => {
    const held = await heldMeeting(3)
    const id = await put(held)
    done(await answer(side(held, 0).head, id, { kind: 'stand-aside', reason: 'We have no gauge' }))
    done(await consent(side(held, 1).head, id))
    expect(await consent(side(held, 2).head, id)).toMatchObject({ state: 'adopted' })
  })

  test('when its limit of resolutions is reached, then no other is put', async () => {
    const held = await heldMeeting(3)
    await pastTheRules(`UPDATE "Meeting" SET "resolutionLimit" = 1 WHERE id = '${held.meetingId}'`)
    await put(held, { kind: 'resolution' })
    const second = await drafted(held, { kind: 'resolution' })
    expect(await putToDeciders(held.chair, second, { version: 1 })).toMatchObject({
      refused: 'resolution-limit',
      limit: 1,
      put: 1,
    })
    expect((await loadConclusion(held.chair, second))?.obstacle).toMatchObject({ refused: 'resolution-limit' })
  })

  test('when a party leaves, then what was put to it returns to draft and says why', async () => {
    const held = await heldMeeting(3)
    const id = await put(held)
    const untouched = await adopted(held)
    done(await consent(side(held, 0).head, id))
    const { partyId } = side(held, 2)
    const leave = async (tx: Tx) => {
      const act = begin(tx)
      await returnToDraft(act, held.meetingId, { kind: 'party', partyId })
      await writeTellings(tx, act.tellings, act.now)
    }
    await asSystem('test', leave, { write: true })
    const view = await loadConclusion(held.chair, id)
    expect(view?.state).toBe('draft')
    expect(view?.versions[0]?.takenBack).toMatchObject({ by: null, left: { name: 'Quarter 3' } })
    expect((await loadConclusion(held.chair, untouched))?.state).toBe('adopted')
    expect((await recordedKinds(held.meetingId)).at(-1)).toBe('taken-back')
  })
})

describe('Given a study session whose participant goes before all have answered (rule 15)', () => {
  const ways = [
    ['is removed', 'Dov Alder', (held: Held) => removeMember(side(held, 0).head, side(held, 0).partyId, idOf(held))],
    [
      'only observes',
      'Dov Alder',
      (held: Held) =>
        changeRole(side(held, 0).head, side(held, 0).partyId, idOf(held), { role: 'observer', seen: 'deputy' }),
    ],
    ['goes with the party', 'Hal Birch', (held: Held) => leaveGroup(side(held, 0).head, side(held, 0).partyId)],
  ] as const
  const idOf = (held: Held) => side(held, 0).deputy.personId

  test.each(ways)('when one %s, then what was put returns to draft once and says why', async (_, name, go) => {
    const held = await heldMeeting(1)
    const { head } = side(held, 0)
    const id = done(await openDraft(head, held.meetingId, draft())).id
    done(await putToDeciders(head, id, { version: 1 }))
    done(await consent(head, id))
    expect(await go(held)).toBeUndefined()
    const view = await loadConclusion(held.chair, id)
    expect(view?.state).toBe('draft')
    expect(view?.versions[0]?.takenBack).toMatchObject({ by: null, left: { name } })
    expect((await recordedKinds(held.meetingId)).filter((kind) => kind === 'taken-back')).toHaveLength(1)
  })

  test('when the delegate who is no participant is removed, then it stays put', async () => {
    const held = await heldMeeting(1)
    const { head, partyId, delegate } = side(held, 0)
    const id = done(await openDraft(head, held.meetingId, draft())).id
    done(await putToDeciders(head, id, { version: 1 }))
    expect(await removeMember(head, partyId, delegate.personId)).toBeUndefined()
    expect((await loadConclusion(head, id))?.state).toBe('put')
  })
})

test('Given a study session, its participants decide in person', async () => {
  const held = await heldMeeting(1)
  const { head, deputy, delegate } = side(held, 0)
  const id = done(await openDraft(head, held.meetingId, draft())).id
  done(await putToDeciders(head, id, { version: 1 }))
  expect(refusedAs(await consent(delegate, id))).toBe('not-entitled')
  done(await consent(head, id))
  expect(await consent(deputy, id)).toMatchObject({ state: 'adopted' })
})

describe('Given a text that is limited to some of the parties', () => {
  const quoting = (editionId: string) => ({
    ...wording(LEVELS),
    citations: [
      { editionId, first: 1, last: 1, quote: { exact: 'common', prefix: 'is ', suffix: '.', start: 9, end: 15 } },
    ],
  })
  const limitTo = async ({ organizer }: Held, editionId: string, partyIds: readonly string[]) => {
    const { textId, seen } = await asSystem('test', async (tx) => {
      const edition = await tx.edition.findUniqueOrThrow({ where: { id: editionId } })
      const limits = await tx.textParty.findMany({ where: { textId: edition.textId } })
      return { textId: edition.textId, seen: limits.map(({ partyId }) => partyId) }
    })
    expect(await limitText(organizer, textId, { partyIds, seen })).toBeUndefined()
  }

  test('when a draft rests on it, then that is refused by its title; once all of them may read it, it may', async () => {
    const held = await heldMeeting(3)
    const [one, two, three] = held.sides.map(({ partyId }) => partyId) as [string, string, string]
    const { head } = side(held, 0)
    const editionId = await publishedText(held.groupId, held.organizer, [one, two])
    const opened = () => openDraft(head, held.meetingId, draft({ content: quoting(editionId) }))
    const refusal = { refused: 'text-not-for-all', text: 'The river book' }
    expect(await opened()).toEqual(refusal)
    expect(say('refusals', refusal.refused, refusal)).toContain('“The river book”')
    expect(await recordedKinds(held.meetingId)).toEqual([])
    await limitTo(held, editionId, [one, two, three])
    expect(done(await opened()).state).toBe('draft')
  })

  test('when it was limited later, then nobody is asked to agree to what they cannot read', async () => {
    const held = await heldMeeting(3)
    const { head, partyId } = side(held, 0)
    const editionId = await publishedText(held.groupId, held.organizer)
    const [draftId, putId] = [
      await drafted(held, { content: quoting(editionId) }),
      await put(held, { content: quoting(editionId) }),
    ]
    await limitTo(held, editionId, [partyId])
    expect(refusedAs(await putToDeciders(held.chair, draftId, { version: 1 }))).toBe('cites-limited-text')
    expect((await loadConclusion(held.chair, draftId))?.obstacle).toEqual({ refused: 'cites-limited-text' })
    expect(refusedAs(await consent(head, putId))).toBe('cites-limited-text')
    expect(done(await answer(head, putId, { kind: 'object', reason: 'It is closed' })).state).toBe('put')
  })

  test('when versions are compared, then its name and words are shown to those alone who may read it', async () => {
    const held = await heldMeeting(3)
    const { head, partyId } = side(held, 0)
    const editionId = await publishedText(held.groupId, held.organizer)
    const id = await drafted(held, { content: quoting(editionId) })
    done(await revise(held.chair, id, { baseVersion: 1, content: wording('Daily.') }))
    await limitTo(held, editionId, [partyId])
    const removed = async (viewer: Viewer) => (await loadDifference(viewer, id, { from: 1, to: 2 }))?.passages.removed
    expect(await removed(head)).toEqual(['1 ¶1: common'])
    for (const other of [side(held, 1).head, side(held, 1).observer, held.chair])
      expect(await removed(other)).toEqual([])
    const late = await revise(held.chair, id, { baseVersion: 1, content: wording('Yearly.') })
    expect(JSON.stringify(late)).not.toMatch(/common|¶/)
  })
})

describe('Given a conclusion that was adopted', () => {
  test('then the database itself refuses every change of it, and every addition', async () => {
    const held = await heldMeeting(2)
    const { partyId } = side(held, 0)
    const editionId = await publishedText(held.groupId, held.organizer)
    const id = await adopted(held, {
      kind: 'cooperation',
      content: {
        wording: LEVELS,
        citations: [{ editionId, first: 1, last: 1 }],
        commitments: [{ what: 'Publish the levels', partyId, personId: null, dueOn: inDays(30) }],
      },
    })
    const version = `(SELECT id FROM "ConclusionVersion" WHERE "conclusionId" = '${id}')`
    const decider = `(SELECT id FROM "Decider" WHERE "versionId" = ${version})`
    const added = 'gen_random_uuid(), "groupId"'
    const { id: ofItem } = await asSystem(
      'test',
      (tx) => {
        const { groupId, itemId } = held
        return tx.citation.create({ data: { groupId, citingId: itemId, editionId, firstOrdinal: 1, lastOrdinal: 1 } })
      },
      { write: true },
    )
    for (const statement of [
      `UPDATE "Conclusion" SET title = 'Other' WHERE id = '${id}'`,
      `UPDATE "Conclusion" SET state = 'draft' WHERE id = '${id}'`,
      `UPDATE "Conclusion" SET "contentHash" = 'x' WHERE id = '${id}'`,
      `DELETE FROM "Conclusion" WHERE id = '${id}'`,
      `UPDATE "ConclusionVersion" SET wording = 'Other' WHERE "conclusionId" = '${id}'`,
      `DELETE FROM "ConclusionVersion" WHERE "conclusionId" = '${id}'`,
      `UPDATE "Stance" SET kind = 'object', reason = 'x' WHERE "deciderId" IN ${decider}`,
      `DELETE FROM "Stance" WHERE "deciderId" IN ${decider}`,
      `DELETE FROM "Decider" WHERE "versionId" = ${version}`,
      `UPDATE "Decider" SET "personId" = NULL WHERE "versionId" = ${version}`,
      `UPDATE "Citation" SET "lastOrdinal" = 2 WHERE "citingId" = ${version}`,
      `DELETE FROM "Citation" WHERE "citingId" = ${version}`,
      `UPDATE "Commitment" SET what = 'Other' WHERE "versionId" = ${version}`,
      `DELETE FROM "Commitment" WHERE "versionId" = ${version}`,
      `UPDATE "ConclusionVersion" SET "putAt" = now() WHERE "conclusionId" = '${id}'`,
      `UPDATE "ConclusionVersion" SET "putById" = NULL WHERE "conclusionId" = '${id}'`,
      `UPDATE "ConclusionVersion" SET "takenBackAt" = now() WHERE "conclusionId" = '${id}'`,
      `UPDATE "ConclusionVersion" SET "leaverPartyId" = '${partyId}' WHERE "conclusionId" = '${id}'`,
      `INSERT INTO "ConclusionVersion" (id, "groupId", "conclusionId", number, wording, "createdById")
        SELECT ${added}, "conclusionId", 2, 'Other', "createdById" FROM "ConclusionVersion" WHERE id = ${version}`,
      `INSERT INTO "Citation" (id, "groupId", "citingId", "editionId", "firstOrdinal", "lastOrdinal")
        SELECT ${added}, "citingId", "editionId", 2, 2 FROM "Citation" WHERE "citingId" = ${version}`,
      `INSERT INTO "Commitment" (id, "groupId", "versionId", place, what)
        SELECT ${added}, "versionId", 1, 'Another' FROM "Commitment" WHERE "versionId" = ${version}`,
      `INSERT INTO "Decider" (id, "groupId", "versionId", "personId")
        SELECT ${added}, "versionId", "partyId" FROM "Decider" WHERE "versionId" = ${version} LIMIT 1`,
      `UPDATE "Citation" SET "citingId" = ${version} WHERE id = '${ofItem}'`,
      `UPDATE "Stance" SET "deciderId" = gen_random_uuid() WHERE "deciderId" IN ${decider}`,
    ])
      await expect(pastTheRules(statement), statement).rejects.toThrow(/immutable|kept/)
    expect((await loadConclusion(held.chair, id))?.state).toBe('adopted')
  })
})
