/** SECURITY.md, promise 8: whoever owns the database can change every row, and cannot hide it from a witness. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { genesisHash, linkHashOf, payloadHashOf } from '#domain/record/chain.ts'
import { type RecordExport, writeHead } from '#domain/record/export.ts'
import { minutesOf } from '#domain/record/minutes/minutes.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { loadRecord, loadVerdict } from '#features/records/loaders.ts'
import { wholeRecord } from '#features/records/queries/open-since.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import { say } from '#lib/words/say.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { append, sha256 } from '#store/record/append.ts'
import { linesOf, readLinks } from '#store/record/read.ts'
import { findExport, loadExport } from '#tests/setup/exports.ts'
import { type Held, heldMeeting, pastTheRules } from '#tests/setup/meetings.ts'
import { becomeOwner } from '#tests/setup/owner.ts'
import { adopted } from './conclusions-given.ts'

let held: Held
/** What a party took home before anybody touched the rows. */
let witness: RecordExport

beforeAll(async () => {
  held = await heldMeeting(2)
  await adopted(held)
  witness = await exported()
})

async function exported(): Promise<RecordExport> {
  const record = await loadExport(held.chair, held.meetingId, new Date())
  if (record === null) throw new Error('Something is recorded.')
  return record
}

async function exportedIn(tx: Tx): Promise<RecordExport> {
  const scope = await proveMeeting(tx, held.chair, held.meetingId)
  if (scope === null) throw new Error('The chair sees the meeting.')
  return findExport(tx, scope, { now: new Date(), part: wholeRecord })
}

/** The entry by which the conclusion was adopted. */
function adoptionIn({ links }: RecordExport) {
  const adoption = links.find(({ payload }) => payload?.includes('"kind":"adopted"'))
  if (adoption === undefined) throw new Error('Something was adopted.')
  return adoption
}

/** The export that is made after somebody rewrote rows with every trigger off; the rows are as before afterwards. */
async function exportAfter(tamper: (tx: Tx) => Promise<unknown>): Promise<RecordExport> {
  let found: RecordExport | null = null
  const undo = new Error('undo')
  await asViewer(
    held.chair,
    async (tx) => {
      await becomeOwner(tx)
      await tx.$executeRaw`ALTER TABLE "RecordEntry" DISABLE TRIGGER USER`
      await tamper(tx)
      found = await exportedIn(tx)
      throw undo
    },
    { write: true },
  ).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  if (found === null) throw new Error('Nothing is left of the record.')
  return found
}

const verdictAfter = async (tamper: (tx: Tx) => Promise<unknown>) =>
  verifyExport(await exportAfter(tamper), sha256, witness.head)

const where = (sequence: number) =>
  Prisma.sql`WHERE "meetingId" = ${held.meetingId}::uuid AND sequence = ${sequence}::int`

/** Writes every link from `first` on anew, so that the chain is sound in itself again; and the head beside it. */
async function rechain(tx: Tx, first: number): Promise<void> {
  const links = await readLinks(tx, held.meetingId)
  let previousHash = links.findLast(({ sequence }) => sequence < first)?.hash ?? genesisHash
  for (const link of links.filter(({ sequence }) => sequence >= first)) {
    const { salt, payload } = link
    const payloadHash = salt === null || payload === null ? link.payloadHash : payloadHashOf(salt, payload, sha256)
    const hash = linkHashOf({ ...link, payloadHash, previousHash }, sha256)
    await tx.$executeRaw`UPDATE "RecordEntry" SET hash = ${hash}, "previousHash" = ${previousHash},
      "payloadHash" = ${payloadHash} ${where(link.sequence)}`
    previousHash = hash
  }
  await tx.$executeRaw`UPDATE "RecordHead" SET hash = ${previousHash}, sequence = ${links.length}
    WHERE "meetingId" = ${held.meetingId}::uuid`
}

