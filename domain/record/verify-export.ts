/**
 * Checking an exported record: the chain, the entries as they are written, the procedure that they tell of, and what the file says
 * of itself against them. What an erased entry said proves nothing either way: what rests on it is told apart.
 */
import type { ChainHead, Link, Sha256 } from './chain.ts'
import type { RecordEntry } from './entry.ts'
import type { AgreedText, RecordExport } from './export.ts'
import { type EntryFlaw, readEntry } from './read-entry.ts'
import { type AgreedContent, isTold, readAgreed } from './replay/agreed-text.ts'
import { type Replayed, replay } from './replay/replay.ts'
import type { ChainedLine, ReplayedConclusion, Unlawful } from './replay/told.ts'
import { type Fault, type Verdict, verify } from './verify.ts'

/** What is wrong with an exported record, at its first place. */
export type ExportFault =
  | Fault
  /** The file names another end than that of its links. */
  | { readonly fault: 'changed-head'; readonly sequence: number }
  /** An entry is not written as entries are. */
  | { readonly fault: 'not-canonical'; readonly sequence: number }
  | { readonly fault: 'unknown-kind' | 'misshapen'; readonly sequence: number; readonly kind: string }
  | Unlawful
  /** The agreed wording is not the one that the record holds. */
  | { readonly fault: 'changed-wording'; readonly title: string }
  /** The file has it twice. */
  | { readonly fault: 'double-wording'; readonly title: string }
  /** The record tells of an adoption whose wording is not in the file. */
  | { readonly fault: 'missing-wording'; readonly title: string }
  /** What it supersedes by its wording, and what the record says was superseded by it, are not the same. */
  | { readonly fault: 'changed-supersession'; readonly title: string }
  /** The file calls the meeting, or an agreed wording, otherwise than the record does: by this title. */
  | { readonly fault: 'changed-title'; readonly title: string }

/** Something about a conclusion that the record does not prove. */
export interface Unproven {
  readonly conclusionId: string
  readonly title: string
  /**
   * `adoption`: that it was adopted; `procedure`: how it came to where it stands; `answers`: that nobody objected in between.
   * `put`: that exactly this was put, because it was put before entries told its content hash; its words are proven.
   */
  readonly lacks: 'adoption' | 'procedure' | 'answers' | 'put'
}

/** That it holds, and what of the file the record proves. */
export type ExportProven = Extract<Verdict, { intact: true }> & {
  /** What the meeting was called last; null: no entry tells it, or one that may have told it was erased. */
  readonly title: string | null
  readonly unproven: readonly Unproven[]
}

export type ExportVerdict = ExportProven | ({ readonly intact: false } & ExportFault)

/** Checks a record that was exported. `exportedHead`: of an earlier export, kept elsewhere. */
export function verifyExport(
  record: RecordExport,
  sha256: Sha256,
  exportedHead?: Omit<ChainHead, 'meetingId'>,
): ExportVerdict {
  const { meeting, head, agreed } = record
  const links = record.links.map((link) => ({ ...link, meetingId: meeting.id }))
  const verdict = verify(meeting.id, links, sha256, { ...head, meetingId: meeting.id })
  if (!verdict.intact) return verdict
  const last = verdict.head.sequence
  if (head.sequence !== last) return { intact: false, fault: 'changed-head', sequence: last }
  const lines = linesIn(links)
  if ('fault' in lines) return { intact: false, ...lines }
  const replayed = replay(lines)
  const title = titleTold(lines)
  const fault =
    replayed.fault ??
    (title === null || title === meeting.title ? null : ({ fault: 'changed-title', title } as const)) ??
    faultInWordings(agreed, { lines, replayed, sha256 })
  if (fault !== null) return { intact: false, ...fault }
  const again =
    exportedHead === undefined ? verdict : verify(meeting.id, links, sha256, { ...exportedHead, meetingId: meeting.id })
  if (!again.intact) return again
  return { ...again, title, unproven: unprovenIn(agreed, lines, replayed) }
}

/** What the links say; or the first that is not written as entries are. */
export function linesIn(
  links: readonly Link[],
): readonly ChainedLine[] | Extract<ExportFault, { fault: EntryFlaw['flaw'] }> {
  const lines: ChainedLine[] = []
  for (const { sequence, at, hash, payload } of links) {
    const entry = payload === null ? null : readEntry(payload)
    if (entry !== null && 'flaw' in entry) {
      return entry.flaw === 'not-canonical'
        ? { fault: entry.flaw, sequence }
        : { fault: entry.flaw, sequence, kind: entry.kind }
    }
    lines.push({ sequence, at, hash, entry })
  }
  return lines
}

/** What the meeting was called last, as its record tells; null: no entry does, or one that may have done so was erased. */
export function titleTold(lines: readonly Pick<ChainedLine, 'entry'>[]): string | null {
  const last = lines.findLast(({ entry }) => entry === null || titleIn(entry) !== null)
  return last?.entry == null ? null : titleIn(last.entry)
}

function titleIn(entry: RecordEntry): string | null {
  if (entry.kind === 'scheduled') return entry.meeting.title
  return entry.kind === 'description-changed' ? entry.to.title : null
}

interface Adoption {
  readonly sequence: number
  readonly conclusion: { readonly id: string; readonly title: string }
  readonly contentHash: string
}

