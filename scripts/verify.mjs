/**
 * Checks an exported record offline: `node scripts/verify.mjs record.json [--head 26:3fa9…]`; or each record in the file of a party,
 * whose code is the lowest of theirs that is not 0. Needs this folder and Node
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
const { readHead, writeHead } = await import('../domain/record/export.ts')
const { holdsAs } = await import('../domain/record/holds-as.ts')
const { readRecords } = await import('../domain/record/party-export.ts')
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
const records = readRecords(read(file)) ?? stop(words.verify.notAnExport)
if (records.length === 0) stop(words.verify.noRecords)
const head = values.head === undefined ? undefined : (readHead(values.head) ?? stop(words.verify.notAHead))
if (head !== undefined && records.length > 1) stop(words.verify.headOfOne)

const codes = records.map((record) => {
  if (records.length > 1) console.log(`\n${plain(record.meeting.title)}`)
  return check(record)
})
process.exitCode = codes.filter((code) => code > 0).sort()[0] ?? 0

/** Says whether a record holds; the exit code for it. */
function check(record) {
  const verdict = verifyExport(record, sha256, head)
  if (!verdict.intact) {
    const facts = { ...verdict, wrong: words.wrong[verdict.wrong] ?? '' }
    console.error(`${words.verify.broken}. ${say(words.fault[verdict.fault], facts)}`)
    return 1
  }
  const { erased, title, unproven } = verdict
  const code = erased.length > 0 ? 3 : unproven.length > 0 ? 4 : 0
  const lines = [
    `${words.verify[holdsAs(verdict)]}. ${words.verify.intactMeans}`,
    ...(unproven.length === 0 ? [words.verify.proven] : unproven.map((one) => say(words.verify.lacks[one.lacks], one))),
    `${words.verify.meeting}: ${title === null ? say(words.verify.claimed, record.meeting) : plain(title)}`,
    `${words.verify.headNow}: ${writeHead(verdict.head)}`,
    head === undefined ? words.verify.withoutHead : say(words.verify.withHead, head),
    ...(erased.length === 0
      ? []
      : [`${say(words.verify.erasedEntries, { entries: erased.join(', ') })}. ${words.verify.erasedMeans}`]),
  ]
  console.log(lines.join('\n'))
  return code
}
