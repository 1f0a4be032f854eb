import type { AgendaItemView, AgendaView } from '../views/agenda.ts'

/** What became of one item, or of the order, between two versions of an agenda. */
export type AgendaChange =
  | { readonly change: 'added' | 'removed'; readonly title: string }
  | { readonly change: 'changed'; readonly title: string; readonly fields: readonly ItemField[] }
  | { readonly change: 'moved' }

export type ItemField = 'title' | 'kind' | 'aim' | 'minutes' | 'lead' | 'citations'

const fields = ['title', 'kind', 'aim', 'minutes', 'lead', 'citations'] as const satisfies readonly ItemField[]

/** What somebody else changed in an agenda meanwhile: for whoever still has the older one before them. */
export function agendaChanges(
  before: Pick<AgendaView, 'items'>,
  after: Pick<AgendaView, 'items'>,
): readonly AgendaChange[] {
  const was = new Map(before.items.map((item) => [item.id, item]))
  const is = new Map(after.items.map((item) => [item.id, item]))
  const added = after.items.filter(({ id }) => !was.has(id))
  const removed = before.items.filter(({ id }) => !is.has(id))
  const changed = after.items.flatMap((item): AgendaChange[] => {
    const earlier = was.get(item.id)
    const differing = earlier === undefined ? [] : fields.filter((field) => !same(earlier, item, field))
    return differing.length === 0 ? [] : [{ change: 'changed', title: item.title, fields: differing }]
  })
  const order = (agenda: Pick<AgendaView, 'items'>, kept: ReadonlyMap<string, unknown>) =>
    agenda.items.filter(({ id }) => kept.has(id)).map(({ id }) => id)
  const moved = order(before, is).join() !== order(after, was).join()
  return [
    ...added.map(({ title }) => ({ change: 'added', title }) as const),
    ...removed.map(({ title }) => ({ change: 'removed', title }) as const),
    ...changed,
    ...(moved ? [{ change: 'moved' } as const] : []),
  ]
}

/** The move that leads from one order to another: the item, and the one before which it now stands. Null: the same order. */
export function moveBetween(
  before: readonly string[],
  after: readonly string[],
): { readonly itemId: string; readonly before: string | null } | null {
  const without = (ids: readonly string[], itemId: string) => ids.filter((id) => id !== itemId).join()
  const itemId = after.find((id, at) => id !== before[at] && without(before, id) === without(after, id))
  return itemId === undefined ? null : { itemId, before: after[after.indexOf(itemId) + 1] ?? null }
}

function same(one: AgendaItemView, other: AgendaItemView, field: ItemField): boolean {
  if (field !== 'citations') return one[field] === other[field]
  const keys = (item: AgendaItemView) =>
    item.citations.map(
      ({ editionId, first, last, quote }) => `${editionId} ${first} ${last} ${quote?.start} ${quote?.end}`,
    )
  return keys(one).join() === keys(other).join()
}
