/**
 * Promise 8: real records, made through the product's own commands, and changed in one place each: every change is caught, or it is
 * one that nobody can tell without a head that somebody kept, and with such a head it is caught too.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { type RecordExport, readExport } from '#domain/record/export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { bringWord } from '#features/conclusions/commands/bring-word.ts'
import { putToDeciders, takeBack, withdraw } from '#features/conclusions/commands/conduct.ts'
import { recordDivergence, writeWords } from '#features/conclusions/commands/divergence.ts'
import { drop, markCommitmentDone, reopen } from '#features/conclusions/commands/follow-commitment.ts'
import { revise } from '#features/conclusions/commands/revise.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { loadConclusion } from '#features/conclusions/loaders.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadVerdict } from '#features/records/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { loadDemo } from '#prisma/demo/load.ts'
import { sha256 } from '#store/record/append.ts'
import { loadExport } from '#tests/setup/exports.ts'
import { type Held, heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { adopted, answer, consent, done, drafted, inDays, put, side, wording } from './conclusions-given.ts'
import { demoRecords } from './demo-given.ts'
import { type Mutant, mutantsOf } from './mutants.ts'

/** Of the records made here one mutant of so many is tried, and of so many of the demo's one of nineteen. */
const step = rounds({ sample: 13, whole: 1 })
/** How many records are made here. */
const made = 3
const ofDemo = rounds({ sample: 0, whole: 6 })

let records: readonly RecordExport[]

beforeAll(async () => {
  const held = [await bilateral(), await multilateral(), await study()]
  records = [...(await Promise.all(held.map(exported))), ...(ofDemo > 0 ? await fromDemo() : [])]
}, 300_000)

/** Those in which most happened. */
async function fromDemo(): Promise<readonly RecordExport[]> {
  const all = await demoRecords((await loadDemo()) ?? '')
  return all.toSorted((one, other) => other.links.length - one.links.length).slice(0, ofDemo)
}

async function exported({ chair, meetingId }: Held): Promise<RecordExport> {
  expect(await loadVerdict(chair, meetingId, null)).toMatchObject({ intact: true, erased: [], unproven: [] })
  const record = await loadExport(chair, meetingId, new Date())
  if (record === null) throw new Error('Something is recorded.')
  return record
}

const reasoned = { version: 1, reason: 'One word is unclear' }
const closed = ({ meetingId }: Held) =>
  asSystem(
    'test',
    (tx) => tx.meeting.update({ where: { id: meetingId }, data: { state: 'closed', closedAt: new Date() } }),
    {
      write: true,
    },
  )

async function agreedMinutes(held: Held): Promise<string> {
  await closed(held)
  const { id } = done(await putRecord(held.chair, held.meetingId))
  for (const { head } of held.sides) done(await consent(head, id))
  return id
}

/** Versions, a reservation, commitments and their following, a supersession, a divergence, minutes, sharing. */
async function bilateral(): Promise<Held> {
  const held = await heldMeeting(2)
  const [one, two] = [side(held, 0), side(held, 1)]
  const editionId = await publishedText(held.groupId, held.organizer)
  const quote = { exact: 'Levels', prefix: '', suffix: ' are measured', start: 0, end: 6 }
  const content = {
    wording: 'We measure.',
    citations: [
      { editionId, first: 1, last: 2 },
      { editionId, first: 2, last: 2, quote },
    ],
    commitments: ['Publish', 'Read'].map((what) => ({ what, partyId: one.partyId, personId: null, dueOn: inDays(20) })),
  }
  const id = await put(held, { kind: 'cooperation', title: 'Who measures', content })
  done(await consent(one.head, id))
  done(await takeBack(held.chair, id, reasoned))
  const second = { baseVersion: 1, content: { ...content, wording: 'We measure weekly.' } }
  done(await revise(two.head, id, second))
  done(await putToDeciders(held.chair, id, { version: 2 }))
  done(await answer(one.head, id, { kind: 'object', reason: 'Too often' }, 2))
  done(await answer(two.head, id, { kind: 'consent-with-reservation', reservation: 'Not in floods' }, 2))
  done(await consent(one.head, id, 2))
  const commitments = (await loadConclusion(one.head, id))?.commitments ?? []
  for (const [act, at] of [
    [markCommitmentDone, 0],
    [drop, 1],
    [reopen, 1],
  ] as const)
    done(await act(one.head, commitments[at]?.id ?? '', { reason: 'No water' }))
  const older = await adopted(held)
  await adopted(held, { title: 'Levels, anew', supersedesId: older })
  const given = await drafted(held, { title: 'Boats' })
  done(await withdraw(held.chair, given, reasoned))
  const contested = await put(held, { title: 'Weirs' })
  done(await answer(one.head, contested, { kind: 'object', reason: 'No gauge' }))
  done(await consent(two.head, contested))
  const divergence = done(await recordDivergence(held.chair, contested, { title: 'On the weirs' }))
  for (const { head } of held.sides)
    done(await writeWords(head, divergence.id, { words: 'Our own words.', seen: null }))
  const minutes = await agreedMinutes(held)
  for (const shared of [minutes, id])
    for (const { head } of held.sides) done(await shareWithGroup(head, shared, { agree: true }))
  done(await shareWithGroup(one.head, id, { agree: false }))
  return held
}

