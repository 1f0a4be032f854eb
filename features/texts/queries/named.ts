import { otherDigits } from '#domain/text/digits.ts'
import { excerptOf } from '#domain/text/grapheme.ts'
import { meantAmong, type NamedPlaces, namedPlaces, ownNumberPattern } from '#domain/text/named-places.ts'
import { referenceOf } from '#domain/text/reference.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { EditionFacts } from '#store/access/text.ts'
import type { NamedPassage } from '../views.ts'

/** Most passages that a name is offered for. */
const mostNamed = 20

/** How much of a passage stands beside its name, in UTF-16 units. */
const firstWords = 120

/** The passages of an edition that somebody may mean by what they typed; one statement, or none where it names nothing. */
export async function findNamed(tx: Tx, { id }: EditionFacts, typed: string): Promise<NamedPassage[]> {
  const places = namedPlaces(typed)
  if (places === null) return []
  const rows = await tx.$queryRaw<(Omit<NamedPassage, 'beginning'> & { readonly text: string })[]>(Prisma.sql`
    WITH named AS (
      SELECT ordinal, reference, left(text, ${firstWords + 64}) AS text, CASE ${naming(places)} END AS by
      FROM "Passage" WHERE "editionId" = ${id}::uuid AND ordinal IS NOT NULL)
    SELECT * FROM named WHERE by IS NOT NULL
    ORDER BY array_position(ARRAY['own', 'reference', 'paragraph', 'ordinal'], by), ordinal LIMIT ${mostNamed}`)
  return meantAmong(rows, places).map(({ text, ...passage }) => ({
    ...passage,
    beginning: excerptOf(text, firstWords),
  }))
}

/** By which of the names "Passage" is meant: the cases of one expression. */
function naming({ references, paragraph, ordinal, own }: NamedPlaces): Prisma.Sql {
  const alone = paragraph === null ? null : referenceOf('', paragraph)
  const { written, plain } = otherDigits()
  const cases = [
    own &&
      Prisma.sql`WHEN translate(lower(replace(COALESCE(label, '') || left(text, 64), ' ', '')), ${written}, ${plain})
        ~ ${ownNumberPattern(own)} THEN 'own'`,
    Prisma.sql`WHEN reference = ANY(${[...references]}::text[]) THEN 'reference'`,
    alone && Prisma.sql`WHEN reference = ${alone} OR reference LIKE ${`% ${alone}`} THEN 'paragraph'`,
    ordinal && Prisma.sql`WHEN ordinal = ${ordinal} THEN 'ordinal'`,
  ]
  return Prisma.join(
    cases.filter((one): one is Prisma.Sql => one instanceof Prisma.Sql),
    ' ',
  )
}
