import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { readCitedPassages, type WholePassage } from '#store/citation/passages.ts'
import type { ListedConclusion } from '../../views/found.ts'
import { type DetailRow, detailsOf, linesOfRows } from './lines.ts'

/** Who does what by when, as a file tells it. */
export interface ToldCommitment {
  readonly what: string
  readonly party: string | null
  readonly person: string | null
  /** `YYYY-MM-DD`; null: none is set. */
  readonly dueOn: string | null
}

/** A conclusion with all that it says, and the passages on which it rests, whole. */
export interface WholeConclusion extends ListedConclusion {
  /** Null: it has none, as a divergence, or it is read on its own page, as shared minutes are. */
  readonly wording: string | null
  /** The SHA-256 of what was adopted; null: nothing was. */
  readonly contentHash: string | null
  readonly commitments: readonly ToldCommitment[]
  /** Of a divergence what each side says; null: not written yet. */
  readonly sides: readonly { readonly side: string; readonly words: string | null }[]
  /** The words of all passages that it cites, each once. */
  readonly passages: readonly WholePassage[]
}

interface SaidRow {
  id: string
  wording: string | null
  contentHash: string | null
  commitments: ToldCommitment[]
  sides: { side: string; words: string | null }[]
}

/** These conclusions whole, in this order, as far as the viewer may know of them now. At most six statements. */
export async function findWhole(
  tx: Tx,
  scope: GroupScope,
  ids: readonly string[],
  now: Date,
): Promise<readonly WholeConclusion[]> {
  const among = Prisma.sql`(SELECT u.id, u.place FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS u(id, place))`
  const rows = await tx.$queryRaw<DetailRow[]>(Prisma.sql`${detailsOf(among)} ORDER BY p.place`)
  const parties = await tx.party.findMany({ where: { groupId: scope.groupId }, select: { id: true, name: true } })
  const lines = await linesOfRows(tx, scope, rows, { now, parties })
  const said = new Map((await findSaid(tx, ids)).map((one) => [one.id, one]))
  const words = await readCitedPassages(
    tx,
    lines.flatMap(({ citations }) => citations),
  )
  return lines.map((line) => {
    const { wording = null, contentHash = null, commitments = [], sides = [] } = said.get(line.id) ?? {}
    return { ...line, wording, contentHash, commitments, sides, passages: citedBy(line, words) }
  })
}

function citedBy({ citations }: ListedConclusion, words: readonly WholePassage[]): readonly WholePassage[] {
  return words.filter(({ editionId, ordinal }) =>
    citations.some((one) => one.editionId === editionId && one.first <= ordinal && ordinal <= one.last),
  )
}

function findSaid(tx: Tx, ids: readonly string[]): Promise<SaidRow[]> {
  return tx.$queryRaw<SaidRow[]>(Prisma.sql`SELECT c.id, v.wording, c."contentHash",
      COALESCE((SELECT json_agg(json_build_object('what', k.what, 'party', y.name, 'person', h.name, 'dueOn', k."dueOn"::text)
        ORDER BY k.place) FROM "Commitment" k LEFT JOIN "Party" y ON y.id = k."partyId" LEFT JOIN "Person" h ON h.id = k."personId"
        WHERE k."versionId" = v.id), '[]') AS commitments,
      COALESCE((SELECT json_agg(json_build_object('side', COALESCE(y.name, h.name), 'words', s.words) ORDER BY s.id)
        FROM "DivergenceSide" s LEFT JOIN "Party" y ON y.id = s."partyId" LEFT JOIN "Person" h ON h.id = s."personId"
        WHERE s."conclusionId" = c.id), '[]') AS sides
    FROM "Conclusion" c LEFT JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    WHERE c.id = ANY(${[...ids]}::uuid[])`)
}
