import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { beginningOf, boundaryAfter, boundaryBefore, graphemeEnd } from '#domain/text/grapheme.ts'
import { parseReference, type ReferenceKey, referenceOf } from '#domain/text/reference.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { EditionFacts } from '#store/access/text.ts'
import type { FoundPassage, PassageView } from '../views.ts'

/** Passages from one ordinal to another, both included; one statement. */
export function findPassages(tx: Tx, editionId: string, from: number, to: number): Promise<PassageView[]> {
  return tx.$queryRaw(Prisma.sql`SELECT ordinal, reference, kind, level, label, text FROM "Passage"
    WHERE "editionId" = ${editionId}::uuid AND ordinal BETWEEN ${from} AND ${to} ORDER BY ordinal`)
}

/** What somebody typed names no place in a text. */
export type PlaceRefusal = Refusal<'not-a-reference'> | Refusal<'no-such-passage'>

/** The ordinal of what somebody typed as a reference. Refusals: `not-a-reference`, `no-such-passage`. */
export async function findOrdinal(
  tx: Tx,
  { id, passageCount }: EditionFacts,
  typed: string,
): Promise<{ ordinal: number } | PlaceRefusal> {
  const key = parseReference(typed)
  if (isRefusal(key)) return key
  if (key.by === 'ordinal') return key.ordinal <= passageCount ? key : { refused: 'no-such-passage' }
  const [found] = await tx.$queryRaw<{ ordinal: number }[]>(Prisma.sql`SELECT ordinal FROM "Passage"
    WHERE "editionId" = ${id}::uuid AND ${namedBy(key)} LIMIT 1`)
  return found ?? { refused: 'no-such-passage' }
}

/** The condition, and the order, of the passages of an edition that a key may mean: the one that is meant first. */
export function namedBy(key: Exclude<ReferenceKey, { by: 'ordinal' }>): Prisma.Sql {
  if (key.by === 'reference') {
    const { reference, otherwise = reference } = key
    return Prisma.sql`reference IN (${reference}, ${otherwise}) ORDER BY (reference = ${reference}) DESC, ordinal`
  }
  const alone = referenceOf('', key.paragraph)
  return Prisma.sql`(reference = ${alone} OR reference LIKE ${`% ${alone}`}) ORDER BY (reference = ${alone}) DESC, ordinal`
}

/** Most places that a search shows. */
export const mostFound = 50

/** Passages of an edition in which `words` stand as they were typed, whatever their case; one statement. */
export async function findWords(
  tx: Tx,
  { id }: EditionFacts,
  words: string,
): Promise<{ found: FoundPassage[]; isMore: boolean }> {
  const pattern = `%${words.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.$queryRaw<{ ordinal: number; reference: string; text: string }[]>`
    SELECT ordinal, reference, text FROM "Passage"
    WHERE "editionId" = ${id}::uuid AND NOT dropped AND text ILIKE ${pattern} ORDER BY ordinal LIMIT ${mostFound + 1}`
  const found = rows.slice(0, mostFound).map(({ text, ...passage }) => ({ ...passage, ...excerptOf(text, words) }))
  return { found, isMore: rows.length > mostFound }
}

/** Characters around a find, in UTF-16 units. */
const around = 90

function excerptOf(text: string, words: string): Pick<FoundPassage, 'before' | 'match' | 'after'> {
  const found = Math.max(0, text.toLocaleLowerCase().indexOf(words.normalize('NFC').toLocaleLowerCase()))
  const at = boundaryBefore(text, found)
  const end = boundaryAfter(text, Math.min(found + words.length, text.length))
  const before = graphemeEnd(text.slice(0, at), around)
  const after = beginningOf(text.slice(end), around)
  return {
    before: at <= around ? before : `… ${before.slice(before.indexOf(' ') + 1)}`,
    match: text.slice(at, end),
    after: end + around >= text.length ? after : `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))} …`,
  }
}
