/** What a process that acts says, line by line. */

export interface RacePerson {
  readonly id: string
  readonly email: string
}

export interface RaceGroup {
  readonly groupId: string
  readonly organizer: RacePerson
  readonly parties: readonly { readonly partyId: string; readonly head: RacePerson }[]
}

export type Said =
  | { readonly kind: 'group'; readonly group: RaceGroup }
  | { readonly kind: 'began' }
  /** It is about to, and whether it was done nobody knows before it says so. */
  | { readonly kind: 'inviting'; readonly email: string }
  | { readonly kind: 'invited'; readonly email: string }
  | { readonly kind: 'ending' | 'ended'; readonly groupId: string }
  | { readonly kind: 'drained'; readonly parked: number }
  | { readonly kind: 'invitation'; readonly email: string; readonly tokenHash: string }
