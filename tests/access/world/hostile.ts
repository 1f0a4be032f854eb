import { asOwner } from '#tests/setup/owner.ts'

/** Markup, templates and addresses that have been executed somewhere, and a word that no line holds. */
export const hostileWords = [
  '<script>window.executed.push("script")</script>',
  '"\'><img src=x onerror="window.executed.push(\'img\')">',
  '</title></textarea></style></script><svg onload="window.executed.push(\'svg\')">',
  'javascript:window.executed.push("link")',
  '[x](javascript:window.executed.push("md"))',
  '{{constructor.constructor("window.executed.push(1)")()}}#{window.executed.push("tpl")}',
  '<iframe srcdoc="<script>parent.executed.push(1)</script>"></iframe>',
].join(' ')

/** Without a blank: as long as a phone is not wide, and as a desk is not. */
export const longWord = 'W'.repeat(200)

/** A name of at most 120 and a short name of at most 24 UTF-16 units, of the same kind. */
const hostileName = `<svg onload="executed.push(1)">${'W'.repeat(63)}`
const hostileShort = '<b onclick=x>WWWWWWWWWWW'

/** Every column of text in which people's words stand. */
const written: Readonly<Record<string, readonly string[]>> = {
  Person: ['name'],
  Group: ['name', 'purpose'],
  Party: ['name', 'shortName'],
  Invitation: ['name'],
  Text: ['title'],
  Edition: ['sourceName'],
  Passage: ['text', 'label'],
  Citation: ['quoteExact', 'quotePrefix', 'quoteSuffix'],
  Meeting: ['title', 'aim', 'place', 'link', 'resolutionLimitReason', 'cancelReason'],
  TimeProposal: ['message'],
  AgendaItem: ['title', 'aim', 'closedReason', 'notes'],
  Assignment: ['instructions'],
  Conclusion: ['title', 'endReason'],
  ConclusionVersion: ['wording', 'takenBackReason'],
  Commitment: ['what', 'stateReason'],
  Stance: ['reason'],
  DivergenceSide: ['words'],
}

/** Columns whose values a rule chooses from, or that this instance makes by itself. Of a detail only what is no code is written. */
const made =
  /^(?:(?:Session|SignInLink|IdempotencyKey|RateLimiterFlexible|Job|OutboxMessage|OutboxDelivery|RecordHead|RecordEntry|_prisma_migrations)\.|.*\.(?:\w*[zZ]one|kind|state|role|office|answer|email|tokenHash|language|direction|encoding|sourceHash|reference|section|suspect|sharedWith|contentHash|headHash|signInMethod|principals|principalsSignInMethod|detail)$)/

const short: Readonly<Record<string, string>> = {
  'Person.name': hostileName,
  'Group.name': hostileName,
  'Party.name': hostileName,
  'Party.shortName': hostileShort,
  'Invitation.name': hostileName,
  'Passage.label': 'W'.repeat(30),
}

/** In how many fields hostile words stand. */
export interface Seeded {
  readonly columns: number
  readonly fields: number
}

/**
 * Puts hostile words into every field of a world, past the router and the rules, as the owner of the database could. Throws when a
 * column of text is known neither as written by people nor as made.
 */
export async function seedHostileWords(): Promise<Seeded> {
  return asOwner(async (tx) => {
    const columns = await tx.$queryRaw<{ name: string }[]>`SELECT table_name || '.' || column_name AS name
        FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text'`
    const known = Object.entries(written).flatMap(([table, names]) => names.map((name) => `${table}.${name}`))
    const unknown = columns.filter(({ name }) => !known.includes(name) && !made.test(name))
    if (unknown.length > 0) throw new Error(`Who writes ${unknown.map(({ name }) => name).join(', ')}?`)
    // The database keeps what is adopted; here its owner writes all the same.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    let fields = 0
    for (const name of known) {
      const [table, column] = name.split('.')
      const words = short[name] ?? `${hostileWords} ${longWord}`
      const unique = table === 'Party' ? ` || left(right(id::text, 12), 4)` : ''
      fields += await tx.$executeRawUnsafe(
        `UPDATE "${table}" SET "${column}" = $1${unique} WHERE "${column}" IS NOT NULL`,
        words,
      )
    }
    const entries = await tx.recordEntry.findMany({ select: { id: true, payload: true } })
    for (const { id, payload } of entries) {
      if (payload === null) continue
      fields += 1
      await tx.recordEntry.update({
        where: { id },
        data: { payload: JSON.stringify(hostileIn(JSON.parse(payload))) },
      })
    }
    return { columns: known.length + 1, fields }
  })
}

const wordKeys = ['name', 'title', 'aim', 'place', 'text', 'wording', 'words', 'reason', 'what', 'quote']

/** The payload of an entry of the record with hostile words wherever somebody wrote or was named. */
function hostileIn(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && wordKeys.includes(key)) return `${hostileWords} ${longWord}`
  if (Array.isArray(value)) return value.map((one) => hostileIn(one, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostileIn(inner, name)]))
}
