/** The files of the build, packed: each once for a process, for their content never changes. */
import type { ContentEncoding } from './encodings.ts'

/** What they may take together, in bytes: more than all files of a build in all forms. */
const MOST_BYTES = 16_000_000

const files = new Map<string, Promise<Buffer>>()
let bytes = 0

/** A file in one form, packed as small as it gets. Beyond the bound it is packed as any answer is. */
export function packedFile(
  path: string,
  encoding: ContentEncoding,
  content: Buffer,
): ReturnType<ContentEncoding['whole']> {
  const key = `${encoding.name} ${path}`
  const known = files.get(key)
  if (known !== undefined) return known
  if (bytes >= MOST_BYTES) return encoding.whole(content)
  // Counted as it is while it is being packed, so that no number of them can be under way.
  bytes += content.length
  const packed = encoding.smallest(content)
  files.set(key, packed)
  packed.then(
    ({ length }) => {
      bytes += length - content.length
    },
    () => {
      bytes -= content.length
      files.delete(key)
    },
  )
  return packed
}
