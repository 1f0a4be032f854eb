import type { FloorView } from '../views.ts'

/** How a running meeting stands, in a form that changes with whatever its page shows of it but what is typed there. */
export function standOf({ state, currentItemId, items, unplaced, parties, can }: FloorView): string {
  const lines = (conclusions: FloorView['unplaced']) =>
    conclusions.map(({ id, outcome, version, answered, asked, mayPut }) => [
      id,
      outcome,
      version,
      answered,
      asked,
      mayPut,
    ])
  return JSON.stringify([
    state,
    currentItemId,
    items.map(({ id, state: became, startedAt, endedAt, notesVersion, conclusions }) => [
      id,
      became,
      startedAt,
      endedAt,
      // Whoever writes them is told of others when they save.
      can.keepRecord ? null : notesVersion,
      lines(conclusions),
    ]),
    lines(unplaced),
    parties.map(({ people }) => people.map(({ id, here }) => [id, here])),
  ])
}
