import { canonicalText } from '#domain/conclusion/canonical.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { languageHere } from '#lib/words/context.ts'
import type { GroupScope } from '#store/access/group.ts'
import { conclusionOf } from '#store/conclusion/rows.ts'
import { type ConclusionRows, currentRows } from '#store/conclusion/select.ts'
import { readSharedMinutes, sharedWording } from '#store/record/shared-minutes.ts'

/** Conclusions that their parties share with the group, with the text over which their hash is taken; one statement, and one for each agreed minutes. */
export async function findExportedConclusions(
  tx: Tx,
  scope: GroupScope,
  { after, take }: { readonly after: string | null; readonly take: number },
) {
  const found = await tx.conclusion.findMany({
    where: {
      groupId: scope.groupId,
      sharedWith: 'group',
      state: { in: ['adopted', 'superseded'] },
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take,
    relationLoadStrategy: 'join',
    select: { ...currentRows, meeting: { select: { timeZone: true } } },
  })
  const minutes = await findMinutes(tx, scope, found)
  const conclusions = found.flatMap((rows) => {
    const conclusion = conclusionOf(rows)
    if (conclusion.state !== 'adopted' && conclusion.state !== 'superseded') return []
    const { id, kind, title, supersedesId, state, current, adoptedAt, contentHash } = conclusion
    const { deciders } = current.putting
    // It names who decided: of a study session the people, which is its party's own.
    const named = kind !== 'record' && deciders.every((one) => one.kind === 'party')
    const text = named ? canonicalText({ kind, title, supersedesId, content: current, deciders }) : null
    return [
      {
        id,
        meetingId: rows.meetingId,
        kind,
        title,
        state,
        wording: minutes.get(id) ?? current.wording,
        adoptedAt,
        contentHash,
        text,
      },
    ]
  })
  return { last: found.length < take ? null : (found.at(-1)?.id ?? null), conclusions }
}

type Found = ConclusionRows & { readonly meeting: { readonly timeZone: string } }

/** Agreed minutes as the group reads them, by id: who stood where is in their wording, and not for the group. */
async function findMinutes(tx: Tx, scope: GroupScope, found: readonly Found[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { id, kind, meetingId, meeting, versions, adoptedAt } of found) {
    const [{ headSequence: sequence = null, headHash: hash = null } = {}] = versions
    if (kind !== 'record' || sequence === null || hash === null || adoptedAt === null) continue
    const minutes = await readSharedMinutes(tx, scope, { meetingId, now: adoptedAt })
    texts.set(id, sharedWording(minutes, { sequence, hash }, { zone: meeting.timeZone, language: languageHere() }))
  }
  return texts
}