const columns = {
  payload: Prisma.sql`payload = replace(payload, 'River', 'Ruver')`,
  'a word added': Prisma.sql`payload = payload || ' '`,
  salt: Prisma.sql`salt = translate(salt, '0123456789abcdef', '123456789abcdef0')`,
  payloadHash: Prisma.sql`"payloadHash" = translate("payloadHash", '0123456789abcdef', '123456789abcdef0')`,
  previousHash: Prisma.sql`"previousHash" = translate("previousHash", '0123456789abcdef', '123456789abcdef0')`,
  hash: Prisma.sql`hash = translate(hash, '0123456789abcdef', '123456789abcdef0')`,
  time: Prisma.sql`at = at + interval '1 millisecond'`,
  'half of it erased': Prisma.sql`payload = NULL`,
}
const everyRow = () => witness.links.map(({ sequence }) => sequence)

describe('given a head that a party took home', () => {
  test('when nothing was touched, then the record holds, and goes on from that head', async () => {
    expect((await verdictAfter(async () => {})).intact).toBe(true)
    expect(everyRow().length).toBeGreaterThan(4)
  })

  test.each(Object.entries(columns))('when in any row %s is changed, then it shows', async (_, change) => {
    for (const sequence of everyRow()) {
      const { intact } = await verdictAfter(
        (tx) => tx.$executeRaw`UPDATE "RecordEntry" SET ${change} ${where(sequence)}`,
      )
      expect({ sequence, intact }).toEqual({ sequence, intact: false })
    }
  })

  test('when any row is deleted, then it shows', async () => {
    for (const sequence of everyRow()) {
      const { intact } = await verdictAfter((tx) => tx.$executeRaw`DELETE FROM "RecordEntry" ${where(sequence)}`)
      expect({ sequence, intact }).toEqual({ sequence, intact: false })
    }
  })

  test('when any row is deleted and the rest is closed up and chained anew, then it shows', async () => {
    for (const sequence of everyRow()) {
      const { intact } = await verdictAfter(async (tx) => {
        await tx.$executeRaw`DELETE FROM "RecordEntry" ${where(sequence)}`
        for (const later of everyRow().filter((other) => other > sequence))
          await tx.$executeRaw`UPDATE "RecordEntry" SET sequence = ${later - 1}::int ${where(later)}`
        await rechain(tx, sequence)
      })
      expect({ sequence, intact }).toEqual({ sequence, intact: false })
    }
  })

  test('when any two neighbours change places, chained anew or not, then it shows', async () => {
    for (const sequence of everyRow().slice(0, -1)) {
      const swap = async (tx: Tx) => {
        await tx.$executeRaw`UPDATE "RecordEntry" SET sequence = 0 ${where(sequence)}`
        await tx.$executeRaw`UPDATE "RecordEntry" SET sequence = ${sequence}::int ${where(sequence + 1)}`
        await tx.$executeRaw`UPDATE "RecordEntry" SET sequence = ${sequence + 1}::int ${where(0)}`
      }
      expect((await verdictAfter(swap)).intact).toBe(false)
      const hidden = await verdictAfter(async (tx) => {
        await swap(tx)
        await rechain(tx, sequence)
      })
      expect(hidden.intact).toBe(false)
    }
  })

  test('when the record is cut at any place and its head put back, then it shows', async () => {
    for (const sequence of everyRow().slice(0, -1)) {
      const verdict = await verdictAfter(async (tx) => {
        await tx.$executeRaw`DELETE FROM "RecordEntry" WHERE "meetingId" = ${held.meetingId}::uuid AND sequence > ${sequence}::int`
        await rechain(tx, sequence)
      })
      expect(verdict.intact).toBe(false)
    }
  })

  test('when any row is rewritten and everything after it chained anew, then it shows', async () => {
    for (const sequence of everyRow()) {
      const verdict = await verdictAfter(async (tx) => {
        await tx.$executeRaw`UPDATE "RecordEntry" SET payload = replace(payload, 'Who measures', 'Who reads'), salt = ${randomBytes(32).toString('hex')} ${where(sequence)}`
        await rechain(tx, sequence)
      })
      expect(verdict).toMatchObject({ intact: false, fault: 'rechained' })
    }
  })

  test('when the adopted wording is changed in its own table, then it shows', async () => {
    const verdict = await verdictAfter(async (tx) => {
      await tx.$executeRaw`ALTER TABLE "ConclusionVersion" DISABLE TRIGGER USER`
      await tx.$executeRaw`UPDATE "ConclusionVersion" SET wording = 'Nobody measures.'`
    })
    expect(verdict).toMatchObject({ intact: false, fault: 'changed-wording' })
  })
})

