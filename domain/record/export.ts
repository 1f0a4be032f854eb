/**
 * A record as a file that stands alone: whoever holds it, or an earlier head, can check it without asking anybody
 * (SECURITY.md, promise 8), as `verify-export.ts` does.
 */
import type { Link } from './chain.ts'
import { exactly, isInstant, isNumber, isPrintable, isText, listShape, oneOfWords, orNull, parsed } from './shape.ts'

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

/** The newest entry of a record as a party keeps it: its sequence and its hash in one line. */
export function writeHead({ sequence, hash }: { readonly sequence: number; readonly hash: string }): string {
  return `${sequence}:${hash}`
}

/**
 * An exported record in a text that may hold anything; null: there is none in it. Only what is written as this program writes it,
 * with any indentation, is one: where a member stands twice, or otherwise than its value, another program may read something else.
 */
export function readExport(text: string): RecordExport | null {
  const value = readPlainly(text)
  return isRecordExport(value) ? value : null
}

/** What a text says as JSON, where it is written as this program writes it, with any indentation; undefined: nothing. */
export function readPlainly(text: string): unknown {
  const written = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim()
  const value = parsed(written)
  return indentations.some((indentation) => JSON.stringify(value, null, indentation) === written) ? value : undefined
}

const indentations = [0, 1, 2, 4, '\t'] as const

const link = exactly<RecordExport['links'][number]>({
  sequence: isNumber,
  at: isInstant,
  payload: orNull(isText),
  salt: orNull(isText),
  payloadHash: isText,
  previousHash: isText,
  hash: isText,
})
const record = exactly<RecordExport>({
  format: oneOfWords(exportFormat),
  meeting: exactly<RecordExport['meeting']>({ id: isPrintable, title: isText }),
  exportedAt: isInstant,
  head: exactly<RecordExport['head']>({ sequence: isNumber, hash: isText }),
  links: listShape(link),
  agreed: listShape(exactly<AgreedText>({ conclusionId: isText, title: isText, contentHash: isText, text: isText })),
})

function isRecordExport(value: unknown): value is RecordExport {
  return record(value)
}
