/**
 * Order keys of a draft's passages: one finite number each, ascending in reading order, stored as double precision.
 *
 * The import gives 1, 2, 3 … A split puts the new passage a thousandth after the old one, or halfway to the next one
 * where that is nearer. So a passage can be split again and again, from either end, without touching its neighbours:
 * a thousand times at the tail, and then some thirty times more by halving (a double has 53 bits; five million
 * passages need 23). Where no number is left between two neighbours, `positionBetween` says so, and the caller spreads
 * the whole draft anew by `initialPosition`, in one statement.
 */

const step = 1 / 1024

/** Order key of the passage at `index` (0 upwards) of a fresh import, or of a draft that is spread anew. */
export function initialPosition(index: number): number {
  return index + 1
}

/** An order key after `before` and ahead of `after` (null: nothing follows); null: there is no number left between. */
export function positionBetween(before: number, after: number | null): number | null {
  const position = after === null ? before + step : Math.min(before + step, before + (after - before) / 2)
  return position > before && (after === null || position < after) ? position : null
}