describe('given triggers that are on, as always', () => {
  test('then no entry is changed or deleted by any program', async () => {
    const meeting = `"meetingId" = '${held.meetingId}'`
    await expect(pastTheRules(`UPDATE "RecordEntry" SET hash = 'x' WHERE ${meeting}`)).rejects.toThrow('immutable')
    await expect(pastTheRules(`DELETE FROM "RecordEntry" WHERE ${meeting}`)).rejects.toThrow('kept')
  })
})

describe('given entries that were erased with their salt', () => {
  test('then the chain still proves every place, and the minutes say what is gone', async () => {
    const other = await heldMeeting(2)
    await adopted(other)
    const head = (await loadExport(other.chair, other.meetingId, new Date()))?.head
    await pastTheRules(
      `UPDATE "RecordEntry" SET payload = NULL, salt = NULL WHERE "meetingId" = '${other.meetingId}' AND sequence IN (1, 3)`,
    )
    const record = await loadExport(other.chair, other.meetingId, new Date())
    if (record === null || head === undefined) throw new Error('Something is recorded.')
    expect(verifyExport(record, sha256, head)).toMatchObject({ intact: true, erased: [1, 3] })
    expect(await loadVerdict(other.chair, other.meetingId, head)).toMatchObject({
      erased: [1, 3],
      unproven: [{ title: 'River levels', lacks: 'procedure' }],
    })
    expect((await loadRecord(other.chair, other.meetingId))?.minutes.erased).toEqual([1, 3])
    const lines = await asSystem('test', async (tx) => linesOf(await readLinks(tx, other.meetingId)))
    const { unplaced, sections } = minutesOf(lines, new Date())
    expect(unplaced.concat(sections.flatMap((one) => one.conclusions))).toHaveLength(1)
    await pastTheRules(
      `UPDATE "RecordEntry" SET payload = NULL, salt = NULL WHERE "meetingId" = '${other.meetingId}' AND kind = 'adopted'`,
    )
    expect(await loadVerdict(other.chair, other.meetingId, head)).toMatchObject({
      unproven: [{ title: 'River levels', lacks: 'adoption' }],
    })
  })
})

