/** In which form an answer travels: the first that its client takes, in an order for pages and one for files. */
import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  gzipSync,
  zstdCompress,
  zstdCompressSync,
} from 'node:zlib'

/** One form (RFC 9110, 8.4). */
export interface ContentEncoding {
  /** As the headers call it. */
  readonly name: string
  /** Packs what is there as a whole: smaller, and less work than in pieces. */
  whole(bytes: Buffer): Promise<Buffer> | Buffer
  /** Packs what is sent again and again: as small as it gets, whatever it costs. */
  smallest(bytes: Buffer): Promise<Buffer>
  /** Packs what comes in pieces. */
  pieces(): Transform & { flush(after: () => void): void }
}

// As much smaller as pays: the pages of the demo group in zstd take an eighth of the processor time that gzip takes, and are a fifth
// smaller; the next level of each costs half as much again for a few in a hundred.
const zstd = { [constants.ZSTD_c_compressionLevel]: 3 }
/** What comes in pieces may come from many at once: each remembers no more than this, 2 to the power of 18 bytes. */
const zstdInPieces = { ...zstd, [constants.ZSTD_c_windowLog]: 18 }
const brotli = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_LGWIN]: 18,
}
const gzipLevel = 6

/**
 * Up to here, in bytes, what is a whole is packed at once: in a thread of its own that costs as much again as packing it, and to wait for
 * its turn there takes longer. In gzip, the slowest, these take half a millisecond.
 */
const AT_ONCE_BYTES = 64_000

/** For files that are packed once: a script of 200 kB takes a tenth of a second in brotli, whose last level takes twice that for 2 %. */
const once = { zstd: 19, brotli: 10, gzip: 9 }

const inZstd = promisify(zstdCompress)
const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** From the one that is preferred to the one that everybody takes. */
const encodings: readonly ContentEncoding[] = [
  {
    name: 'zstd',
    whole: byLength(
      (bytes) => zstdCompressSync(bytes, { params: zstd }),
      (bytes) => inZstd(bytes, { params: zstd }),
    ),
    smallest: (bytes) => inZstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: once.zstd } }),
    pieces: () => createZstdCompress({ params: zstdInPieces }),
  },
  {
    name: 'br',
    whole: byLength(
      (bytes) => brotliCompressSync(bytes, brotliOf(bytes)),
      (bytes) => inBrotli(bytes, brotliOf(bytes)),
    ),
    smallest: (bytes) => inBrotli(bytes, { params: { ...brotli, [constants.BROTLI_PARAM_QUALITY]: once.brotli } }),
    pieces: () => createBrotliCompress({ params: brotli }),
  },
  {
    name: 'gzip',
    whole: byLength(
      (bytes) => gzipSync(bytes, { level: gzipLevel }),
      (bytes) => inGzip(bytes, { level: gzipLevel }),
    ),
    smallest: (bytes) => inGzip(bytes, { level: once.gzip }),
    pieces: () => createGzip({ level: gzipLevel }),
  },
]

function brotliOf({ length }: Buffer) {
  return { params: { ...brotli, [constants.BROTLI_PARAM_SIZE_HINT]: length } }
}

function byLength(
  atOnce: (bytes: Buffer) => Buffer,
  inThread: (bytes: Buffer) => Promise<Buffer>,
): ContentEncoding['whole'] {
  return (bytes) => (bytes.length <= AT_ONCE_BYTES ? atOnce(bytes) : inThread(bytes))
}

/** What is packed once takes as long as it takes: scripts are a seventeenth smaller in brotli than in zstd. */
const forFiles = encodings.toSorted(({ name }, other) => Number(other.name === 'br') - Number(name === 'br'))

/**
 * The form in which an answer goes to whoever sent this `Accept-Encoding`; null: as it is.
 *
 * @param isKept whether it is a file that is packed once (packed-files.ts).
 */
export function encodingFor(accepted: string, isKept: boolean): ContentEncoding | null {
  const taken = new Set(accepted.split(',').flatMap(takenName))
  return (isKept ? forFiles : encodings).find(({ name }) => taken.has(name)) ?? null
}

/** The name of one form that is taken; nothing where its weight is zero. */
function takenName(one: string): readonly string[] {
  const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase())
  const refused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  return refused ? [] : [name]
}
