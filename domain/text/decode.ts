/**
 * From uploaded bytes, or pasted characters, to a clean text or a refusal that says what is wrong with them.
 * Names of encodings and their decoders: WHATWG Encoding Standard. Byte order marks: Unicode §23.8.
 */
import type { Refusal } from '../refusal.ts'
import { asSource } from '../written/written.ts'
import { type BinaryFormat, binaryFormatOf } from './binary.ts'
import { countStrays } from './normalise.ts'

/** Largest text that is taken in: 5 MB, counted as bytes of the upload (a paste: as its UTF-8). */
export const maxTextBytes = 5_242_880

/** How bytes were read. Windows-1252 stands for Latin-1 too, of which it is a superset for readable text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A text read from bytes, with the encoding in which it was read. */
export interface DecodedText {
  /** Normalised (`asSource`) and with something to read in it. */
  readonly text: string
  /** For the preview to say, above all when it is a guess. */
  readonly encoding: Encoding
  /** No byte order mark and not valid UTF-8: the encoding was inferred from the bytes. */
  readonly guessed: boolean
}

export type DecodeRefusal =
  /** No letter, digit or sign in it. */
  | Refusal<'empty-text'>
  | (Refusal<'text-too-large'> & { readonly bytes: number; readonly maxBytes: number })
  /** Not a text at all; `format` where its signature is known. */
  | (Refusal<'binary-file'> & { readonly format: BinaryFormat | null })
  /** Damaged UTF-8 or UTF-16, or an encoding that is neither of these nor Windows-1252. */
  | Refusal<'unknown-encoding'>

/** Reads an uploaded file by its content; its name and declared type prove nothing (SECURITY.md, attack 39). */
export function decodeText(bytes: Uint8Array): DecodedText | DecodeRefusal {
  if (bytes.length > maxTextBytes) return tooLarge(bytes.length)
  const format = binaryFormatOf(bytes)
  if (format !== null) return { refused: 'binary-file', format }
  const marked = encodingByMark(bytes)
  if (marked !== null) return readAs(bytes, marked, false)
  const wide = encodingByZeros(bytes)
  if (wide !== null) {
    const answer = readAs(bytes, wide, true)
    return 'refused' in answer ? { refused: 'binary-file', format: null } : answer
  }
  if (bytes.includes(0)) return { refused: 'binary-file', format: null }
  const answer = readAs(bytes, 'utf-8', false)
  if ('refused' in answer && answer.refused === 'unknown-encoding' && looksLikeWindows1252(bytes)) {
    return readAs(bytes, 'windows-1252', true)
  }
  return answer
}

/** Takes pasted text, which arrives decoded, by the same rules. */
export function acceptText(pasted: string): DecodedText | DecodeRefusal {
  // A UTF-16 unit is at least one byte of UTF-8: what is too long already need not be encoded to be counted.
  if (pasted.length > maxTextBytes) return tooLarge(pasted.length)
  const bytes = new TextEncoder().encode(pasted).length
  if (bytes > maxTextBytes) return tooLarge(bytes)
  if (!pasted.isWellFormed()) return { refused: 'unknown-encoding' }
  return judge(pasted, 'utf-8', false)
}

function tooLarge(bytes: number): DecodeRefusal {
  return { refused: 'text-too-large', bytes, maxBytes: maxTextBytes }
}

function readAs(bytes: Uint8Array, encoding: Encoding, guessed: boolean): DecodedText | DecodeRefusal {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return { refused: 'unknown-encoding' }
  }
  return judge(text, encoding, guessed)
}

/** More than one control character in a hundred is not how people write. */
const maxStrayShare = 0.01

function judge(raw: string, encoding: Encoding, guessed: boolean): DecodedText | DecodeRefusal {
  if (raw.includes('\0') || countStrays(raw) > raw.length * maxStrayShare + 1) {
    return { refused: 'binary-file', format: null }
  }
  const text = asSource(raw)
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return { refused: 'empty-text' }
  return { text, encoding, guessed }
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** From so many zeros on the same side, none on the other is no chance. */
const minZeros = 8

/**
 * UTF-16 without a mark shows by its zeros: spaces, digits and Latin letters have one in the high byte, and no letter
 * has one in the low byte. Evident means: none on one side; on the other most units, or, for letters of another script, one
 * in twenty and so many that they are no stray bytes.
 */
function encodingByZeros(bytes: Uint8Array): Encoding | null {
  if (bytes.length === 0 || bytes.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < bytes.length; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const units = bytes.length / 2
  const isEvident = (zeros: number) => zeros * 2 > units || (zeros >= minZeros && zeros * 20 >= units)
  if (even === 0 && isEvident(odd)) return 'utf-16le'
  if (odd === 0 && isEvident(even)) return 'utf-16be'
  return null
}

/** Bytes to which Windows-1252 gives no character. */
const unassigned: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Longest run of accented letters that a word of a western European language has, with room to spare. */
const maxAccentedRun = 4

/**
 * Every sequence of bytes can be read as Latin-1, so the question is whether it reads as words. It does not when a byte
 * stands for nothing, when accented letters follow one another (Cyrillic, Greek, Arabic in eight bits), when they
 * outweigh the rest (Shift-JIS), or when most of them form UTF-8 characters: then it is UTF-8 with damage.
 */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0
  let run = 0
  let longestRun = 0
  let inUtf8 = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (unassigned.has(byte)) return false
    if (byte >= 0x80) high += 1
    run = byte >= 0xc0 ? run + 1 : 0
    longestRun = Math.max(longestRun, run)
    const length = utf8LengthAt(bytes, index)
    inUtf8 += length
  }
  const outweighs = high > 8 && high * 2 > bytes.length
  return longestRun <= maxAccentedRun && !outweighs && inUtf8 * 2 <= high
}

/** Length in bytes of a well-formed multi-byte UTF-8 character at `index` (RFC 3629 §3); 0: there is none. */
function utf8LengthAt(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  for (let step = 1; step < length; step += 1) {
    if (((bytes[index + step] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}
