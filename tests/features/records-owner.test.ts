/**
 * SECURITY.md, attack 56: whoever owns the database changes a stance, a wording, a decider, a commitment, a date or an entry
 * before the last answer. Nothing is adopted on rows that say otherwise than the record; it is reported; the check shows it.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { genesisHash, linkHashOf, payloadHashOf } from '#domain/record/chain.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { bringWord } from '#features/conclusions/commands/bring-word.ts'
import { putToDeciders, takeBack } from '#features/conclusions/commands/conduct.ts'
import { drop, reopen } from '#features/conclusions/commands/follow-commitment.ts'
import { lapseDue } from '#features/conclusions/commands/lapse-due.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadVerdict } from '#features/records/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'
import { sha256 } from '#store/record/append.ts'
import { readLinks } from '#store/record/read.ts'
import { loadExport } from '#tests/setup/exports.ts'
import { type Held, heldMeeting, publishedText, recordedKinds } from '#tests/setup/meetings.ts'
import { asOwner } from '#tests/setup/owner.ts'
import { adopted, answer, consent, done, drafted, inDays, put, refusedAs, side } from './conclusions-given.ts'

const reported = vi.spyOn(log(), 'error')
beforeEach(() => {
  reported.mockClear()
})

/** A statement past every trigger, as only the owner of the database can. */
async function owner(table: string, statement: string): Promise<void> {
  await asOwner(async (tx) => {
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
    await tx.$executeRawUnsafe(statement)
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  })
}

const deciderOf = (id: string, partyId: string) =>
  `(SELECT d.id FROM "Decider" d JOIN "ConclusionVersion" v ON v.id = d."versionId"
    WHERE v."conclusionId" = '${id}' AND d."partyId" = '${partyId}')`
const versionOf = (id: string) => `(SELECT v.id FROM "ConclusionVersion" v WHERE v."conclusionId" = '${id}')`
const stateOf = (id: string) =>
  asSystem('test', async (tx) => (await tx.conclusion.findUniqueOrThrow({ where: { id } })).state)

function insertedStance(held: Held, id: string, place: number, kind = 'consent', more = 'NULL'): Promise<void> {
  const { partyId, head } = side(held, place)
  return owner(
    'Stance',
    `INSERT INTO "Stance" (id, "groupId", "deciderId", kind, reason, "givenById", "signInMethod", "givenAt")
      VALUES (gen_random_uuid(), '${held.groupId}', ${deciderOf(id, partyId)}, '${kind}', ${more}, '${head.personId}', 'mail-link', now())`,
  )
}

/** Nothing followed from the act; it is in the log, without contents; and the record's own check says so to the parties. */
async function stopped(held: Held, id: string, act: Promise<unknown>, before = 'put'): Promise<void> {
  expect(refusedAs(await act)).toBe('record-disagrees')
  expect(await stateOf(id)).toBe(before)
  expect(await recordedKinds(held.meetingId)).not.toContain(before === 'ad-referendum' ? 'confirmed' : 'adopted')
  expect(reported).toHaveBeenCalledWith(
    expect.objectContaining({ meetingId: held.meetingId, conclusionId: id }),
    expect.any(String),
  )
  expect(JSON.stringify(reported.mock.calls)).not.toContain('River')
  expect(await loadVerdict(held.chair, held.meetingId, null)).toMatchObject({ intact: false, fault: 'rows-differ' })
}

