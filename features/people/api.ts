import { publicRoute, route, WithHeaders } from '#lib/api/route.ts'
import { forgottenCookie } from '#lib/auth/session-cookie.ts'
import { endSessions } from '#lib/auth/sessions.ts'
import { askForSignInLink, lookAs, lookAsOneself, saveProfile } from './commands.ts'
import { loadAccount } from './loaders.ts'
import { perspective, profile, signInRequest } from './schema.ts'
import { account, lookingAs, profileSaved } from './views.ts'

export const peopleRoutes = [
  publicRoute(
    'POST /sign-in-links',
    { summary: 'Ask for a mail with a sign-in link', body: signInRequest },
    (_viewer, { body, request }) => askForSignInLink(body, request),
  ),
  route('GET /me', { summary: 'My account', answer: account }, (viewer) => loadAccount(viewer)),
  route(
    'PATCH /me',
    {
      summary: 'Change my name, time zone and language',
      losesNothing: 'one’s own profile, which nobody else writes',
      refusals: ['not-entitled', 'address-taken', 'address-reaches-nobody'],
      answer: profileSaved,
      body: profile,
    },
    (viewer, { body }) => saveProfile(viewer, body),
  ),
  route('DELETE /session', { summary: 'Sign out' }, async (viewer) => {
    await endSessions(viewer, 'this')
    return signedOut()
  }),
  route('DELETE /sessions', { summary: 'Sign out everywhere' }, async (viewer) => {
    await endSessions(viewer, 'all')
    return signedOut()
  }),
  route(
    'PUT /session/perspective',
    {
      summary: 'Look at a demo group as the head of one of its parties',
      losesNothing: 'one’s own sign-in, which nobody else has',
      refusals: ['not-entitled'],
      answer: lookingAs,
      body: perspective,
    },
    (viewer, { body }) => lookAs(viewer, body),
  ),
  route('DELETE /session/perspective', { summary: 'Look at the demo as myself again' }, (viewer) =>
    lookAsOneself(viewer),
  ),
]

/** The browser forgets its session. */
function signedOut() {
  return new WithHeaders(undefined, { 'set-cookie': forgottenCookie() })
}
