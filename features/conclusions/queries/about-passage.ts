import {
  type ConclusionKind,
  type ConclusionState,
  conclusionKinds,
  conclusionStates,
} from '#domain/conclusion/conclusion.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveEditionGroup } from '#store/access/text.ts'

/** One passage of one edition. */
export interface PassagePlace {
  readonly editionId: string
  /** 1 upwards. */
  readonly ordinal: number
}

/** A conclusion that rests on a passage, as the viewer may know of it. */
export interface ConclusionAbout {
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly kind: ConclusionKind
  readonly state: ConclusionState
  /** When it was adopted; of what is not adopted, when it was begun. */
  readonly at: string
  /** Null: it is shared with the viewer, its meeting is not. */
  readonly meeting: { readonly id: string; readonly title: string } | null
  /** The exact words it rests on, where it quotes some of this passage. */
  readonly quote: string | null
}

/** Most conclusions shown beside one passage; the newest. */
const most = 100

interface Row {
  id: string
  title: string
  kind: string
  state: string
  at: Date
  meetingId: string
  meetingTitle: string | null
  within: boolean
  quote: string | null
}

/**
 * Conclusions whose wording rests on this passage: by their current version alone, which once adopted is the adopted one;
 * a divergence rests on what its origin rested on. Two statements.
 */
export async function findConclusionsAbout(
  tx: Tx,
  viewer: Viewer,
  passage: PassagePlace,
): Promise<readonly ConclusionAbout[]> {
  const scope = await proveEditionGroup(tx, viewer, passage.editionId)
  if (scope === null) return []
  const rows = await tx.$queryRaw<Row[]>(citing(scope.groupId, passage))
  return rows.map(({ meetingId, meetingTitle, within, at, ...row }) => ({
    ...row,
    groupId: scope.groupId,
    kind: oneOf(conclusionKinds, row.kind),
    state: oneOf(conclusionStates, row.state),
    at: at.toISOString(),
    meeting: within ? { id: meetingId, title: meetingTitle ?? '' } : null,
  }))
}

function citing(groupId: string, { editionId, ordinal }: PassagePlace) {
  return Prisma.sql`SELECT c.id, c.title, c.kind, c.state, COALESCE(c."adoptedAt", c."createdAt") AS at,
      c."meetingId", m.title AS "meetingTitle", r.within, min(x."quoteExact") AS quote
    FROM "Citation" x
    JOIN "ConclusionVersion" v ON v.id = x."versionId"
    JOIN "Conclusion" o ON o.id = v."conclusionId" AND o."currentVersion" = v.number
    JOIN "Conclusion" c ON c.id = o.id OR (c."originId" = o.id AND c.kind = 'divergence')
    JOIN visibility.readable_conclusion() r ON r."conclusionId" = c.id
    JOIN visibility.readable_edition() e ON e."editionId" = x."editionId"
    LEFT JOIN "Meeting" m ON m.id = c."meetingId"
    WHERE x."editionId" = ${editionId}::uuid AND ${ordinal} BETWEEN x."firstOrdinal" AND x."lastOrdinal"
      AND c."groupId" = ${groupId}::uuid
    GROUP BY c.id, m.title, r.within
    ORDER BY at DESC, c.id DESC LIMIT ${most}`
}
