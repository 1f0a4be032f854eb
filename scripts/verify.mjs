/**
 * Checks an exported record offline: `node scripts/verify.mjs record.json [--head 26:3fa9…]`. Needs this folder and Node
 * alone: no package, no network, no database. Exit code 0: it holds; 1: it does not; 2: nothing could be checked; 3: it holds,
 * but the entry by which a wording was adopted was erased, so that nothing proves that wording.
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
  console.error(`${words.verify.broken}. ${say(words.fault[verdict.fault], verdict)}`)
  process.exit(1)
}
const { erased, title, unproven } = verdict
const proven = unproven.length === 0
const lines = [
  `${proven ? words.verify.intact : words.verify.intactInPart}. ${words.verify.intactMeans}`,
  proven ? words.verify.proven : say(words.verify.unproven, { titles: unproven.join(' · ') }),
  `${words.verify.meeting}: ${title === null ? say(words.verify.claimed, record.meeting) : plain(title)}`,
  `${words.verify.headNow}: ${writeHead(verdict.head)}`,
  head === undefined ? words.verify.withoutHead : say(words.verify.withHead, head),
  ...(erased.length === 0 ? [] : [say(words.verify.erasedEntries, { entries: erased.join(', ') })]),
]
console.log(lines.join('\n'))
if (!proven) process.exitCode = 3
