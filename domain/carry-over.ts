/**
 * Nothing vanishes silently (rule 16): closing a meeting asks, for every open item, inquiry and commitment, whether it is
 * carried to another meeting, settled, or dropped with a reason.
 */
import type { Refusal } from './refusal.ts'
import { hasVisible } from './written/characters.ts'

/** Something that is not finished when a meeting closes. */
export interface OpenThing {
  readonly kind: 'item' | 'inquiry' | 'commitment'
  readonly id: string
}

/** It goes on in another meeting; its references travel along, its contents only to those entitled to them. */
export interface Carried {
  readonly outcome: 'carry'
  readonly toMeetingId: string
}

/**
 * What becomes of one open thing. A commitment is done or dropped by the party that answers for it, never by whoever closes
 * a meeting: it is carried to a meeting for report, or simply stays open and followed.
 */
export type Disposition =
  | ({ readonly kind: 'item' | 'inquiry'; readonly id: string } & (
      | Carried
      | { readonly outcome: 'settled' }
      | { readonly outcome: 'dropped'; readonly reason: string }
    ))
  | ({ readonly kind: 'commitment'; readonly id: string } & (Carried | { readonly outcome: 'stays-open' }))

/** What closing offers for an open thing before anybody chooses. */
export type OfferedOutcome = Exclude<Disposition['outcome'], 'dropped'>

/**
 * Rule 16: what the meeting did not finish goes on in a next one; what it finished, or agreed on with nothing left to agree, is settled. A
 * commitment stays with the party that answers for it.
 */
export function offeredOutcome({ kind }: OpenThing, finished: boolean): OfferedOutcome {
  if (kind === 'commitment') return 'stays-open'
  return finished ? 'settled' : 'carry'
}

/** Open things without a disposition. */
export interface OpenThingsLeft extends Refusal<'open-things-left'> {
  readonly open: readonly OpenThing[]
}

/** A disposition of something that is not open here, of the same thing twice, or into a meeting that cannot take it. */
export interface DispositionMismatch extends Refusal<'not-open-here' | 'disposed-twice' | 'cannot-carry-there'> {
  readonly thing: OpenThing
}

/** Whoever drops an open thing says why (rule 16). */
export interface DropReasonMissing extends Refusal<'text-missing'> {
  readonly field: 'reason'
  readonly thing: OpenThing
}

export type CarryOverRefusal = OpenThingsLeft | DispositionMismatch | DropReasonMissing

/**
 * Checks that every open thing has exactly one disposition. Null: all is well.
 *
 * @param carriers the meetings to which things can be carried: not yet closed, and known to the one who closes.
 */
export function dispositionsRefusal(
  open: readonly OpenThing[],
  dispositions: readonly Disposition[],
  carriers: readonly string[],
): CarryOverRefusal | null {
  const known = new Set(open.map(keyOf))
  const disposed = new Set<string>()
  for (const disposition of dispositions) {
    const thing: OpenThing = { kind: disposition.kind, id: disposition.id }
    if (!known.has(keyOf(thing))) return { refused: 'not-open-here', thing }
    if (disposed.has(keyOf(thing))) return { refused: 'disposed-twice', thing }
    const flaw = flawIn(disposition, thing, carriers)
    if (flaw !== null) return flaw
    disposed.add(keyOf(thing))
  }
  const left = open.filter((thing) => !disposed.has(keyOf(thing)))
  return left.length > 0 ? { refused: 'open-things-left', open: left } : null
}

function flawIn(disposition: Disposition, thing: OpenThing, carriers: readonly string[]): CarryOverRefusal | null {
  switch (disposition.outcome) {
    case 'carry':
      return carriers.includes(disposition.toMeetingId) ? null : { refused: 'cannot-carry-there', thing }
    case 'dropped':
      return !hasVisible(disposition.reason) ? { refused: 'text-missing', field: 'reason', thing } : null
    case 'settled':
    case 'stays-open':
      return null
    default:
      return disposition satisfies never
  }
}

function keyOf({ kind, id }: OpenThing): string {
  return `${kind}:${id}`
}