/** Somebody stands aside, a reservation, ad referendum with each word, a party that leaves, minutes. */
async function multilateral(): Promise<Held> {
  const held = await heldMeeting(4)
  const [one, two, three, four] = [0, 1, 2, 3].map((place) => side(held, place)) as [Side, Side, Side, Side]
  const id = await put(held, { kind: 'resolution', title: 'The weir' })
  done(await answer(one.head, id, { kind: 'stand-aside', reason: 'No gauge' }))
  done(await answer(two.head, id, { kind: 'consent-with-reservation', reservation: 'Not in floods' }))
  for (const { head } of [three, four]) done(await consent(head, id))
  for (const word of ['confirmed', 'declined'] as const) {
    const asked = await put(held, { title: `Boats, ${word}` })
    for (const { head } of [one, two])
      done(await answer(head, asked, { kind: 'ad-referendum', referendumOn: inDays(9) }))
    for (const { head } of [three, four]) done(await consent(head, asked))
    done(await bringWord(one.head, asked, { version: 1, word: 'confirmed', reason: null }))
    done(await bringWord(two.head, asked, { version: 1, word, reason: word === 'declined' ? 'Too dear' : null }))
  }
  const uncarried = await put(held, { title: 'Nets' })
  for (const { head } of [one, two]) done(await answer(head, uncarried, { kind: 'stand-aside', reason: 'No nets' }))
  for (const { head } of [three, four]) done(await consent(head, uncarried))
  const left = await put(held, { title: 'Piers' })
  done(await consent(one.head, left))
  await leaveMeeting(four.head, held.meetingId, four.partyId)
  await agreedMinutes({ ...held, sides: held.sides.slice(0, 3) })
  return held
}

type Side = Held['sides'][number]

/** Participants decide for themselves. */
async function study(): Promise<Held> {
  const held = await heldMeeting(1)
  const { head, deputy } = side(held, 0)
  const id = await put(held, { content: wording('We read on.') })
  for (const viewer of [head, deputy] satisfies Viewer[]) done(await consent(viewer, id))
  return held
}

type Seen = 'caught' | 'named' | 'held'

/** Whether a change shows; `named`: the record holds, and it is said that something was erased. */
function seen({ record }: Mutant, head?: { readonly sequence: number; readonly hash: string }): Seen {
  const read = readExport(JSON.stringify(record))
  if (read === null) return 'caught'
  const verdict = verifyExport(read, sha256, head)
  if (!verdict.intact) return 'caught'
  return verdict.erased.length > 0 ? 'named' : 'held'
}

describe('given every change of every record', () => {
  test('then it shows; what was chained anew shows to whoever kept a head, and mostly to everybody', () => {
    const counts = { all: 0, plain: 0, chained: 0, procedure: 0, added: 0 }
    const unseen = new Map<string, number>()
    const wrong: string[] = []
    for (const [at, record] of records.entries()) {
      const foreign = records[(at + 1) % records.length]?.links ?? []
      const kept = record.links[Math.floor(record.links.length / 2)] ?? record.head
      let turn = at
      for (const mutant of mutantsOf(record, foreign)) {
        if (turn++ % (at < made ? step : 19) !== 0) continue
        counts.all += 1
        const { kind, rechained, from } = mutant
        const alone = seen(mutant)
        if (!rechained) {
          counts.plain += 1
          if (alone !== expected(mutant, record)) wrong.push(`${kind} at ${from} is ${alone}`)
          continue
        }
        counts.chained += 1
        if (alone === 'caught') counts.procedure += 1
        else unseen.set(kind, (unseen.get(kind) ?? 0) + 1)
        if (from > record.head.sequence) counts.added += 1
        // The head of the whole record catches whatever was written anew; an earlier one what lies before it.
        else if (seen(mutant, record.head) !== 'caught') wrong.push(`${kind} at ${from}, with the head`)
        if (from <= kept.sequence && seen(mutant, kept) !== 'caught')
          wrong.push(`${kind} at ${from}, with an earlier head`)
      }
    }
    expect(wrong).toEqual([])
    for (const kind of proven) expect({ kind, unseen: unseen.get(kind) ?? 0 }).toEqual({ kind, unseen: 0 })
    const held = counts.chained - counts.procedure
    tellFigure(
      8,
      'mutations of the verifier',
      `${counts.all} changes of ${records.length} records: ${counts.plain} in place, 0 unseen; ${counts.chained} chained anew, of which ${counts.procedure} show by the procedure alone, ${held} to nobody without a head, and 0 are unseen with one (${counts.added} came after it)`,
    )
    if (step > 1) return
    for (const [kind, count] of [...unseen].sort()) console.log(`not provable without a head: ${kind}: ${count}`)
  }, 900_000)
})

/** How a change that was not chained anew shows. What no entry tells shows to nobody; an erasure is named. */
function expected({ kind, from }: Mutant, record: RecordExport): Seen {
  if (kind === 'file: time of the export') return 'held'
  if (kind === 'file: title of the meeting') {
    const told = record.links.some(({ payload }) => payload?.includes('"kind":"scheduled"'))
    return told ? 'caught' : 'held'
  }
  return kind === 'link: erased' && from > 0 ? 'named' : 'caught'
}

/** What decides an adoption: changed and chained anew, it shows without any head. */
const proven = [
  'adopted: contentHash',
  'adopted: version',
  'adopted: conclusion.id',
  'adopted: conclusion.title',
  'adopted: conclusion.kind',
  'adopted: a member that nobody knows',
  'adopted: white space',
  'put: version',
  'stance-taken: version',
  'stance-taken: side.id',
  'stance-taken: stance',
  'stance-taken: a member that nobody knows',
  'stance-taken: a member twice',
  'stance-taken: members in another order',
  'record-agreed: contentHash',
  'record-agreed: upTo.hash',
  'record-agreed: upTo.sequence',
  'confirmed: side.id',
]
