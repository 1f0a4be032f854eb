import { canonicalText } from '#domain/conclusion/canonical.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { languageHere } from '#lib/words/context.ts'
import type { GroupScope } from '#store/access/group.ts'
import { conclusionOf } from '#store/conclusion/rows.ts'
import { type ConclusionRows, currentRows } from '#store/conclusion/select.ts'
import { readSharedMinutes, sharedWording } from '#store/record/shared-minutes.ts'

/** Conclusions that their parties share with the group, with the text over which their hash is taken; two statements, and four for each agreed minutes. */
export async function findExportedConclusions(
  tx: Tx,
  scope: GroupScope,
  { after, take }: { readonly after: string | null; readonly take: number },
) {
  const listed = await tx.$queryRaw<
    Listed[]
  >(Prisma.sql`SELECT c.id, c.kind, c."meetingId", c."adoptedAt", h."timeZone",
      h."headSequence" AS sequence, h."headHash" AS hash
    FROM visibility.readable_conclusion() r JOIN "Conclusion" c ON c.id = r."conclusionId" AND r.shared
    JOIN visibility.shared_meeting h ON h."meetingId" = c."meetingId"
    WHERE r."groupId" = ${scope.groupId}::uuid AND (${after}::uuid IS NULL OR c.id > ${after}::uuid)
    ORDER BY c.id LIMIT ${take}`)
  const minutes = new Map<string, Awaited<ReturnType<typeof findMinutes>>>()
  for (const one of listed.filter(({ kind }) => kind === 'record'))
    minutes.set(one.id, await findMinutes(tx, scope, one))
  const found = new Map(
    (
      await findRows(
        tx,
        listed.filter(({ kind }) => kind !== 'record'),
      )
    ).map((rows) => [rows.id, rows]),
  )
  const conclusions = listed.flatMap(({ id, meetingId }) => {
    const rows = found.get(id) ?? minutes.get(id)?.rows
    const conclusion = rows && conclusionOf(rows)
    if (conclusion?.state !== 'adopted' && conclusion?.state !== 'superseded') return []
    const { kind, title, supersedesId, state, current, adoptedAt, contentHash } = conclusion
    const { deciders } = current.putting
    // It names who decided: of a study session the people, which is its party's own.
    const named = kind !== 'record' && deciders.every((one) => one.kind === 'party')
    const text = named ? canonicalText({ kind, title, supersedesId, content: current, deciders }) : null
    const wording = minutes.get(id)?.wording ?? current.wording
    return [{ id, meetingId, kind, title, state, wording, adoptedAt, contentHash, text }]
  })
  return { last: listed.length < take ? null : (listed.at(-1)?.id ?? null), conclusions }
}

interface Listed {
  id: string
  kind: string
  meetingId: string
  adoptedAt: Date
  timeZone: string
  /** Of agreed minutes: the entry up to which they are agreed. */
  sequence: number | null
  hash: string | null
}

function findRows(tx: Tx, listed: readonly Listed[]): Promise<ConclusionRows[]> {
  return tx.conclusion.findMany({
    where: { id: { in: listed.map(({ id }) => id) } },
    relationLoadStrategy: 'join',
    select: currentRows,
  })
}

/** Agreed minutes as the group reads them: who stood where is in their wording, and not for the group. */
async function findMinutes(tx: Tx, scope: GroupScope, listed: Listed) {
  const { meetingId, adoptedAt, timeZone, sequence, hash } = listed
  const minutes = await readSharedMinutes(tx, scope, { meetingId, now: adoptedAt })
  // Once these are opened their row can be read.
  const [rows] = await findRows(tx, [listed])
  const head = { sequence: sequence ?? 0, hash: hash ?? '' }
  return { rows, wording: sharedWording(minutes, head, { zone: timeZone, language: languageHere() }) }
}
