/** Who reads or writes. */

declare const proven: unique symbol

/** How a person proved who they are, as stored with the session and shown beside every stance given in it. */
export const signInMethods = ['start-up-link', 'mail-link', 'invitation', 'demo'] as const

export type SignInMethod = (typeof signInMethods)[number]

/** A signed-in person. The brand makes an unproven id a type error: only `provenViewer` makes one. */
export interface Viewer {
  readonly personId: string
  readonly sessionId: string
  readonly method: SignInMethod
  /** The language that their account names, else that of the first of their groups that names one; null: neither does. */
  readonly language: string | null
  /** Whether they have said their name: until then they are asked for it, and belong to no group but a demo. */
  readonly isNamed: boolean
  readonly [proven]: true
}

/** Makes the viewer of a session that was just looked up and found valid. Called in `lib/auth` and in the tests' set-up alone. */
export function provenViewer({
  personId,
  sessionId,
  method,
  language = null,
  isNamed = true,
}: Pick<Viewer, 'personId' | 'sessionId' | 'method'> & Partial<Pick<Viewer, 'language' | 'isNamed'>>): Viewer {
  return { personId, sessionId, method, language, isNamed } as Viewer
}
