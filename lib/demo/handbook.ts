/** The handbook that ships with the product: it explains the working method, and a group may begin with it as its first text. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isRefusal } from '#domain/refusal.ts'
import { decodeText } from '#domain/text/decode.ts'
import { directionOf } from '#domain/text/direction.ts'
import type { Candidate } from '#domain/text/passage.ts'
import { recogniseText } from '#domain/text/recognise.ts'
import { readMarkdown } from '#lib/reading/markdown-blocks.ts'

const fileName = 'handbook.md'

/** The handbook as it is published: where it comes from, and its passages. */
export async function readHandbook() {
  const bytes = await readFile(path.resolve(/* turbopackIgnore: true */ 'prisma', 'demo', fileName))
  const decoded = decodeText(bytes)
  if (isRefusal(decoded)) throw new Error('The handbook is no text.')
  const { text, encoding } = decoded
  const recognised = recogniseText(text, readMarkdown, { fileName })
  if (isRefusal(recognised)) throw new Error('The handbook has no passages.')
  const { title, passages } = recognised
  return {
    edition: {
      title: title ?? fileName,
      direction: directionOf(text),
      encoding,
      sourceName: fileName,
      sourceHash: createHash('sha256').update(bytes).digest('hex'),
      byteCount: bytes.length,
    },
    passages: passages satisfies readonly Candidate[],
  }
}
