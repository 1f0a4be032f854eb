/** Checking a record, with nothing but its links and a hash function; offline, by anybody. */
import {
  type ChainHead,
  genesis,
  genesisHash,
  isSalt,
  type Link,
  linkHashOf,
  payloadHashOf,
  type Sha256,
} from './chain.ts'

/** What is wrong, at its first place. `sequence` is that of the link concerned. */
export type Fault =
  /** It belongs to the record of another meeting. */
  | { readonly fault: 'foreign'; readonly sequence: number; readonly meetingId: string }
  /** Links `sequence` to `through` are gone. */
  | { readonly fault: 'missing'; readonly sequence: number; readonly through: number }
  /** It stands where link `expected` belongs, which comes later or was there already. */
  | { readonly fault: 'out-of-order'; readonly sequence: number; readonly expected: number }
  /** It does not follow from the link before it: that one was replaced. */
  | { readonly fault: 'broken-link'; readonly sequence: number }
  /** Its time, or one of its hashes, was changed. */
  | { readonly fault: 'changed-link'; readonly sequence: number }
  /** What it says was changed. */
  | { readonly fault: 'changed-payload'; readonly sequence: number }
  /** Payload without salt, or salt without payload: not an erasure. */
  | { readonly fault: 'half-erased'; readonly sequence: number }
  /** The chain is sound in itself, but not the one that was exported: somewhere up to here it was written anew. */
  | { readonly fault: 'rechained'; readonly sequence: number }
  /** The exported head says that there were more links than the last one here. */
  | { readonly fault: 'truncated'; readonly sequence: number; readonly exported: number }

export type Verdict =
  | { readonly intact: true; readonly head: ChainHead; readonly erased: readonly number[] }
  | ({ readonly intact: false } & Fault)

/**
 * Finds the first fault of a record. Without an exported head, a record that was written anew as a whole, or cut at its
 * end, looks sound: only what somebody else holds can show that. With a head, the links up to it are proven.
 *
 * @param meetingId whose record it is.
 */
export function verify(meetingId: string, links: readonly Link[], sha256: Sha256, exportedHead?: ChainHead): Verdict {
  let head = genesis(meetingId)
  for (const link of links) {
    const fault = faultIn(link, head, links, sha256) ?? faultAgainst(exportedHead, link)
    if (fault !== null) return { intact: false, ...fault }
    head = { meetingId, sequence: link.sequence, hash: link.hash }
  }
  if (exportedHead !== undefined) {
    const { sequence } = head
    if (exportedHead.meetingId !== meetingId) {
      return { intact: false, fault: 'foreign', sequence: exportedHead.sequence, meetingId: exportedHead.meetingId }
    }
    if (exportedHead.sequence > sequence) {
      return { intact: false, fault: 'truncated', sequence, exported: exportedHead.sequence }
    }
  }
  return { intact: true, head, erased: links.filter(({ payload }) => payload === null).map(({ sequence }) => sequence) }
}

/**
 * The first fault of neighbouring links of one record, of which the first may be any; null: none. What was before it is not
 * looked at, nor whether what comes last is the head.
 */
export function verifyPart(links: readonly Link[], sha256: Sha256): Fault | null {
  const [first] = links
  if (first === undefined) return null
  const { meetingId, sequence, previousHash } = first
  const begins = { meetingId, sequence: sequence - 1, hash: sequence === 1 ? genesisHash : previousHash }
  let before: ChainHead = begins
  for (const link of links) {
    const fault = faultIn(link, before, links, sha256)
    if (fault !== null) return fault
    before = link
  }
  return null
}

function faultIn(link: Link, before: ChainHead, links: readonly Link[], sha256: Sha256): Fault | null {
  const { sequence, meetingId } = link
  if (meetingId !== before.meetingId) return { fault: 'foreign', sequence, meetingId }
  return (
    faultInPlace(sequence, before.sequence + 1, links) ??
    (link.previousHash === before.hash ? null : { fault: 'broken-link', sequence }) ??
    (isPrintable(link) && linkHashOf(link, sha256) === link.hash ? null : { fault: 'changed-link', sequence }) ??
    faultInPayload(link, sha256)
  )
}

/** A record from elsewhere may hold anything; what no link ever holds is a fault and not a crash. */
function isPrintable({ at, payloadHash }: Link): boolean {
  return /^[ -~]*$/.test(at + payloadHash)
}

function faultInPlace(sequence: number, expected: number, links: readonly Link[]): Fault | null {
  if (sequence === expected) return null
  const elsewhere = links.some((link) => link.sequence === expected)
  if (sequence < expected || elsewhere) return { fault: 'out-of-order', sequence, expected }
  return { fault: 'missing', sequence: expected, through: sequence - 1 }
}

function faultInPayload({ sequence, payload, salt, payloadHash }: Link, sha256: Sha256): Fault | null {
  if (payload === null && salt === null) return null
  if (payload === null || salt === null) return { fault: 'half-erased', sequence }
  const same = isSalt(salt) && payloadHashOf(salt, payload, sha256) === payloadHash
  return same ? null : { fault: 'changed-payload', sequence }
}

function faultAgainst(exported: ChainHead | undefined, { sequence, hash }: Link): Fault | null {
  if (exported === undefined || exported.sequence !== sequence) return null
  return exported.hash === hash ? null : { fault: 'rechained', sequence }
}
