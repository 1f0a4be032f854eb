import { isRefusal } from '#domain/refusal.ts'
import { publicRoute, route, WithHeaders } from '#lib/api/route.ts'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { acceptInvitation } from './commands/accept.ts'
import { declineInvitation } from './commands/decline.ts'
import { introduce } from './commands/introduce.ts'
import { inviteOrganizer, inviteToParty } from './commands/invite.ts'
import { inviteSeveral } from './commands/invite-several.ts'
import { confirmClaim, revokeInvitation } from './commands/look-after.ts'
import { renewInvitation } from './commands/renew.ts'
import { announceReplacement, stopReplacement } from './commands/replace-head.ts'
import { acceptance, introduction, invitationDeclined, newGuest, newPartyGuest, newPartyGuests } from './schema.ts'
import { acceptedForm, invitationsSent, newInvitation } from './views.ts'

export const invitationRoutes = [
  route(
    'POST /groups/{groupId}/organizer-invitations',
    {
      summary: 'Invite an organizer',
      refusals: ['not-entitled', 'too-many-invitations', 'address-invited-often'],
      answer: newInvitation,
      once: true,
      body: newGuest,
      status: 201,
    },
    (viewer, { params, body }) => inviteOrganizer(viewer, params.groupId, body),
  ),
  route(
    'POST /parties/{partyId}/invitations',
    {
      summary: 'Invite somebody into a party',
      refusals: [
        'not-entitled',
        'party-has-left',
        'only-heads-make-heads',
        'party-has-had-a-head',
        'too-many-invitations',
        'address-invited-often',
      ],
      answer: newInvitation,
      once: true,
      body: newPartyGuest,
      status: 201,
    },
    (viewer, { params, body }) => inviteToParty(viewer, params.partyId, body),
  ),
  route(
    'POST /groups/{groupId}/invitations',
    {
      summary: 'Invite several people into parties of a group',
      refusals: [
        'not-entitled',
        'party-has-left',
        'only-heads-make-heads',
        'party-has-had-a-head',
        'too-many-invitations',
        'address-invited-often',
      ],
      answer: invitationsSent,
      body: newPartyGuests,
      status: 201,
    },
    (viewer, { params, body }) => inviteSeveral(viewer, params.groupId, body),
  ),
  route(
    'POST /parties/{partyId}/replacement',
    {
      summary: 'Announce a new head for a party whose head is lost',
      refusals: [
        'not-entitled',
        'party-has-left',
        'party-never-had-a-head',
        'replacement-pending',
        'replacement-delay-out-of-bounds',
        'too-many-invitations',
        'address-invited-often',
      ],
      answer: newInvitation,
      once: true,
      body: newGuest,
      status: 201,
    },
    (viewer, { params, body }) => announceReplacement(viewer, params.partyId, body),
  ),
  route(
    'DELETE /parties/{partyId}/replacement',
    {
      summary: 'Stop an announced replacement of the head',
      refusals: ['not-entitled', 'party-has-left', 'no-replacement-pending', 'day-full'],
    },
    (viewer, { params }) => stopReplacement(viewer, params.partyId),
  ),
  publicRoute(
    'POST /invitations/acceptances',
    {
      summary: 'Accept an invitation',
      refusals: [
        'not-entitled',
        'invitation-over',
        'sign-in-first',
        'name-missing',
        'replacement-not-effective-yet',
        'already-a-member',
        'already-an-organizer',
        'party-has-left',
        'party-has-had-a-head',
        'only-heads-make-heads',
        'list-full',
      ],
      answer: acceptedForm,
      body: acceptance,
    },
    async (viewer, { body }) => {
      const accepted = await acceptInvitation(viewer, body)
      if (isRefusal(accepted) || accepted.state === 'claimed') return accepted
      const { sessionId, ...view } = accepted
      if (sessionId === null) return view
      return new WithHeaders(view, { 'set-cookie': await sealedCookie(sessionId) })
    },
  ),
  publicRoute(
    'POST /invitations/declines',
    {
      summary: 'Decline an invitation',
      refusals: ['not-entitled', 'invitation-over', 'sign-in-first'],
      body: invitationDeclined,
    },
    (viewer, { body }) => declineInvitation(viewer, body.token),
  ),
  publicRoute(
    'POST /invitations/introductions',
    {
      summary: 'Say who opened the link of an invitation, and get a sign-in link by mail',
      refusals: ['invitation-over'],
      body: introduction,
    },
    (_viewer, { body, request }) => introduce(body, request),
  ),
  route(
    'POST /invitations/{invitationId}/confirmation',
    {
      summary: 'Confirm who opened an invitation under another address',
      refusals: [
        'not-entitled',
        'nobody-waits',
        'replacement-not-effective-yet',
        'already-a-member',
        'already-an-organizer',
        'party-has-left',
        'party-has-had-a-head',
        'only-heads-make-heads',
        'list-full',
        'sign-in-first',
      ],
    },
    (viewer, { params }) => confirmClaim(viewer, params.invitationId),
  ),
  route(
    'POST /invitations/{invitationId}/renewal',
    {
      summary: 'Send an invitation once more, with another link in the place of the one before',
      refusals: ['not-entitled', 'invitation-claimed', 'too-many-invitations', 'address-invited-often'],
      answer: newInvitation,
      once: true,
      status: 201,
    },
    (viewer, { params }) => renewInvitation(viewer, params.invitationId),
  ),
  route('DELETE /invitations/{invitationId}', { summary: 'Withdraw an invitation' }, (viewer, { params }) =>
    revokeInvitation(viewer, params.invitationId),
  ),
]
