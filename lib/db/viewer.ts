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
  readonly [proven]: true
}

/** Makes the viewer of a session that was just looked up and found valid. Called in `lib/auth` and in the tests' set-up alone. */
export function provenViewer(session: Omit<Viewer, typeof proven>): Viewer {
  return { personId: session.personId, sessionId: session.sessionId, method: session.method } as Viewer
}