describe('given a put version in a bilateral', () => {
  test('when a stance is inserted, then the last real one adopts nothing', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    await insertedStance(held, id, 0)
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when an objection is inserted to block it, then that is reported too', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    await insertedStance(held, id, 0, 'object', `'No'`)
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when a recorded objection is made a consent, then the last answer adopts nothing', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await answer(side(held, 0).head, id, { kind: 'object', reason: 'No gauge' }))
    await owner(
      'Stance',
      `UPDATE "Stance" SET kind = 'consent', reason = NULL WHERE "deciderId" = ${deciderOf(id, side(held, 0).partyId)}`,
    )
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when the wording is changed after one consent, then the other adopts nothing', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    await owner(
      'ConclusionVersion',
      `UPDATE "ConclusionVersion" SET wording = 'Nobody measures.' WHERE "conclusionId" = '${id}'`,
    )
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when its title is changed, or what it supersedes, then nothing is adopted', async () => {
    const held = await heldMeeting(2)
    const older = await adopted(held)
    const id = await put(held, { title: 'Boats' })
    const { meetingId } = held
    for (const change of [`title = 'Ships'`, `"supersedesId" = '${older}'`]) {
      done(await consent(side(held, 0).head, id).then((answer) => answer))
      await owner('Conclusion', `UPDATE "Conclusion" SET ${change} WHERE id = '${id}'`)
      expect(refusedAs(await consent(side(held, 1).head, id))).toBe('record-disagrees')
      expect(await loadVerdict(held.chair, meetingId, null)).toMatchObject({ fault: 'rows-differ' })
      await owner('Conclusion', `UPDATE "Conclusion" SET title = 'Boats', "supersedesId" = NULL WHERE id = '${id}'`)
    }
    expect(await loadVerdict(held.chair, meetingId, null)).toMatchObject({ intact: true })
    expect(done(await consent(side(held, 1).head, id)).state).toBe('adopted')
  })

  test.each([
    [
      'a citation',
      'Citation',
      (id: string) => `UPDATE "Citation" SET "firstOrdinal" = 2, "lastOrdinal" = 2 WHERE "citingId" = ${versionOf(id)}`,
    ],
    [
      'a commitment',
      'Commitment',
      (id: string) => `UPDATE "Commitment" SET what = 'Publish nothing' WHERE "versionId" = ${versionOf(id)}`,
    ],
    [
      'the day of a commitment',
      'Commitment',
      (id: string) => `UPDATE "Commitment" SET "dueOn" = "dueOn" + 1 WHERE "versionId" = ${versionOf(id)}`,
    ],
  ])('when %s is changed after one consent, then nothing is adopted', async (_, table, statement) => {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const { partyId } = side(held, 0)
    const id = await put(held, {
      kind: 'cooperation',
      content: {
        wording: 'We measure.',
        citations: [{ editionId, first: 1, last: 1 }],
        commitments: [{ what: 'Publish the levels', partyId, personId: null, dueOn: inDays(20) }],
      },
    })
    done(await consent(side(held, 0).head, id))
    await owner(table, statement(id))
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when rows are put back, then it is adopted, and holds', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    await owner(
      'ConclusionVersion',
      `UPDATE "ConclusionVersion" SET wording = wording || '!' WHERE "conclusionId" = '${id}'`,
    )
    expect(refusedAs(await consent(side(held, 1).head, id))).toBe('record-disagrees')
    await owner(
      'ConclusionVersion',
      `UPDATE "ConclusionVersion" SET wording = rtrim(wording, '!') WHERE "conclusionId" = '${id}'`,
    )
    expect(done(await consent(side(held, 1).head, id)).state).toBe('adopted')
    expect(await loadVerdict(held.chair, held.meetingId, null)).toMatchObject({ intact: true, unproven: [] })
  })
})

describe('given a put version in a multilateral', () => {
  test('when a decider is taken away, then those who are left adopt nothing', async () => {
    const held = await heldMeeting(3)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    await owner('Decider', `DELETE FROM "Decider" WHERE id = ${deciderOf(id, side(held, 2).partyId)}`)
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when a draft is made put, or a put one a draft, then nothing follows', async () => {
    const held = await heldMeeting(3)
    const id = await drafted(held)
    await owner(
      'ConclusionVersion',
      `UPDATE "ConclusionVersion" SET wording = 'Nobody measures.' WHERE "conclusionId" = '${id}'`,
    )
    expect(refusedAs(await putToDeciders(held.chair, id, { version: 1 }))).toBe('record-disagrees')
    const other = await put(held, { title: 'Boats' })
    await owner('Conclusion', `UPDATE "Conclusion" SET state = 'ad-referendum' WHERE id = '${other}'`)
    expect(refusedAs(await takeBack(held.chair, other, { version: 1, reason: 'Anew' }))).not.toMatchObject({
      state: 'draft',
    })
  })

  test('when an entry is hidden from its conclusion, then nothing is adopted', async () => {
    const held = await heldMeeting(3)
    const id = await put(held)
    done(await answer(side(held, 2).head, id, { kind: 'object', reason: 'No gauge' }))
    await owner(
      'Stance',
      `UPDATE "Stance" SET kind = 'consent', reason = NULL WHERE "deciderId" = ${deciderOf(id, side(held, 2).partyId)}`,
    )
    await owner(
      'RecordEntry',
      `UPDATE "RecordEntry" SET "conclusionId" = NULL, kind = 'note-written' WHERE payload LIKE '%"stance":"object"%' AND "meetingId" = '${held.meetingId}'`,
    )
    done(
      (await consent(side(held, 0).head, id).then((said) =>
        refusedAs(said) === 'record-disagrees' ? { id } : said,
      )) as never,
    )
    await stopped(held, id, consent(side(held, 1).head, id))
  })
})

