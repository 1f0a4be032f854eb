import { hasVoice, type Office, type PartyRole } from '../access.ts'

/** A person's place in one meeting. In one meeting a person sits for one party (rule 13). */
export interface Seat {
  readonly partyId: string
  readonly role: PartyRole
  /** A delegate whom the party authorised to speak for it in this meeting; without meaning for the other roles. */
  readonly authorised: boolean
}

/** Whoever acts, as the meeting knows them at this moment. */
export interface Actor {
  readonly personId: string
  /** How the person had signed in, e.g. `mail-link`. A stance shows it (rule 13). */
  readonly signInMethod: string
  /** Null: sits for no party. */
  readonly seat: Seat | null
  /** Offices in force: those of a bilateral's facilitator and rapporteur only once both sides accepted (rule 14). */
  readonly offices: readonly Office[]
}

/** Who decides on a put version: a party, or in a study session one of its named participants (rule 6). */
export type Decider =
  | { readonly kind: 'party'; readonly partyId: string }
  | { readonly kind: 'person'; readonly personId: string }

/** The identity of a decider as one string: equal for equal deciders, and an order that never varies. */
export function deciderKey(decider: Decider): string {
  return decider.kind === 'party' ? `party:${decider.partyId}` : `person:${decider.personId}`
}

export function sameDecider(one: Decider, other: Decider): boolean {
  return deciderKey(one) === deciderKey(other)
}

/** Observers draft nothing, put nothing and decide nothing, whatever office they were given. */
export function isObserver(actor: Actor): boolean {
  return actor.seat?.role === 'observer'
}

/**
 * Whether the actor sits for this party and speaks for it (rule 13); also after it left, for its word on what was fixed before is
 * still its own (rule 8).
 */
export function speaksFor({ seat }: Actor, partyId: string): boolean {
  return seat?.partyId === partyId && hasVoice(seat)
}

/** The one among these deciders for whom the actor speaks: their party, or in a study session themselves. */
export function voiceOf(actor: Actor, deciders: readonly Decider[]): Decider | null {
  const speaksAs = (decider: Decider) =>
    decider.kind === 'party'
      ? speaksFor(actor, decider.partyId)
      : decider.personId === actor.personId && !isObserver(actor)
  return deciders.find(speaksAs) ?? null
}
