/** The thread of one reading (read-source.ts). It has no database, no settings and no secrets. */
import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '#domain/refusal.ts'
import { acceptText, decodeText } from '#domain/text/decode.ts'
import { directionOf } from '#domain/text/direction.ts'
import { recogniseText } from '#domain/text/recognise.ts'
import { readMarkdown } from './markdown-blocks.ts'
import type { ReadingTask, ReadRefusal, ReadText } from './read-source.ts'

parentPort?.postMessage(read(workerData))

function read({ source, format }: ReadingTask): ReadText | ReadRefusal {
  const decoded = 'bytes' in source ? decodeText(source.bytes) : acceptText(source.pasted)
  if (isRefusal(decoded)) return decoded
  const { text, encoding } = decoded
  const fileName = 'bytes' in source ? source.fileName : ''
  const recognised = recogniseText(text, readMarkdown, { fileName, ...(format === undefined ? {} : { format }) })
  return isRefusal(recognised) ? recognised : { ...recognised, encoding, direction: directionOf(text) }
}
