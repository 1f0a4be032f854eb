/**
 * SHA-256 (FIPS 180-4) of the UTF-8 bytes of a text, in lower-case hex, for the browser: its own is closed to pages that are
 * served without TLS, and answers later. On the server use `append.ts`.
 */
export function sha256InBrowser(text: string): string {
  const words = padded(new TextEncoder().encode(text))
  const state = Uint32Array.from(initial)
  const schedule = new Uint32Array(64)
  for (let block = 0; block < words.length; block += 16) {
    expand(words.subarray(block, block + 16), schedule)
    compress(state, schedule)
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

const primes = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && d * d <= n && n % d === 0),
)
/** The first 32 bits of a fraction. */
const fraction = (value: number) => ((value % 1) * 2 ** 32) >>> 0
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Uint32Array.from(primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime))))

/** The message, a one, zeros, and its length in bits, as big-endian words. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(((bytes.length + 72) >> 6) * 16)
  const put = (place: number, byte: number) => {
    words[place >> 2] = (words[place >> 2] ?? 0) | (byte << (24 - (place & 3) * 8))
  }
  for (const [place, byte] of bytes.entries()) put(place, byte)
  put(bytes.length, 0x80)
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  words[words.length - 1] = bytes.length << 3
  return words
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function expand(block: Uint32Array, schedule: Uint32Array): void {
  schedule.set(block)
  const at = (place: number) => schedule[place] ?? 0
  for (let t = 16; t < 64; t++) {
    const [early, late] = [at(t - 15), at(t - 2)]
    const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const two = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    schedule[t] = at(t - 16) + one + at(t - 7) + two
  }
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (constants[t] ?? 0) + (schedule[t] ?? 0)
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) state[place] = (state[place] ?? 0) + word
}
