/**
 * A record as a file that stands alone: whoever holds it, or an earlier head, can check it without asking anybody
 * (SECURITY.md, promise 8). What the file says of itself is checked against its links, and the agreed wordings in it
 * against what the record says of their adoption.
 */
import type { ChainHead, Link, Sha256 } from './chain.ts'
import type { RecordKind } from './entry.ts'
import { type Fault, type Verdict, verify } from './verify.ts'

/** The first thing in every exported record: a later format gets another tag. */
export const exportFormat = 'concordance/record-export/1'

/** What was agreed, word for word: the text over which its content hash is taken (`domain/conclusion/canonical.ts`). */
export type AgreedText = {
  readonly conclusionId: string
  readonly title: string
  readonly contentHash: string
  readonly text: string
}

export type RecordExport = {
  readonly format: typeof exportFormat
  readonly meeting: { readonly id: string; readonly title: string }
  /** ISO 8601, UTC. */
  readonly exportedAt: string
  readonly head: { readonly sequence: number; readonly hash: string }
  readonly links: readonly Omit<Link, 'meetingId'>[]
  readonly agreed: readonly AgreedText[]
}

/** What is wrong with an exported record, at its first place. */
export type ExportFault =
  | Fault
  /** The agreed wording is not the one whose hash the record holds. */
  | { readonly fault: 'changed-wording'; readonly title: string }

export type ExportVerdict = Extract<Verdict, { intact: true }> | ({ readonly intact: false } & ExportFault)

/** Checks a record that was exported. `exportedHead`: of an earlier export, kept elsewhere. */
export function verifyExport(
  { meeting, head, links, agreed }: RecordExport,
  sha256: Sha256,
  exportedHead?: Omit<ChainHead, 'meetingId'>,
): ExportVerdict {
  const own = links.map((link) => ({ ...link, meetingId: meeting.id }))
  const verdict = verify(meeting.id, own, sha256, { ...head, meetingId: meeting.id })
  if (!verdict.intact) return verdict
  const changed = agreed.find((text) => !isAgreed(text, own, sha256))
  if (changed !== undefined) return { intact: false, fault: 'changed-wording', title: changed.title }
  if (exportedHead === undefined) return verdict
  return verify(meeting.id, own, sha256, { ...exportedHead, meetingId: meeting.id })
}

/** Its words have the hash that the record holds of its adoption; an erased adoption proves nothing either way. */
function isAgreed({ conclusionId, contentHash, text }: AgreedText, links: readonly Link[], sha256: Sha256): boolean {
  if (sha256(text) !== contentHash) return false
  const adoptions = links.flatMap(({ payload }) => (payload === null ? [] : (adoptionIn(payload) ?? [])))
  const told = adoptions.filter((adoption) => adoption.conclusion.id === conclusionId)
  return told.length === 0
    ? links.some(({ payload }) => payload === null)
    : told.every((adoption) => adoption.contentHash === contentHash)
}

interface Adoption {
  readonly conclusion: { readonly id: string }
  readonly contentHash: string
}

function adoptionIn(payload: string): Adoption | null {
  const entry = parsed(payload)
  return isAdoption(entry) ? entry : null
}

/** `26:3fa9…`: an entry's place and its hash, as exports and pages write a head; null: not written so. */
export function readHead(text: string): { readonly sequence: number; readonly hash: string } | null {
  const [, sequence, hash] = /^\s*(\d{1,9})\s*:\s*([0-9a-f]{64})\s*$/i.exec(text) ?? []
  return sequence === undefined || hash === undefined ? null : { sequence: Number(sequence), hash: hash.toLowerCase() }
}

export function writeHead({ sequence, hash }: { readonly sequence: number; readonly hash: string }): string {
  return `${sequence}:${hash}`
}

/** An exported record in a text that may hold anything; null: there is none in it. */
export function readExport(text: string): RecordExport | null {
  const value = parsed(text)
  return isRecordExport(value) ? value : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Member = (value: unknown) => boolean
const isText: Member = (value) => typeof value === 'string'
/** An id that is no plain text could not be hashed. */
const isPrintable: Member = (value) => typeof value === 'string' && /^[ -~]*$/.test(value)
const isNumber: Member = (value) => typeof value === 'number' && Number.isSafeInteger(value)
const isTextOrNull: Member = (value) => value === null || isText(value)
const has =
  (members: Readonly<Record<string, Member>>): Member =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, holds]) => Object.hasOwn(value, name) && holds((value as never)[name]))
const listOf =
  (holds: Member): Member =>
  (value) =>
    Array.isArray(value) && value.every(holds)

const link = has({
  sequence: isNumber,
  at: isText,
  payload: isTextOrNull,
  salt: isTextOrNull,
  payloadHash: isText,
  previousHash: isText,
  hash: isText,
})
const record = has({
  format: (value) => value === exportFormat,
  meeting: has({ id: isPrintable, title: isText }),
  exportedAt: isText,
  head: has({ sequence: isNumber, hash: isText }),
  links: listOf(link),
  agreed: listOf(has({ conclusionId: isText, title: isText, contentHash: isText, text: isText })),
})

const adoptions: readonly RecordKind[] = ['adopted', 'record-agreed']
const adoption = has({
  kind: (value) => adoptions.some((kind) => kind === value),
  conclusion: has({ id: isText }),
  contentHash: isText,
})

function isAdoption(value: unknown): value is Adoption {
  return adoption(value)
}

function isRecordExport(value: unknown): value is RecordExport {
  return record(value)
}
