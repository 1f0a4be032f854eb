/** The record of conclusions that a test wrote as rows, as it would have been written along with them. */
import { canonicalText } from '#domain/conclusion/canonical.ts'
import type { Conclusion, Version } from '#domain/conclusion/conclusion.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { Stance } from '#domain/conclusion/stance.ts'
import { type By, type Subject, subjectOf } from '#lib/conclusion/carry-out.ts'
import { type Loaded, loadConclusions } from '#lib/conclusion/load.ts'
import { entriesOf } from '#lib/conclusion/record-entry.ts'
import { versionOf } from '#lib/conclusion/rows.ts'
import { versionRows } from '#lib/conclusion/select.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { append, sha256 } from '#lib/record/append.ts'

/** Whoever conducts, and the one instant at which all of it happened. */
interface Conducted extends By {
  readonly at: Date
}

/** Something that happened, and whose act it was. */
type Act = readonly [ConclusionEvent, By]
type Drafted = Exclude<Conclusion, { state: 'recorded' }>

/** The content hash that the rows of a conclusion have at this moment. */
export async function contentHashOf(tx: Tx, id: string): Promise<string> {
  const { conclusion } = await loaded(tx, id)
  if (conclusion.state === 'recorded') throw new Error('A divergence has no content hash.')
  return hashOf(conclusion, conclusion.current)
}

/** Appends what the rows say: every version, each putting with its answers, and how it ended; or a divergence and its words. */
export async function recordRows(tx: Tx, id: string, by: Conducted): Promise<void> {
  const one = await loaded(tx, id)
  const { conclusion } = one
  if (conclusion.state === 'recorded') {
    const origin = subjectOf(await loaded(tx, conclusion.originId))
    return write(tx, [subjectOf(one), origin], divergenceActs(conclusion, by), by.at)
  }
  const versions = await tx.conclusionVersion.findMany({
    where: { conclusionId: id },
    orderBy: { number: 'asc' },
    select: versionRows,
  })
  const acts = versions.flatMap((row) => versionActs(conclusion, versionOf(row), by))
  await write(tx, [subjectOf(one)], [...acts, ...endActs(conclusion, by)], by.at)
}

async function write(tx: Tx, subjects: readonly Subject[], acts: readonly Act[], at: Date): Promise<void> {
  const [subject] = subjects
  if (subject === undefined) return
  const entries = []
  for (const [event, by] of acts) {
    // Principals who decline say why in the event that follows.
    const events = acts.flatMap(([one]) => (one === event || one.type === 'declined' ? one : []))
    const [entry] = (await entriesOf(tx, by, subjects, events)).get(subject.meetingId) ?? []
    if (entry !== undefined && event.type !== 'declined') entries.push(entry)
  }
  await append(tx, subject, entries, at)
}

async function loaded(tx: Tx, id: string): Promise<Loaded> {
  const one = (await loadConclusions(tx, [id])).get(id)
  if (one === undefined) throw new Error('The rows of a conclusion are there.')
  return one
}

function hashOf({ kind, title, supersedesId }: Drafted, content: Version): string {
  const deciders = content.putting?.deciders ?? []
  return sha256(canonicalText({ kind, title, supersedesId, content, deciders }))
}

function versionActs(conclusion: Drafted, content: Version, by: Conducted): readonly Act[] {
  const { id: conclusionId, kind, title } = conclusion
  const { personId: byPersonId, partyId: byPartyId, at } = by
  const { number: version, putting } = content
  const happened = { conclusionId, at, byPersonId }
  const opened = { ...happened, byPartyId, kind, title, originId: null, supersedesId: null, content }
  const written: ConclusionEvent =
    version === 1 ? { ...opened, type: 'opened' } : { ...happened, type: 'revised', version, content }
  if (putting === null) return [[written, by]]
  const put = { version, deciders: putting.deciders, contentHash: hashOf(conclusion, content) }
  const stances = putting.stances.map((stance): Act => {
    const taken = { conclusionId, at, type: 'stance-taken', version, stance: { ...stance, principals: null } } as const
    return [taken, giver(stance)]
  })
  const back = putting.takenBack && ({ ...putting.takenBack, conclusionId, at, type: 'taken-back', version } as const)
  return [[written, by], [{ ...happened, ...put, type: 'put' }, by], ...stances, ...(back ? [[back, by] as const] : [])]
}

function giver({ decider, givenById }: Stance): By {
  return { personId: givenById, partyId: decider.kind === 'party' ? decider.partyId : null }
}

function endActs(conclusion: Drafted, by: Conducted): readonly Act[] {
  const { id: conclusionId, current, state } = conclusion
  const { number: version, putting } = current
  const happened = { conclusionId, at: by.at, version }
  if (state === 'adopted') return [[{ ...happened, type: 'adopted', contentHash: conclusion.contentHash }, by]]
  if (state !== 'ad-referendum' && state !== 'declined') return []
  const asked = (putting?.stances ?? []).filter(({ answer }) => answer.kind === 'ad-referendum')
  const fixed = { ...happened, type: 'fixed-ad-referendum', awaiting: asked.map(({ decider }) => decider) } as const
  const words = asked.flatMap((stance): Act[] => {
    const { decider, principals } = stance
    if (principals === null) return []
    const brought: Act = [{ ...happened, type: 'word-brought', decider, word: principals }, giver(stance)]
    const reason = state === 'declined' ? conclusion.endReason : null
    return [brought, [{ ...happened, type: 'declined', decider, reason }, giver(stance)]]
  })
  return [[fixed, by], ...words]
}

function divergenceActs(conclusion: Extract<Conclusion, { state: 'recorded' }>, by: Conducted): readonly Act[] {
  const { id: conclusionId, title, originId, sides, words } = conclusion
  const happened = { conclusionId, at: by.at }
  const recorded = {
    ...happened,
    type: 'divergence-recorded',
    byPersonId: by.personId,
    title,
    originId,
    sides,
  } as const
  const written = words.map((own): Act => {
    const partyId = own.side.kind === 'party' ? own.side.partyId : null
    return [
      { ...happened, type: 'words-written', words: own },
      { personId: own.writtenById, partyId },
    ]
  })
  return [[recorded, by], ...written]
}
