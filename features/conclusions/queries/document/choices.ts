import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { languageHere } from '#lib/words/context.ts'
import { sayIn } from '#lib/words/say.ts'
import type { ConclusionsChosen } from '../../schema.ts'

/** What a list was narrowed to, in words, as a file tells it; names as the viewer knows them. One statement, or none. */
export async function findChoicesInWords(tx: Tx, chosen: ConclusionsChosen): Promise<readonly string[]> {
  const { text, from, to, party, kind, state, meeting, words } = chosen
  const [named] = await tx.$queryRaw<
    [{ text: string | null; party: string | null; meeting: string | null; first: string | null; last: string | null }]
  >(
    Prisma.sql`SELECT t.title AS text, t.first, t.last,
      (SELECT y.name FROM "Party" y WHERE y.id = ${party ?? null}::uuid) AS party,
      (SELECT m.title FROM "Meeting" m WHERE m.id = ${meeting ?? null}::uuid) AS meeting
      FROM (SELECT 1) one LEFT JOIN (${namedText(text, from, to)}) t ON true`,
  )
  const say = (key: string, values: Readonly<Record<string, string>>) =>
    sayIn(languageHere(), 'conclusions', `found.chosen.${key}`, values, 'document')
  const told = (code: string) => sayIn(languageHere(), 'conclusions', code, {}, 'document')
  const { first, last } = named
  return [
    ...(named.text === null ? [] : [say('text', { text: named.text })]),
    ...(first === null
      ? []
      : [say('passage', { passage: last === null || last === first ? first : `${first} – ${last}` })]),
    ...(named.party === null ? [] : [say('party', { party: named.party })]),
    ...(kind === undefined ? [] : [say('kind', { kind: told(kind === 'all' ? 'found.kindAll' : `kind.${kind}`) })]),
    ...(state === undefined
      ? []
      : [say('state', { state: told(state === 'put' ? 'state.undecided' : `state.${state}`) })]),
    ...(named.meeting === null ? [] : [say('meeting', { meeting: named.meeting })]),
    ...(words === undefined ? [] : [say('words', { words })]),
  ]
}

function namedText(textId: string | undefined, from: number | undefined, to: number | undefined): Prisma.Sql {
  const reference = (ordinal: number | undefined) => Prisma.sql`(SELECT p.reference FROM "Passage" p
    WHERE p."editionId" = e.id AND p.ordinal = ${ordinal ?? null}::int)`
  return Prisma.sql`SELECT x.title, ${reference(from)} AS first, ${reference(to ?? from)} AS last
    FROM "Text" x JOIN "Edition" e ON e."textId" = x.id AND e.state = 'published'
    JOIN visibility.readable_edition() r ON r."editionId" = e.id
    WHERE x.id = ${textId ?? null}::uuid ORDER BY e.number DESC LIMIT 1`
}
