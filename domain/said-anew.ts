/** Fields of one thing that are said anew together: whoever says them has seen those that stand, so that no other change is lost. */
import type { Refusal } from './refusal.ts'

/** What a field may hold: a text, a number, or nothing. */
export type SaidValue = string | number | null

/** Fields of one thing, each by its name. */
type SaidFields<Fields> = { readonly [Name in keyof Fields]: SaidValue }

/** What somebody makes of the fields of one thing, and what stood in them when they looked. */
export interface Said<Fields> {
  readonly to: Fields
  readonly seen: Fields
}

/** Somebody else changed fields since they were seen, which were said otherwise now; `now`: what stands in those, and in no others. */
export interface ChangedMeanwhile extends Refusal<'changed-meanwhile'> {
  readonly now: Readonly<Record<string, SaidValue>>
}

/**
 * What stands in the fields once they are said anew. A field that is said as it was seen was not touched: what somebody else made of it
 * meanwhile stays. Refusal: `changed-meanwhile` where two people changed the same field, each to something else.
 */
export function saidAnew<Fields extends SaidFields<Fields>>(
  stands: Fields,
  { to, seen }: Said<Fields>,
): Fields | ChangedMeanwhile {
  const made = { ...stands }
  const now: Record<string, SaidValue> = {}
  for (const name in to) {
    if (to[name] === seen[name] || to[name] === stands[name]) continue
    if (stands[name] === seen[name]) made[name] = to[name]
    else now[name] = stands[name]
  }
  return Object.keys(now).length === 0 ? made : { refused: 'changed-meanwhile', now }
}
