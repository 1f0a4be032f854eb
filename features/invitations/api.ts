import { isRefusal } from '#domain/refusal.ts'
import { answerOnce, noStore } from '#lib/api/answer.ts'
import { openDoor, publicRoute, route } from '#lib/api/door.ts'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { acceptInvitation } from './commands/accept.ts'
import { introduce } from './commands/introduce.ts'
import { inviteOrganizer, inviteToParty } from './commands/invite.ts'
import { confirmClaim, revokeInvitation } from './commands/look-after.ts'
import { announceReplacement, stopReplacement } from './commands/replace-head.ts'
import { acceptance, introduction, newGuest, newPartyGuest } from './schema.ts'

export const invitationRoutes = openDoor()

route(
  invitationRoutes,
  {
    method: 'post',
    path: '/groups/{groupId}/organizer-invitations',
    summary: 'Invite an organizer',
    body: newGuest,
    status: 201,
  },
  async (viewer, { params, body }) => answerOnce(await inviteOrganizer(viewer, params.groupId ?? '', body)),
)

route(
  invitationRoutes,
  {
    method: 'post',
    path: '/parties/{partyId}/invitations',
    summary: 'Invite somebody into a party',
    body: newPartyGuest,
    status: 201,
  },
  async (viewer, { params, body }) => answerOnce(await inviteToParty(viewer, params.partyId ?? '', body)),
)

route(
  invitationRoutes,
  {
    method: 'post',
    path: '/parties/{partyId}/replacement',
    summary: 'Announce a new head for a party whose head is lost',
    body: newGuest,
    status: 201,
  },
  async (viewer, { params, body }) => answerOnce(await announceReplacement(viewer, params.partyId ?? '', body)),
)

route(
  invitationRoutes,
  { method: 'delete', path: '/parties/{partyId}/replacement', summary: 'Stop an announced replacement of the head' },
  (viewer, { params }) => stopReplacement(viewer, params.partyId ?? ''),
)

publicRoute(
  invitationRoutes,
  { method: 'post', path: '/invitations/acceptances', summary: 'Accept an invitation', body: acceptance },
  async (viewer, { body }) => {
    const accepted = await acceptInvitation(viewer, body)
    if (isRefusal(accepted) || accepted.state === 'claimed' || accepted.sessionId === null) return accepted
    const { sessionId, ...view } = accepted
    return Response.json(view, { headers: { ...noStore, 'set-cookie': await sealedCookie(sessionId) } })
  },
)

publicRoute(
  invitationRoutes,
  {
    method: 'post',
    path: '/invitations/introductions',
    summary: 'Say who opened the link of an invitation, and get a sign-in link by mail',
    body: introduction,
  },
  (_viewer, { body, request }) => introduce(body, request),
)

route(
  invitationRoutes,
  {
    method: 'post',
    path: '/invitations/{invitationId}/confirmation',
    summary: 'Confirm who opened an invitation under another address',
  },
  (viewer, { params }) => confirmClaim(viewer, params.invitationId ?? ''),
)

route(
  invitationRoutes,
  { method: 'delete', path: '/invitations/{invitationId}', summary: 'Withdraw an invitation' },
  (viewer, { params }) => revokeInvitation(viewer, params.invitationId ?? ''),
)
