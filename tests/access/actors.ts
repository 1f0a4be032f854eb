/** Who tries to come in (SECURITY.md, promise 1). The words are those of the expectations. */
export const ACTORS = [
  'anonymous',
  /** Rapporteur of a study session; of no party. */
  'member-without-party',
  /** Head of a party that is not in the bilateral. */
  'third-party',
  /** Head of a party that is in no meeting any more: it left a multilateral that goes on. */
  'left-party',
  /** Head of the other party of the bilateral. */
  'other-party',
  'observer',
  'delegate',
  'head',
  /** A new head of the same party whom an organizer installed after everything was written (rule 14). */
  'installed-head',
  /** Of the bilateral, accepted by both sides; chair of the multilateral that is held. */
  'facilitator',
  /** Named rapporteur of the bilateral, and accepted by one side alone; of no party. */
  'pending-officer',
  'organizer',
  'instance-admin',
  /** Once a delegate of the same party. */
  'removed-member',
  /** The head, in a session that has run out: what is left of an expired link. */
  'expired-session',
] as const

export type Actor = (typeof ACTORS)[number]

/** Those to whom the bilateral is open: its two parties and its accepted facilitator (rule 17). */
export const IN_BILATERAL: readonly Actor[] = ['other-party', 'observer', 'delegate', 'head', 'facilitator']

/** Those who know that the bilateral is held, and no more. */
export const KNOW_BILATERAL: readonly Actor[] = ['organizer', 'installed-head', 'pending-officer']

/** Those of the two parties who speak for them (rule 13). */
export const SPEAK_IN_BILATERAL: readonly Actor[] = ['other-party', 'head']

/** Those of the party whose private things the world holds, who may see what was written before the new head came. */
export const IN_PARTY: readonly Actor[] = ['observer', 'delegate', 'head']

/** Its heads. */
export const HEADS: readonly Actor[] = ['head', 'installed-head']

/** Those who belong to the group in any way. */
export const IN_GROUP: readonly Actor[] = [
  ...IN_BILATERAL,
  ...KNOW_BILATERAL,
  'member-without-party',
  'third-party',
  'left-party',
]

/** Those whose requests come from somebody signed in. */
export const SIGNED_IN: readonly Actor[] = ACTORS.filter(
  (actor) => actor !== 'anonymous' && actor !== 'expired-session',
)

/** The others of a set. */
export function without(actors: readonly Actor[], ...left: readonly Actor[]): readonly Actor[] {
  return actors.filter((actor) => !left.includes(actor))
}