function adoptionsIn(lines: readonly ChainedLine[]): readonly Adoption[] {
  return lines.flatMap(({ sequence, entry }) =>
    entry?.kind === 'adopted' || entry?.kind === 'record-agreed' ? { sequence, ...entry } : [],
  )
}

const isOf =
  ({ conclusionId }: Pick<AgreedText, 'conclusionId'>) =>
  ({ conclusion }: Adoption): boolean =>
    conclusion.id === conclusionId

interface Checked {
  readonly lines: readonly ChainedLine[]
  readonly replayed: Replayed
  readonly sha256: Sha256
}

function faultInWordings(agreed: readonly AgreedText[], checked: Checked): ExportFault | null {
  const adoptions = adoptionsIn(checked.lines)
  const contents = new Map<string, AgreedContent>()
  for (const text of agreed) {
    const { conclusionId, title } = text
    if (contents.has(conclusionId)) return { fault: 'double-wording', title }
    const told = adoptions.filter(isOf(text))
    const another = told.find(({ conclusion }) => conclusion.title !== title)
    if (another !== undefined) return { fault: 'changed-title', title: another.conclusion.title }
    const content = contentIn(text, told, checked)
    if (content === null) return { fault: 'changed-wording', title }
    contents.set(conclusionId, content)
  }
  const missing = adoptions.find((adoption) => !contents.has(adoption.conclusion.id))
  if (missing !== undefined) return { fault: 'missing-wording', title: missing.conclusion.title }
  // What was erased may have told that the older one was replaced: that is then unproven.
  return checked.lines.some(({ entry }) => entry === null) ? null : faultInSupersessions(contents, checked.replayed)
}

/** What an agreed text says, if it can be what was adopted; null: it is not. */
function contentIn(
  { conclusionId, title, text, contentHash }: AgreedText,
  adoptions: readonly Adoption[],
  { lines, replayed, sha256 }: Checked,
): AgreedContent | null {
  const content = readAgreed(text)
  if (content === null || content.title !== title || sha256(text) !== contentHash) return null
  if (adoptions.some((one) => one.contentHash !== contentHash)) return null
  if (adoptions.length === 0) return lines.some(({ entry }) => entry === null) ? content : null
  const told = replayed.conclusions.get(conclusionId)
  if (replayed.lost.has(conclusionId)) return content
  return told !== undefined && isTold(content, told) ? content : null
}

/** Of two conclusions of this record, the newer names the older in its agreed text, and the record says so of the older. */
function faultInSupersessions(contents: ReadonlyMap<string, AgreedContent>, replayed: Replayed): ExportFault | null {
  for (const [id, told] of replayed.conclusions) {
    const { conclusion } = told
    if (replayed.lost.has(id) || (conclusion.state !== 'adopted' && conclusion.state !== 'superseded')) continue
    const { title } = conclusion
    const older = contents.get(id)?.supersedes ?? null
    if (older !== null && !isReplaced(older, id, replayed)) return { fault: 'changed-supersession', title }
    if (conclusion.state !== 'superseded' || !replayed.conclusions.has(conclusion.supersededById)) continue
    if (contents.get(conclusion.supersededById)?.supersedes !== id) return { fault: 'changed-supersession', title }
  }
  return null
}

/** Of an older conclusion in the record of another meeting nothing is known here. */
function isReplaced(older: string, by: string, { conclusions, lost }: Replayed): boolean {
  const conclusion = conclusions.get(older)?.conclusion
  if (conclusion === undefined || lost.has(older)) return true
  return conclusion.state === 'superseded' && conclusion.supersededById === by
}

function unprovenIn(agreed: readonly AgreedText[], lines: readonly ChainedLine[], { conclusions, lost }: Replayed) {
  const adoptions = adoptionsIn(lines)
  const erased = lines.filter(({ entry }) => entry === null).map(({ sequence }) => sequence)
  const ofAgreed = agreed.flatMap(({ conclusionId, title }): Unproven[] => {
    const adoption = adoptions.find(({ conclusion }) => conclusion.id === conclusionId)
    const told = conclusions.get(conclusionId)
    if (adoption === undefined) return [{ conclusionId, title, lacks: 'adoption' }]
    const replaced = told?.conclusion.state === 'adopted' && isNamedOlder(conclusionId, agreed)
    if (lost.has(conclusionId) || told === undefined || replaced) return [{ conclusionId, title, lacks: 'procedure' }]
    const lacks = lackIn(told, adoption.sequence, erased)
    return lacks === null ? [] : [{ conclusionId, title, lacks }]
  })
  const named = new Set(agreed.map(({ conclusionId }) => conclusionId))
  const others = [...lost].filter(([id]) => !named.has(id))
  return [
    ...ofAgreed,
    ...others.map(([conclusionId, title]): Unproven => ({ conclusionId, title, lacks: 'procedure' })),
  ]
}

/** An agreed text says that it replaces this one. */
function isNamedOlder(id: string, agreed: readonly AgreedText[]): boolean {
  return agreed.some(({ text }) => text.includes(id) && readAgreed(text)?.supersedes === id)
}

function lackIn(
  { putAt, putHash }: ReplayedConclusion,
  adoptedAt: number,
  erased: readonly number[],
): Unproven['lacks'] | null {
  if (erased.some((sequence) => putAt === null || (sequence > putAt && sequence < adoptedAt))) return 'answers'
  return putHash === null ? 'put' : null
}
