/** The record of conclusions that a test wrote as rows, as it would have been written along with them. */
import { canonicalText } from '#domain/conclusion/canonical.ts'
import type { Conclusion, Version } from '#domain/conclusion/conclusion.ts'
import type { Decider } from '#domain/conclusion/decider.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { subjectOf } from '#store/conclusion/acts.ts'
import { type Loaded, loadConclusions } from '#store/conclusion/load.ts'
import { versionOf } from '#store/conclusion/rows.ts'
import { versionRows } from '#store/conclusion/select.ts'
import { refOf, type Subject, tellConclusion } from '#store/conclusion/tell.ts'
import { append, sha256 } from '#store/record/append.ts'
import { actor, type By, named, type RecordNames } from '#store/record/named.ts'

/** Something that happened, and whose act it was. */
type Act = readonly [ConclusionEvent, By]
type Drafted = Exclude<Conclusion, { state: 'recorded' }>

/** The content hash that the rows of a conclusion have at this moment. */
export async function contentHashOf(tx: Tx, id: string): Promise<string> {
  const { conclusion } = await loaded(tx, id)
  if (conclusion.state === 'recorded') throw new Error('A divergence has no content hash.')
  return hashOf(conclusion, conclusion.current)
}

/**
 * Appends what the rows say, each entry with the instant and the person of its row: every version, each putting with its answers, and
 * how it ended; or a divergence and its words. `by` drafted and conducted it.
 */
export async function recordRows(tx: Tx, id: string, by: By): Promise<void> {
  const one = await loaded(tx, id)
  const { conclusion } = one
  if (conclusion.state === 'recorded') {
    const origin = subjectOf(await loaded(tx, conclusion.originId))
    return write(tx, [subjectOf(one), origin], divergenceActs(conclusion, by))
  }
  const versions = await tx.conclusionVersion.findMany({
    where: { conclusionId: id },
    orderBy: { number: 'asc' },
    select: versionRows,
  })
  const acts = versions.flatMap((row) => versionActs(conclusion, versionOf(row), by))
  await write(tx, [subjectOf(one)], [...acts, ...endActs(conclusion, by)])
}

/** Appends, for each commitment that has a reason, that its party dropped it and took it up again for that. */
export async function recordReopenings(tx: Tx, id: string, by: By): Promise<void> {
  const one = await loaded(tx, id)
  const { conclusion, rows } = one
  if (conclusion.state !== 'adopted') throw new Error('Commitments of what was adopted are followed.')
  const subject = subjectOf(one)
  for (const [place, { what, stateReason: reason }] of (rows.versions[0]?.commitments ?? []).entries()) {
    if (reason === null) continue
    for (const kind of ['commitment-dropped', 'commitment-reopened'] as const) {
      const say = (names: RecordNames) => [
        { kind, conclusion: refOf(subject), by: actor(names, by), place, what, reason },
      ]
      await append(tx, subject, await named(tx, say), conclusion.adoptedAt)
    }
  }
}

async function write(tx: Tx, subjects: readonly Subject[], acts: readonly Act[]): Promise<void> {
  for (const [event, by] of acts) {
    // Principals who decline say why in the event that follows.
    const events = acts.flatMap(([one]) => (one === event || one.type === 'declined' ? one : []))
    const { record } = tellConclusion(event, { by, subjects }, events)
    if (record !== undefined) await append(tx, record, await named(tx, record.say), event.at)
  }
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

function versionActs(conclusion: Drafted, content: Version, by: By): readonly Act[] {
  const { id: conclusionId, kind, title } = conclusion
  const { personId: byPersonId, partyId: byPartyId } = by
  const { number: version, putting } = content
  const happened = { conclusionId, at: content.at, byPersonId }
  const opened = { ...happened, byPartyId, kind, title, originId: null, supersedesId: null, content }
  const written: ConclusionEvent =
    version === 1 ? { ...opened, type: 'opened' } : { ...happened, type: 'revised', version, content }
  if (putting === null) return [[written, by]]
  const put = { version, deciders: putting.deciders, contentHash: hashOf(conclusion, content) }
  const { at, byPersonId: putById } = putting
  const wasPut = { ...put, conclusionId, at, byPersonId: putById, type: 'put' } as const
  const stances = putting.stances.map((stance): Act => {
    const taken = {
      conclusionId,
      at: stance.givenAt,
      type: 'stance-taken',
      version,
      stance: { ...stance, principals: null },
    } as const
    return [taken, as(stance.decider, stance.givenById)]
  })
  return [[written, by], [wasPut, { ...by, personId: putById }], ...stances, ...backActs(conclusionId, content, by)]
}

function backActs(conclusionId: string, { number: version, putting }: Version, by: By): readonly Act[] {
  const back = putting?.takenBack
  if (back == null) return []
  const personId = back.because.kind === 'reason' ? back.because.byPersonId : by.personId
  return [
    [
      { ...back, conclusionId, type: 'taken-back', version },
      { ...by, personId },
    ],
  ]
}

/** Somebody for the side for which they act. */
function as(side: Decider, personId: string): By {
  return { personId, partyId: side.kind === 'party' ? side.partyId : null }
}

function endActs(conclusion: Drafted, by: By): readonly Act[] {
  const { id: conclusionId, current, state } = conclusion
  const { number: version, putting } = current
  if (state === 'adopted') {
    const { adoptedAt: at, contentHash } = conclusion
    return [[{ conclusionId, at, version, type: 'adopted', contentHash }, by]]
  }
  if (state !== 'ad-referendum' && state !== 'declined') return []
  // The last answer fixes the words.
  const at = putting?.stances.at(-1)?.givenAt ?? current.at
  const happened = { conclusionId, at, version }
  const asked = (putting?.stances ?? []).filter(({ answer }) => answer.kind === 'ad-referendum')
  const fixed = { ...happened, type: 'fixed-ad-referendum', awaiting: asked.map(({ decider }) => decider) } as const
  const words = asked.flatMap((stance): Act[] => {
    const { decider, principals } = stance
    if (principals === null) return []
    const speaker = as(decider, principals.byPersonId)
    const told = { ...happened, at: principals.at, decider }
    const reason = state === 'declined' ? conclusion.endReason : null
    return [
      [{ ...told, type: 'word-brought', word: principals }, speaker],
      [{ ...told, type: 'declined', reason }, speaker],
    ]
  })
  return [[fixed, by], ...words]
}

function divergenceActs(conclusion: Extract<Conclusion, { state: 'recorded' }>, by: By): readonly Act[] {
  const { id: conclusionId, title, originId, sides, words, recordedAt: at } = conclusion
  const happened = { conclusionId, at }
  const recorded = {
    ...happened,
    type: 'divergence-recorded',
    byPersonId: by.personId,
    title,
    originId,
    sides,
  } as const
  const written = words.map((own): Act => {
    const { side, writtenById, writtenAt } = own
    return [{ conclusionId, at: writtenAt, type: 'words-written', words: own }, as(side, writtenById)]
  })
  return [[recorded, by], ...written]
}
