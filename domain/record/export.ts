/**
 * A record as a file that stands alone: whoever holds it, or an earlier head, can check it without asking anybody
 * (SECURITY.md, promise 8), as `verify-export.ts` does.
 */
import type { Link } from './chain.ts'
import { has, isNumber, isPrintable, isText, isTextOrNull, listOf, oneOf, parsed } from './shape.ts'

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
  format: oneOf(exportFormat),
  meeting: has({ id: isPrintable, title: isText }),
  exportedAt: isText,
  head: has({ sequence: isNumber, hash: isText }),
  links: listOf(link),
  agreed: listOf(has({ conclusionId: isText, title: isText, contentHash: isText, text: isText })),
})

function isRecordExport(value: unknown): value is RecordExport {
  return record(value)
}
