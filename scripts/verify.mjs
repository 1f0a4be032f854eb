/**
 * Checks an exported record offline: `node scripts/verify.mjs record.json [--head 26:3fa9…]`. Needs this folder and Node
 * alone: no package, no network, no database. Exit code 0: it holds, and proves all that it tells; 1: it does not hold; 2:
 * nothing could be checked; 3: it holds, and entries of it were erased: what can no longer be proved is named; 4: it holds, nothing
 * was erased, and a wording was put before entries told its content hash.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

if (!process.features.typescript) {
  console.error('This needs Node 22.18 or later.')
  process.exit(2)
}
const { readExport, readHead, writeHead } = await import('../domain/record/export.ts')
const { verifyExport } = await import('../domain/record/verify-export.ts')
const words = JSON.parse(readFileSync(new URL('../messages/en/records.json', import.meta.url), 'utf8'))

/** What a file says is shown, never obeyed: nothing in it moves the cursor or turns the reading direction. */
const plain = (text) => String(text).replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
const say = (sentence, facts = {}) => sentence.replaceAll(/\{(\w+)\}/g, (_, name) => plain(facts[name]))
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

function stop(message) {
  console.error(message)
  process.exit(2)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return stop(error.message)
  }
}

const { values, positionals } = parseArgs({ options: { head: { type: 'string' } }, allowPositionals: true })
const [file] = positionals
if (file === undefined || positionals.length > 1) stop('node scripts/verify.mjs record.json [--head sequence:hash]')
const record = readExport(read(file)) ?? stop(words.verify.notAnExport)
const head = values.head === undefined ? undefined : (readHead(values.head) ?? stop(words.verify.notAHead))

const verdict = verifyExport(record, sha256, head)
if (!verdict.intact) {
  const facts = { ...verdict, wrong: words.wrong[verdict.wrong] ?? '' }
  console.error(`${words.verify.broken}. ${say(words.fault[verdict.fault], facts)}`)
  process.exit(1)
}
const { erased, title, unproven } = verdict
const code = erased.length > 0 ? 3 : unproven.length > 0 ? 4 : 0
const heading = { 0: words.verify.intact, 3: words.verify.intactErased, 4: words.verify.intactInPart }[code]
const lines = [
  `${heading}. ${words.verify.intactMeans}`,
  ...(unproven.length === 0 ? [words.verify.proven] : unproven.map((one) => say(words.verify.lacks[one.lacks], one))),
  `${words.verify.meeting}: ${title === null ? say(words.verify.claimed, record.meeting) : plain(title)}`,
  `${words.verify.headNow}: ${writeHead(verdict.head)}`,
  head === undefined ? words.verify.withoutHead : say(words.verify.withHead, head),
  ...(erased.length === 0
    ? []
    : [`${say(words.verify.erasedEntries, { entries: erased.join(', ') })}. ${words.verify.erasedMeans}`]),
]
console.log(lines.join('\n'))
process.exitCode = code
