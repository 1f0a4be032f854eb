import { isRefusal, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { managesTexts } from '#domain/text/edition.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveText } from '#store/access/text.ts'
import type { About } from '../schema.ts'
import { clearAway } from './clear-away.ts'
import { holdDraft, raiseRevision } from './held-draft.ts'

const write = { write: true }

/** An organizer names a draft and sets the direction in which it is read. Refusals: those of `holdDraft`. */
export function describeDraft(
  viewer: Viewer,
  textId: string,
  { revision, title, direction }: About,
): Promise<{ revision: number } | Refusal> {
  const work = async (tx: Tx) => {
    const held = await holdDraft(tx, viewer, textId, revision)
    if (isRefusal(held)) return held
    await tx.text.update({ where: { id: textId }, data: { title } })
    return { revision: await raiseRevision(tx, held.draft, { direction }) }
  }
  return asViewer(viewer, work, write)
}

/**
 * An organizer limits a text to some parties, or opens it to the whole group (none named). Refusals: `not-found`,
 * `not-entitled`; `invalid-input` for a party of another group.
 */
export function limitText(viewer: Viewer, textId: string, partyIds: readonly string[]): Promise<Refusal | undefined> {
  const work = async (tx: Tx): Promise<Refusal | undefined> => {
    const scope = await proveText(tx, viewer, textId, { lock: true })
    if (scope === null) return notFound
    if (!managesTexts(scope.standing)) return notEntitled
    const { groupId } = scope
    const named = [...new Set(partyIds)]
    const known = await tx.party.count({ where: { groupId, id: { in: named } } })
    if (known !== named.length) return { refused: 'invalid-input', field: 'partyIds' } as Refusal
    await tx.textParty.deleteMany({ where: { textId } })
    await tx.textParty.createMany({ data: named.map((partyId) => ({ textId, partyId, groupId })) })
  }
  return asViewer(viewer, work, write)
}

/** An organizer throws a draft away, with its text when nothing of it is published. Refusals: those of `holdDraft`. */
export async function discardDraft(viewer: Viewer, textId: string, revision: number): Promise<Refusal | undefined> {
  const work = async (tx: Tx) => {
    const held = await holdDraft(tx, viewer, textId, revision)
    if (isRefusal(held)) return held
    // From here on nobody sees it; should this process end now, it is cleared away as a dead import.
    await tx.edition.update({ where: { id: held.draft.id }, data: { state: 'importing' } })
    return held.draft.id
  }
  const gone = await asViewer(viewer, work, write)
  if (isRefusal(gone)) return gone
  await clearAway(gone)
}