describe('given a text fixed ad referendum', () => {
  async function fixed(): Promise<{ held: Held; id: string }> {
    const held = await heldMeeting(3)
    const id = await put(held)
    for (const place of [0, 1])
      done(await answer(side(held, place).head, id, { kind: 'ad-referendum', referendumOn: inDays(10) }))
    expect(done(await consent(side(held, 2).head, id)).state).toBe('ad-referendum')
    return { held, id }
  }

  test('when a word of principals is written in, then the last one adopts nothing', async () => {
    const { held, id } = await fixed()
    await owner(
      'Stance',
      `UPDATE "Stance" SET principals = 'confirmed', "principalsById" = "givenById", "principalsSignInMethod" = 'mail-link', "principalsAt" = now()
        WHERE "deciderId" = ${deciderOf(id, side(held, 0).partyId)}`,
    )
    const word = { version: 1, word: 'confirmed', reason: null } as const
    await stopped(held, id, bringWord(side(held, 1).head, id, word), 'ad-referendum')
  })

  test('when its date is moved, then it does not lapse', async () => {
    const { held, id } = await fixed()
    await owner(
      'Stance',
      `UPDATE "Stance" SET "referendumBy" = now() - interval '1 day' WHERE "deciderId" = ${deciderOf(id, side(held, 0).partyId)}`,
    )
    expect(await lapseDue()).toBe(0)
    expect(await stateOf(id)).toBe('ad-referendum')
    expect(reported).toHaveBeenCalled()
    const word = { version: 1, word: 'declined', reason: null } as const
    expect(refusedAs(await bringWord(side(held, 1).head, id, word))).toBe('record-disagrees')
  })
})

describe('given a conclusion that names an older one', () => {
  test('when the older one was changed, then the newer one is not adopted', async () => {
    const held = await heldMeeting(2)
    const older = await adopted(held)
    const id = await put(held, { title: 'Levels, anew', supersedesId: older })
    done(await consent(side(held, 0).head, id))
    await owner(
      'ConclusionVersion',
      `UPDATE "ConclusionVersion" SET wording = 'Nobody measures.' WHERE "conclusionId" = '${older}'`,
    )
    expect(refusedAs(await consent(side(held, 1).head, id))).toBe('record-disagrees')
    expect(await stateOf(id)).toBe('put')
    expect(await stateOf(older)).toBe('adopted')
  })
})

describe('given minutes that are put', () => {
  test('when they are changed, then they are not agreed', async () => {
    const held = await heldMeeting(2)
    await adopted(held)
    await owner('Meeting', `UPDATE "Meeting" SET state = 'closed', "closedAt" = now() WHERE id = '${held.meetingId}'`)
    const { id } = done(await putRecord(held.chair, held.meetingId))
    done(await consent(side(held, 0).head, id))
    await owner(
      'ConclusionVersion',
      `UPDATE "ConclusionVersion" SET wording = 'Nobody came.' WHERE "conclusionId" = '${id}'`,
    )
    expect(refusedAs(await consent(side(held, 1).head, id))).toBe('record-disagrees')
    expect(await recordedKinds(held.meetingId)).not.toContain('record-agreed')
  })
})

describe('given a party that leaves', () => {
  test('then it leaves all the same, and what disagrees stays as it is and is reported', async () => {
    const held = await heldMeeting(3)
    const [changed, sound] = [await put(held), await put(held, { title: 'Boats' })]
    await insertedStance(held, changed, 0)
    done(await leaveMeeting(side(held, 2).head, held.meetingId, side(held, 2).partyId))
    expect(await stateOf(changed)).toBe('put')
    expect(await stateOf(sound)).toBe('draft')
    expect(reported).toHaveBeenCalledTimes(1)
  })
})

