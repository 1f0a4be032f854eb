import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import type { Language } from '#messages/languages.ts'
import type { GroupScope } from '#store/access/group.ts'
import { readCitations } from '#store/citation/read.ts'
import { conclusionOf } from '#store/conclusion/rows.ts'
import { currentRows } from '#store/conclusion/select.ts'
import { readNames } from '#store/record/names.ts'
import { readSharedMinutes, sharedWording } from '#store/record/shared-minutes.ts'
import type { SharedConclusionView } from '../views/conclusion.ts'
import { commitmentsOf } from './parts.ts'

/** A conclusion that its parties share with the group; of minutes the wording is what they tell the group; four statements. Null: it is not shared, or not here. */
export async function findSharedConclusion(
  tx: Tx,
  scope: GroupScope,
  conclusionId: string,
  { zone, language, now }: { readonly zone: string; readonly language: Language; readonly now: Date },
): Promise<SharedConclusionView | null> {
  const meeting = await readSharedMeeting(tx, conclusionId)
  const rows = await tx.conclusion.findFirst({
    where: { id: conclusionId, groupId: scope.groupId, sharedWith: 'group' },
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  const conclusion = rows && conclusionOf(rowOf(conclusionId, rows))
  if (conclusion?.state !== 'adopted' && conclusion?.state !== 'superseded') return null
  const { deciders } = conclusion.current.putting
  const { commitments, chainHead } = conclusion.current
  // The minutes that the parties agreed on say who stood where; the group reads what was agreed.
  const wording =
    chainHead === null
      ? conclusion.current.wording
      : sharedWording(await readSharedMinutes(tx, scope, { meetingId: rows?.meetingId ?? '', now }), chainHead, {
          zone: meeting?.timeZone ?? zone,
          language: language,
        })
  const parties = commitments.flatMap(({ partyId }) => partyId ?? [])
  const people = commitments.flatMap(({ personId }) => personId ?? [])
  // Between whom it was agreed: of a study session its party, and not which of its people decided.
  const between = deciders.every(({ kind }) => kind === 'party')
    ? deciders.flatMap((one) => (one.kind === 'party' ? one.partyId : []))
    : (meeting?.partyIds ?? [])
  const names = await readNames(tx, people, [...parties, ...between])
  const versionId = rows?.versions[0]?.id ?? ''
  return {
    id: conclusion.id,
    groupId: scope.groupId,
    kind: conclusion.kind,
    title: conclusion.title,
    state: conclusion.state,
    wording,
    citations: (await readCitations(tx, scope, [versionId])).get(versionId) ?? [],
    commitments: rows === null ? [] : commitmentsOf(conclusion, rows, names, null, now),
    deciders: between.map((partyId) => names.side({ kind: 'party', partyId })),
    adoptedAt: conclusion.adoptedAt.toISOString(),
    contentHash: conclusion.contentHash,
    zone,
  }
}

/**
 * What is told of the meeting from which something shared came: whoever reads it may not know of the meeting. Of minutes it opens what
 * they tell the group.
 */
async function readSharedMeeting(tx: Tx, conclusionId: string) {
  const [row] = await tx.$queryRaw<
    { timeZone: string; partyIds: string[] }[]
  >(Prisma.sql`SELECT h."timeZone", h."partyIds",
      CASE WHEN c.kind = 'record' THEN visibility.open_shared_minutes(c."meetingId") END AS opened
    FROM "Conclusion" c JOIN visibility.shared_meeting h ON h."meetingId" = c."meetingId" WHERE c.id = ${conclusionId}::uuid`)
  return row
}
