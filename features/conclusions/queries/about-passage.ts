import {
  type ConclusionKind,
  type ConclusionState,
  conclusionKinds,
  conclusionStates,
} from '#domain/conclusion/conclusion.ts'
import type { NotCarried } from '#domain/conclusion/standing.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveEditionGroup } from '#store/access/text.ts'
import { type AnswersRow, answersToPut, stateOrNotCarried } from '#store/conclusion/put-state.ts'

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
  /** Of what is put and answered by all, why the answers do not carry it. */
  readonly state: ConclusionState | NotCarried
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
  meetingTitle: string
  within: boolean
  quote: string | null
  answers: AnswersRow
}

/**
 * Conclusions whose wording rests on this passage: by their current version alone, which once adopted is the adopted one;
 * a divergence rests on what its origin rested on. Two statements.
 */
export async function findConclusionsAbout(
  tx: Tx,
  viewer: Viewer,
  passage: PassagePlace,
  now: Date,
): Promise<readonly ConclusionAbout[]> {
  const scope = await proveEditionGroup(tx, viewer, passage.editionId)
  if (scope === null) return []
  const rows = await tx.$queryRaw<Row[]>(citing(scope.groupId, passage))
  return rows.map(({ meetingId, meetingTitle, within, at, answers, ...row }) => ({
    ...row,
    groupId: scope.groupId,
    kind: oneOf(conclusionKinds, row.kind),
    state: stateOrNotCarried(oneOf(conclusionStates, row.state), answers, now),
    at: at.toISOString(),
    meeting: within ? { id: meetingId, title: meetingTitle } : null,
  }))
}

function citing(groupId: string, { editionId, ordinal }: PassagePlace) {
  return Prisma.sql`SELECT c.id, c.title, c.kind, c.state, COALESCE(c."adoptedAt", c."createdAt") AS at,
      c."meetingId", m.title AS "meetingTitle", r.within, min(x."quoteExact") AS quote,
      ${answersToPut} AS answers
    FROM "Citation" x
    JOIN "ConclusionVersion" v ON v.id = x."citingId"
    JOIN "Conclusion" o ON o.id = v."conclusionId" AND o."currentVersion" = v.number
    JOIN "Conclusion" c ON c.id = o.id OR (c."originId" = o.id AND c.kind = 'divergence')
    JOIN visibility.readable_conclusion() r ON r."conclusionId" = c.id
    JOIN visibility.readable_edition() e ON e."editionId" = x."editionId"
    JOIN "Meeting" m ON m.id = c."meetingId"
    WHERE x."editionId" = ${editionId}::uuid AND ${ordinal} BETWEEN x."firstOrdinal" AND x."lastOrdinal"
      AND c."groupId" = ${groupId}::uuid
    GROUP BY c.id, m.title, r.within, v.id
    ORDER BY at DESC, c.id DESC LIMIT ${most}`
}
