/** What people paste where others are asked for: addresses as mail programs write them (RFC 5322, 3.4), and lists of their own. */
import { readAddress } from '#lib/auth/read-address.ts'

/** Why an entry cannot be sent to: nothing in it looks like an address; or something does and is none. */
export type PastedFlaw = 'no-address' | 'not-an-address'

/** One person of a pasted list, as it was understood. */
export interface PastedPerson {
  /** What was pasted, for whoever has to mend it. */
  readonly pasted: string
  /** The name beside the address; empty: there was none. */
  readonly name: string
  /** The address in its stored form; null: see `flaw`. */
  readonly email: string | null
  readonly flaw: PastedFlaw | null
}

/** One party of a pasted list: a line with its name, and behind it the address of its first head, where one is known. */
export interface PastedParty {
  readonly name: string
  /** The head's name; empty: there was none. */
  readonly headName: string
  readonly headEmail: string | null
  /** Set where an address was meant and is none. */
  readonly flaw: PastedFlaw | null
}

/** The most lines that are read. */
const mostLines = 500

/** Longest name that is taken along, in UTF-16 units; a longer one is left out. */
const longestName = 120

/**
 * The people of a pasted list: one on each line, or parted by commas or semicolons, each as `address`, `Name <address>`,
 * `"Last, First" <address>`, `Last, First <address>` or `Name address`.
 */
export function readPastedPeople(pasted: string): readonly PastedPerson[] {
  return linesOf(pasted).flatMap(entriesIn).map(readPerson)
}

/** The parties of a pasted list, one on each line: `Name`, `Name, address`, `Name <address>` or `Name, head’s name <address>`. */
export function readPastedParties(pasted: string): readonly PastedParty[] {
  return linesOf(pasted).map((line) => {
    const { before, address } = splitOff(line)
    if (address === null) return { name: unquoted(withoutEnd(line)), headName: '', headEmail: null, flaw: null }
    const [name = '', ...rest] = before.split(/\s*[,;:\t]\s*/)
    const email = readAddress(address)
    const headName = nameIn(rest.join(' '))
    return { name: unquoted(name), headName, headEmail: email, flaw: email === null ? 'not-an-address' : null }
  })
}

function linesOf(pasted: string): readonly string[] {
  return pasted
    .split(/[\r\n\u2028\u2029]+/, mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The entries of a line. What stands before a comma and has no address belongs to the one in brackets behind it: `Last, First <address>`. */
function entriesIn(line: string): readonly string[] {
  const entries: string[] = []
  let begun = ''
  for (const part of partsOf(line)) {
    const whole = begun === '' ? part : `${begun}, ${part}`
    if (part.includes('@') && begun !== '' && !part.includes('<')) entries.push(begun, part)
    else if (part.includes('@')) entries.push(whole)
    begun = part.includes('@') ? '' : whole
  }
  return begun === '' ? entries : [...entries, begun]
}

/** A line cut at the commas and semicolons that stand neither in quotation marks nor in brackets. */
function partsOf(line: string): readonly string[] {
  return (line.match(/(?:"[^"]*"|<[^>]*>|[^,;])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')
}

function readPerson(pasted: string): PastedPerson {
  const { before, address } = splitOff(pasted)
  if (address === null) return { pasted, name: '', email: null, flaw: 'no-address' }
  const email = readAddress(address)
  return { pasted, name: nameIn(before), email, flaw: email === null ? 'not-an-address' : null }
}

/** The address at the end of an entry, in brackets or bare, and what stands before it; null: there is none. */
function splitOff(entry: string): { readonly before: string; readonly address: string | null } {
  const bracketed = /^(.*?)<\s*(?:mailto:)?([^<>]*)>[\s,;]*$/.exec(entry)
  if (bracketed !== null) return { before: withoutEnd(bracketed[1] ?? ''), address: (bracketed[2] ?? '').trim() }
  const bare = /^(?:(.*)[\s,;:])?(?:mailto:)?(\S*@\S*?)[,;]?$/.exec(entry)
  if (bare === null) return { before: entry, address: null }
  return { before: withoutEnd(bare[1] ?? ''), address: bare[2] ?? '' }
}

function withoutEnd(text: string): string {
  return text.replace(/[\s,;:]+$/, '')
}

function nameIn(text: string): string {
  const name = unquoted(text)
  return name.length > longestName ? '' : name
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^["'“”](.*)["'“”]$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
