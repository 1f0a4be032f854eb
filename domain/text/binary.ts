/**
 * Tells well-known binary formats by their first bytes, so that a refusal can name what was uploaded. Only signatures
 * that no readable text begins with; formats that give themselves away by NUL bytes need none.
 * Source: the file format specifications (ISO 32000 §7.5.2, PKWARE APPNOTE 4.3.6, PNG §5.2, RFC 1952, RFC 8878 ...).
 */

/** A format that is not read as text. */
export type BinaryFormat = 'pdf' | 'zip' | 'rtf' | 'office' | 'image' | 'archive'

const signatures: readonly { readonly format: BinaryFormat; readonly bytes: readonly number[] }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // Also docx, odt, epub: each of them is a zip archive.
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  // Seven-bit text by its bytes, but markup that would bury the words.
  { format: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  // The compound file of older word processors (.doc).
  { format: 'office', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38, 0x37, 0x61] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61] },
  { format: 'archive', bytes: [0x1f, 0x8b] },
  { format: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { format: 'archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { format: 'archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
]

/** The binary format that `bytes` begin like; null: none that is known here. */
export function binaryFormatOf(bytes: Uint8Array): BinaryFormat | null {
  for (const { format, bytes: signature } of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) return format
  }
  return null
}