describe('given a file and the verifier alone', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'concordance-record-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function verifier(record: unknown, ...more: string[]) {
    const file = path.join(folder, 'record.json')
    await writeFile(file, typeof record === 'string' ? record : JSON.stringify(record))
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/verify.mjs', file, ...more], {
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }

  test('then it says that the record holds, and up to which head', async () => {
    const { status, said } = await verifier(await exported(), '--head', writeHead(witness.head))
    expect(said).toContain(`up to entry ${witness.head.sequence} it is the same record`)
    expect(status).toBe(0)
  })

  test('then it says where a record does not hold', async () => {
    const forged = await exportAfter(async (tx) => {
      await tx.$executeRaw`UPDATE "RecordEntry" SET payload = replace(payload, 'Noor Vale', 'Nora Vale') ${where(2)}`
      await rechain(tx, 2)
    })
    expect((await verifier(forged)).status).toBe(0)
    const { status, said } = await verifier(forged, '--head', writeHead(witness.head))
    expect(said).toContain(`somewhere up to entry ${witness.head.sequence} it was rewritten`)
    expect(status).toBe(1)
  })

  test('then what is no record, or no head, is told apart from a record that does not hold', async () => {
    for (const nonsense of ['', 'null', '{}', '[1]', JSON.stringify({ ...witness, links: [{ sequence: '1' }] })])
      expect((await verifier(nonsense)).status).toBe(2)
    expect((await verifier(witness, '--head', 'nonsense')).status).toBe(2)
  })

  test('then of the file of a party each record is checked, and one that does not hold is enough', async () => {
    const whose = { group: { id: 'g', name: 'Coast' }, party: { id: 'p', name: 'Harbour' } }
    const file = (...records: unknown[]) =>
      verifier({ format: 'concordance/party-export/1', exportedAt: witness.exportedAt, ...whose, records })
    const broken = { ...witness, links: witness.links.slice(1) }
    expect((await file(witness)).status).toBe(0)
    const { status, said } = await file(witness, broken)
    expect(status).toBe(1)
    expect(said).toContain(say('records', 'verify.proven'))
    expect(said).toContain(say('records', 'verify.broken'))
    expect((await file()).status).toBe(2)
  })

  test('then a wording whose adoption was erased is not called the one that was adopted', async () => {
    const { sequence } = adoptionIn(witness)
    const forged = await exportAfter(async (tx) => {
      await tx.$executeRaw`UPDATE "RecordEntry" SET payload = NULL, salt = NULL ${where(sequence)}`
      await tx.$executeRaw`ALTER TABLE "ConclusionVersion" DISABLE TRIGGER USER`
      await tx.$executeRaw`UPDATE "ConclusionVersion" SET wording = 'Nobody measures.'`
      await tx.$executeRaw`ALTER TABLE "Conclusion" DISABLE TRIGGER USER`
      const [text] = (await exportedIn(tx)).agreed
      await tx.$executeRaw`UPDATE "Conclusion" SET "contentHash" = ${sha256(text?.text ?? '')}`
    })
    expect(forged.agreed[0]?.text).toContain('Nobody measures.')
    const { status, said } = await verifier(forged, '--head', writeHead(witness.head))
    expect(said).toContain(say('records', 'verify.lacks.adoption', { title: 'River levels' }))
    expect(said).toContain(say('records', 'verify.intactErasedInPart'))
    expect(said).not.toContain(say('records', 'verify.proven'))
    expect(status).toBe(3)
  })

  test('then a record from before puts told what is put says what it does not prove, by a code of its own', async () => {
    const old = await exportAfter(async (tx) => {
      await tx.$executeRaw`UPDATE "RecordEntry" SET payload = regexp_replace(payload, '"contentHash":"[0-9a-f]{64}",', '')
        WHERE "meetingId" = ${held.meetingId}::uuid AND kind = 'put'`
      await rechain(tx, 1)
    })
    const { status, said } = await verifier(old)
    expect(said).toContain(say('records', 'verify.lacks.put', { title: 'River levels' }))
    expect(status).toBe(4)
  })

  test('then nothing in it moves the cursor of a terminal', async () => {
    const title = '\u001b[2K\u001b[1AThis holds.\u202e'
    const strange = witness.agreed.map((text) => ({ ...text, conclusionId: 'elsewhere', title }))
    const forged = { ...witness, agreed: strange, meeting: { ...witness.meeting, title } }
    for (const record of [forged, { ...forged, agreed: witness.agreed }]) {
      const { said } = await verifier(record)
      expect(said).toContain('This holds.')
      for (const control of ['\u001b', '\u202e']) expect(said).not.toContain(control)
    }
  })
})

test('an act that is recorded after a head is taken leaves that head in the record', async () => {
  const { groupId, meetingId } = held
  const by = { person: { id: held.chair.personId, name: 'Noor Vale' }, party: null }
  await asSystem('test', (tx) => append(tx, { groupId, meetingId }, [{ kind: 'closed', by }], new Date()), {
    write: true,
  })
  expect(verifyExport(await exported(), sha256, witness.head).intact).toBe(true)
})