describe('given an entry that is written anew, with all that follows', () => {
  /** The objection of side 0 becomes a consent, in the record and if told so in its row. */
  async function forged(rows: boolean) {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await answer(side(held, 0).head, id, { kind: 'object', reason: 'No gauge' }))
    const kept = (await loadExport(held.chair, held.meetingId, new Date()))?.head
    if (kept === undefined) throw new Error('Something is recorded.')
    await rewrite(held.meetingId)
    const { partyId } = side(held, 0)
    if (rows)
      await owner(
        'Stance',
        `UPDATE "Stance" SET kind = 'consent', reason = NULL WHERE "deciderId" = ${deciderOf(id, partyId)}`,
      )
    return { held, id, kept }
  }

  async function rewrite(meetingId: string): Promise<void> {
    const links = await asSystem('test', (tx) => readLinks(tx, meetingId))
    let previousHash = genesisHash
    for (const link of links) {
      const payload = (link.payload ?? '')
        .replace('"stance":"object"', '"stance":"consent"')
        .replace('"words":"No gauge"', '"words":""')
      const payloadHash = payloadHashOf(link.salt ?? '', payload, sha256)
      const hash = linkHashOf({ ...link, payloadHash, previousHash }, sha256)
      await owner(
        'RecordEntry',
        `UPDATE "RecordEntry" SET payload = '${payload.replaceAll("'", "''")}', "payloadHash" = '${payloadHash}', "previousHash" = '${previousHash}', hash = '${hash}'
        WHERE "meetingId" = '${meetingId}' AND sequence = ${link.sequence}`,
      )
      previousHash = hash
    }
    await owner('RecordHead', `UPDATE "RecordHead" SET hash = '${previousHash}' WHERE "meetingId" = '${meetingId}'`)
  }

  test('when its row stays, then nothing is adopted', async () => {
    const { held, id } = await forged(false)
    await stopped(held, id, consent(side(held, 1).head, id))
  })

  test('when its row is changed alike, then no export goes on from the head that somebody kept', async () => {
    const { held, id, kept } = await forged(true)
    await consent(side(held, 1).head, id)
    const record = await loadExport(held.chair, held.meetingId, new Date())
    if (record === null) throw new Error('Something is recorded.')
    expect(verifyExport(record, sha256, kept)).toMatchObject({ intact: false, fault: 'rechained' })
    expect(await loadVerdict(held.chair, held.meetingId, kept)).toMatchObject({ intact: false, fault: 'rechained' })
  })

  test('when only the entry is changed, without the links after it, then nothing is adopted', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await consent(side(held, 0).head, id))
    await owner(
      'RecordEntry',
      `UPDATE "RecordEntry" SET payload = replace(payload, '"signInMethod":"mail-link"', '"signInMethod":"invitation"') WHERE kind = 'stance-taken' AND "meetingId" = '${held.meetingId}'`,
    )
    expect(refusedAs(await consent(side(held, 1).head, id))).toBe('record-disagrees')
    expect(await loadVerdict(held.chair, held.meetingId, null)).toMatchObject({
      intact: false,
      fault: 'changed-payload',
    })
  })

  test('when entries at the end are cut off, then nothing is adopted', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    done(await answer(side(held, 0).head, id, { kind: 'object', reason: 'No gauge' }))
    await owner('Stance', `DELETE FROM "Stance" WHERE "deciderId" = ${deciderOf(id, side(held, 0).partyId)}`)
    await insertedStance(held, id, 0)
    await owner(
      'RecordEntry',
      `DELETE FROM "RecordEntry" WHERE kind = 'stance-taken' AND "meetingId" = '${held.meetingId}'`,
    )
    expect(refusedAs(await consent(side(held, 1).head, id))).toBe('record-disagrees')
  })
})

