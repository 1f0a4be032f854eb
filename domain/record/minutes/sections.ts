import type { ItemRef, RecordLine } from '../entry.ts'
import type { RecordedConclusion } from './conclusions.ts'
import { linesOfKinds } from './lines.ts'
import { type Span, spansIn } from './span.ts'

/** One item of the agenda, with all that came of it. */
export interface MinutesSection {
  readonly item: ItemRef
  /** The kind of the item; null: it was never on a recorded agenda. */
  readonly kind: string | null
  /** The times during which it was talked about. */
  readonly spans: readonly Span[]
  /** The rapporteur's notes, as last written; null: none. */
  readonly notes: string | null
  readonly conclusions: readonly RecordedConclusion[]
}

/** The items of the last recorded agenda in its order, then those that left it after something was said about them. */
export function sectionsIn(
  body: readonly RecordLine[],
  conclusions: readonly RecordedConclusion[],
): readonly MinutesSection[] {
  const agenda = linesOfKinds(body, 'opened', 'agenda-changed').at(-1)?.entry.agenda ?? []
  const kinds = new Map(agenda.map((line) => [line.id, line.kind]))
  const spoken = linesOfKinds(body, 'item-started', 'note-written').map(({ entry }) => entry.item)
  const items = new Map<string, ItemRef>()
  for (const { id, title } of [...agenda, ...spoken]) if (!items.has(id)) items.set(id, { id, title })
  const notes = new Map(linesOfKinds(body, 'note-written').map(({ entry }) => [entry.item.id, entry.text]))
  const marks = Map.groupBy(linesOfKinds(body, 'item-started', 'item-closed'), ({ entry }) => entry.item.id)
  const under = Map.groupBy(conclusions, ({ itemId }) => itemId)
  return [...items.values()].map((item) => ({
    item,
    kind: kinds.get(item.id) ?? null,
    spans: spansIn((marks.get(item.id) ?? []).map(({ entry, at }) => ({ begins: entry.kind === 'item-started', at }))),
    notes: notes.get(item.id) || null,
    conclusions: (under.get(item.id) ?? []).filter((view) => view.kind !== 'record'),
  }))
}
