/**
 * The record of a meeting as a chain (PRODUCT.md, Record; SECURITY.md, promise 8). Every link holds the hash of the one
 * before it, and the salted hash of its payload, so that a payload can be erased together with its salt while the chain
 * stays verifiable, and a guessed payload cannot be confirmed afterwards.
 *
 * - `payloadHash` = SHA-256 of `salt` followed by `payload`;
 * - `hash` = SHA-256 of the canonical JSON of `[format, meetingId, sequence, previousHash, payloadHash, at]`;
 *
 * both over UTF-8 bytes, in lower-case hex. Who holds a head (it goes out with exports) is a witness: see `verify.ts`.
 */
import { canonicalJson } from '../canonical-json.ts'
import type { RecordEntry } from './entry.ts'

/** The first thing in every link's hash: a later format gets another tag, and old chains stay verifiable. */
export const recordFormat = 'concordance/record/1'

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex. */
export type Sha256 = (text: string) => string

/** The `previousHash` of the first link. */
export const genesisHash = '0'.repeat(64)

/** The newest link of a chain. */
export interface ChainHead {
  readonly meetingId: string
  /** 1, 2, 3 … without a gap; 0 before the first link. */
  readonly sequence: number
  readonly hash: string
}

/** One entry of the record, in the chain. */
export interface Link extends ChainHead {
  /** UTC instant with milliseconds, as `Date.toISOString` writes it. */
  readonly at: string
  /** Canonical JSON of a `RecordEntry`; null once erased, together with its salt. */
  readonly payload: string | null
  /** 32 random bytes in lower-case hex; null once erased. */
  readonly salt: string | null
  readonly payloadHash: string
  readonly previousHash: string
}

/** The head of a record in which nothing has happened yet. */
export function genesis(meetingId: string): ChainHead {
  return { meetingId, sequence: 0, hash: genesisHash }
}

/**
 * The link that follows a head.
 *
 * @throws when the salt is no 64 hex digits: its fixed length is what keeps salt and payload apart.
 */
export function linkAfter(
  head: ChainHead,
  { entry, salt, at }: { readonly entry: RecordEntry; readonly salt: string; readonly at: Date },
  sha256: Sha256,
): Link {
  if (!isSalt(salt)) throw new TypeError('A salt is 64 lower-case hex digits.')
  const payload = canonicalJson(entry)
  const link = {
    meetingId: head.meetingId,
    sequence: head.sequence + 1,
    at: at.toISOString(),
    payload,
    salt,
    payloadHash: payloadHashOf(salt, payload, sha256),
    previousHash: head.hash,
  }
  return { ...link, hash: linkHashOf(link, sha256) }
}

/** The hash under which a payload is chained (see above). */
export function payloadHashOf(salt: string, payload: string, sha256: Sha256): string {
  return sha256(salt + payload)
}

/** The hash of a link (see above), which the next link holds. */
export function linkHashOf(link: Omit<Link, 'hash' | 'payload' | 'salt'>, sha256: Sha256): string {
  const { meetingId, sequence, previousHash, payloadHash, at } = link
  return sha256(canonicalJson([recordFormat, meetingId, sequence, previousHash, payloadHash, at]))
}

/** Whether a text can be the salt of a payload: 32 bytes in lower-case hex. */
export function isSalt(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