describe('given what follows an adoption', () => {
  async function differs(held: Held, title = 'River levels'): Promise<void> {
    const verdict = await loadVerdict(held.chair, held.meetingId, null)
    expect(verdict).toMatchObject({ intact: false, fault: 'rows-differ', title })
  }

  test('when words of others to share it are inserted, then the last real one shares nothing', async () => {
    const held = await heldMeeting(3)
    const id = await adopted(held)
    done(await shareWithGroup(side(held, 1).head, id, { agree: true }))
    await owner(
      'SharingConsent',
      `INSERT INTO "SharingConsent" ("conclusionId", "partyId", "groupId", "agreedById", "agreedAt")
        VALUES ('${id}', '${side(held, 2).partyId}', '${held.groupId}', '${side(held, 2).head.personId}', now())`,
    )
    expect(refusedAs(await shareWithGroup(side(held, 0).head, id, { agree: true }))).toBe('record-disagrees')
    expect(reported).toHaveBeenCalledWith(
      expect.objectContaining({ conclusionId: id, differs: 'later' }),
      expect.any(String),
    )
    await differs(held)
    await owner('SharingConsent', `DELETE FROM "SharingConsent" WHERE "conclusionId" = '${id}'`)
    await differs(held)
  })

  test('when it is shown to the group although not all agreed, then that is reported', async () => {
    const held = await heldMeeting(3)
    const id = await adopted(held)
    done(await shareWithGroup(side(held, 1).head, id, { agree: true }))
    await owner('Conclusion', `UPDATE "Conclusion" SET "sharedWith" = 'group' WHERE id = '${id}'`)
    await differs(held)
    expect(refusedAs(await shareWithGroup(side(held, 0).head, id, { agree: true }))).toBe('record-disagrees')
  })

  test('when all agreed, and one takes it back, then the record holds at each step', async () => {
    const held = await heldMeeting(2)
    const id = await adopted(held)
    const holds = async () =>
      expect(await loadVerdict(held.chair, held.meetingId, null)).toMatchObject({ intact: true })
    for (const { head } of held.sides) done(await shareWithGroup(head, id, { agree: true }))
    await holds()
    done(await shareWithGroup(side(held, 0).head, id, { agree: false }))
    await holds()
  })

  test('when an entry that told of it was erased, then that is told, and nothing else is said of it', async () => {
    const held = await heldMeeting(2)
    const id = await adopted(held)
    done(await shareWithGroup(side(held, 0).head, id, { agree: true }))
    await owner(
      'RecordEntry',
      `UPDATE "RecordEntry" SET payload = NULL, salt = NULL WHERE kind = 'shared' AND "conclusionId" = '${id}'`,
    )
    const verdict = await loadVerdict(held.chair, held.meetingId, null)
    expect(verdict).toMatchObject({ intact: true, erased: [expect.any(Number)] })
  })

  test('when the conclusion itself is taken away, then the record names it', async () => {
    const held = await heldMeeting(2)
    const id = await drafted(held)
    const version = versionOf(id)
    await owner('Commitment', `DELETE FROM "Commitment" WHERE "versionId" = ${version}`)
    await owner('Citation', `DELETE FROM "Citation" WHERE "citingId" = ${version}`)
    await owner('RecordEntry', `UPDATE "RecordEntry" SET "conclusionId" = NULL WHERE "conclusionId" = '${id}'`)
    await owner('ConclusionVersion', `DELETE FROM "ConclusionVersion" WHERE "conclusionId" = '${id}'`)
    await owner('Conclusion', `DELETE FROM "Conclusion" WHERE id = '${id}'`)
    await differs(held, 'River levels')
  })

  test('when a commitment is made done, then nobody takes it up again, and the record goes on proving itself', async () => {
    const held = await heldMeeting(2)
    const { head, partyId } = side(held, 0)
    const content = {
      wording: 'The parties measure.',
      citations: [],
      commitments: [{ what: 'Measure', partyId, personId: null, dueOn: inDays(20) }],
    }
    const id = await adopted(held, { kind: 'cooperation', content })
    const { id: commitmentId } = await asSystem('test', (tx) =>
      tx.commitment.findFirstOrThrow({ where: { version: { conclusionId: id } } }),
    )
    await owner('Commitment', `UPDATE "Commitment" SET state = 'done' WHERE id = '${commitmentId}'`)
    expect(refusedAs(await reopen(head, commitmentId, { reason: 'Not yet' }))).toBe('record-disagrees')
    await differs(held)
    await owner('Commitment', `UPDATE "Commitment" SET state = 'open' WHERE id = '${commitmentId}'`)
    done(await drop(head, commitmentId, { reason: 'The gauge is gone' }))
    expect(await loadVerdict(held.chair, held.meetingId, null)).toMatchObject({ intact: true })
    await owner('Commitment', `UPDATE "Commitment" SET "stateReason" = 'Nobody cared' WHERE id = '${commitmentId}'`)
    await differs(held)
    expect(refusedAs(await reopen(head, commitmentId, { reason: 'Not yet' }))).toBe('record-disagrees')
  })
})
