import { noStore } from '#lib/api/answer.ts'
import { openDoor, publicRoute, route } from '#lib/api/door.ts'
import { forgottenCookie } from '#lib/auth/session-cookie.ts'
import { endSessions } from '#lib/auth/sessions.ts'
import { askForSignInLink, lookAs, lookAsOneself, saveProfile } from './commands.ts'
import { loadAccount } from './loaders.ts'
import { perspective, profile, signInRequest } from './schema.ts'

export const peopleRoutes = openDoor()

publicRoute(
  peopleRoutes,
  { method: 'post', path: '/sign-in-links', summary: 'Ask for a mail with a sign-in link', body: signInRequest },
  (_viewer, { body, request }) => askForSignInLink(body, request),
)

route(peopleRoutes, { method: 'get', path: '/me', summary: 'My account' }, (viewer) => loadAccount(viewer))

route(
  peopleRoutes,
  { method: 'patch', path: '/me', summary: 'Change my name and time zone', body: profile },
  (viewer, { body }) => saveProfile(viewer, body),
)

route(peopleRoutes, { method: 'delete', path: '/session', summary: 'Sign out' }, async (viewer) => {
  await endSessions(viewer, 'this')
  return signedOut()
})

route(peopleRoutes, { method: 'delete', path: '/sessions', summary: 'Sign out everywhere' }, async (viewer) => {
  await endSessions(viewer, 'all')
  return signedOut()
})

function signedOut(): Response {
  return new Response(null, { status: 204, headers: { ...noStore, 'set-cookie': forgottenCookie() } })
}

route(
  peopleRoutes,
  {
    method: 'put',
    path: '/session/perspective',
    summary: 'Look at a demo group as the head of one of its parties',
    body: perspective,
  },
  (viewer, { body }) => lookAs(viewer, body),
)

route(
  peopleRoutes,
  { method: 'delete', path: '/session/perspective', summary: 'Look at the demo as myself again' },
  (viewer) => lookAsOneself(viewer),
)
