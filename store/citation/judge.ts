import { isReadByAll, seesText } from '#domain/access.ts'
import { isRefusal, type NotFound, notFound, type Refusal } from '#domain/refusal.ts'
import { type Citation, type CitationRefusal, normaliseCitations, refuseCitation } from '#domain/text/citation.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** A text that is cited is not for all who must be able to read it; `text`: its title. */
interface TextHidden extends Refusal<'text-not-for-all'> {
  readonly text: string
}

/** What is refused of citations: passages or words that are not there, or not for everybody. */
export type CitingRefusal =
  | CitationRefusal
  | Extract<ReturnType<typeof normaliseCitations>, Refusal>
  | TextHidden
  | NotFound

/**
 * Citations as somebody sent them: in their one form (domain/text/citation.ts), of published editions that the viewer may
 * read, each pointing at what is there. At most two statements. Refusals: those of the domain; `not-found` for an edition
 * that does not exist here, is not published, or is not for this viewer; `text-not-for-all`, with its title.
 *
 * @param readers parties that must all be able to read what is cited.
 */
export async function judgeCitations(
  tx: Tx,
  scope: GroupScope,
  sent: readonly Citation[],
  readers: readonly string[] = [],
): Promise<readonly Citation[] | CitingRefusal> {
  if (sent.length === 0) return []
  const citations = normaliseCitations(sent)
  if (isRefusal(citations)) return citations
  const editions = await readableEditions(tx, scope, new Set(citations.map(({ editionId }) => editionId)))
  const quoted = await quotedTexts(tx, citations)
  for (const citation of citations) {
    const edition = editions.get(citation.editionId)
    if (edition === undefined) return notFound
    const hidden: TextHidden = { refused: 'text-not-for-all', text: edition.title }
    if (!isReadByAll(readers, edition.limitedTo)) return hidden
    const text = quoted.get(placeOf(citation.editionId, citation.first))
    const refusal = refuseCitation(citation, { ...edition, ...(text === undefined ? {} : { quotedText: text }) })
    if (refusal !== null) return refusal
  }
  return citations
}

/** The rows of what a thing cites, in this order. `citingId`: the thing's own id, whatever it is. */
export function citationRows(
  { groupId }: { readonly groupId: string },
  citingId: string,
  citations: readonly Citation[],
): readonly Prisma.CitationCreateManyInput[] {
  return citations.map((citation, place) => ({ groupId, citingId, place, ...columnsOf(citation) }))
}

function columnsOf({ editionId, first, last, quote }: Citation) {
  const range = { editionId, firstOrdinal: first, lastOrdinal: last }
  if (quote === undefined) return range
  const { exact, prefix, suffix, start, end } = quote
  return { ...range, quoteExact: exact, quotePrefix: prefix, quoteSuffix: suffix, quoteStart: start, quoteEnd: end }
}

async function readableEditions(tx: Tx, { groupId, standing }: GroupScope, ids: ReadonlySet<string>) {
  const editions = await tx.edition.findMany({
    where: { id: { in: [...ids] }, groupId, state: 'published' },
    relationLoadStrategy: 'join',
    select: { id: true, passageCount: true, text: { select: { title: true, limits: { select: { partyId: true } } } } },
  })
  const limited = editions.map(({ text: { title, limits }, ...edition }) => ({
    ...edition,
    title,
    limitedTo: limits.map(({ partyId }) => partyId),
  }))
  const readable = limited.filter(({ limitedTo }) => seesText(standing, limitedTo))
  return new Map(readable.map((edition) => [edition.id, edition]))
}

async function quotedTexts(tx: Tx, citations: readonly Citation[]): Promise<ReadonlyMap<string, string>> {
  const places = citations.flatMap(({ editionId, first, quote }) =>
    quote === undefined ? [] : [{ editionId, ordinal: first }],
  )
  if (places.length === 0) return new Map()
  const passages = await tx.passage.findMany({
    where: { OR: places },
    select: { editionId: true, ordinal: true, text: true },
  })
  return new Map(passages.map(({ editionId, ordinal, text }) => [placeOf(editionId, ordinal ?? 0), text]))
}

function placeOf(editionId: string, ordinal: number): string {
  return `${editionId} ${ordinal}`
}
