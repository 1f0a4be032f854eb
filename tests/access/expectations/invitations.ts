import { ACTORS, type Actor, HEADS, IN_GROUP, SIGNED_IN, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const guest = { email: 'guest@river.invalid', name: 'Gwen Ford' }
const token = 'A'.repeat(43)

/** An organizer brings a party's first head; everybody after is the party's own affair (rule 14). */
export const invitationProbes: readonly Probe[] = [
  {
    route: 'POST /groups/{groupId}/organizer-invitations',
    name: 'into a group that has an organizer',
    body: () => guest,
    open: ['organizer'],
    // The instance admin knows every group by its name.
    sees: [...without(IN_GROUP, 'organizer'), 'instance-admin'],
  },
  {
    route: 'POST /parties/{partyId}/invitations',
    name: 'a delegate',
    params: { partyId: 'ownId' },
    body: () => ({ ...guest, role: 'delegate' }),
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  {
    route: 'POST /parties/{partyId}/invitations',
    name: 'the first head',
    params: { partyId: 'vacantId' },
    body: () => ({ ...guest, role: 'head' }),
    open: ['organizer'],
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'POST /groups/{groupId}/invitations',
    name: 'delegates',
    body: ({ ownId }) => ({ guests: [{ ...guest, partyId: ownId, role: 'delegate' }] }),
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  {
    route: 'POST /groups/{groupId}/invitations',
    name: 'the first head of a party',
    body: ({ vacantId }) => ({ guests: [{ ...guest, partyId: vacantId, role: 'head' }] }),
    open: ['organizer'],
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'POST /groups/{groupId}/invitations',
    name: 'into a party of another group',
    body: ({ foreignPartyId }) => ({ guests: [{ ...guest, partyId: foreignPartyId, role: 'head' }] }),
    open: [],
  },
  {
    route: 'POST /parties/{partyId}/replacement',
    name: 'of a head who is lost',
    params: { partyId: 'ownId' },
    body: () => guest,
    open: ['organizer'],
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'DELETE /parties/{partyId}/replacement',
    name: 'none was announced',
    params: { partyId: 'ownId' },
    open: HEADS,
    refused: 'no-replacement-pending',
    sees: without(IN_GROUP, ...HEADS),
  },
  ...ownAffair('POST /invitations/{invitationId}/confirmation', 'that somebody waits on', 'claimedId', HEADS),
  ...ownAffair('POST /invitations/{invitationId}/renewal', 'of a party', 'invitationId', HEADS),
  ...ownAffair('POST /invitations/{invitationId}/renewal', 'to organize', 'organizingId', ['organizer']),
  ...ownAffair('POST /invitations/{invitationId}/renewal', 'that somebody waits on', 'claimedId', HEADS).map(
    (probe) => ({
      ...probe,
      refused: 'invitation-claimed',
    }),
  ),
  ...ownAffair('DELETE /invitations/{invitationId}', 'of a party', 'invitationId', HEADS),
  ...ownAffair('DELETE /invitations/{invitationId}', 'to organize', 'organizingId', ['organizer']),
  {
    route: 'POST /invitations/acceptances',
    name: 'by a secret that nobody has',
    body: () => ({ token, name: 'Gwen Ford' }),
    open: ACTORS,
    refused: 'invitation-over',
  },
  {
    route: 'POST /invitations/acceptances',
    name: 'under another address than it was sent to',
    body: ({ invitationToken }) => ({ token: invitationToken, name: 'Gwen Ford' }),
    // Who holds the secret of a mail is let in as new, or waits until the inviter confirms (SECURITY.md, attack 16).
    open: ACTORS,
  },
  {
    route: 'POST /invitations/declines',
    name: 'by a secret that nobody has',
    body: () => ({ token }),
    open: ACTORS,
    refused: 'invitation-over',
  },
  {
    route: 'POST /invitations/declines',
    name: 'under another address than it was sent to',
    body: ({ invitationToken }) => ({ token: invitationToken }),
    // Who holds the secret of a mail says no where they could come in as new, and nobody says it for another.
    open: without(ACTORS, ...SIGNED_IN),
    sees: SIGNED_IN,
  },
  {
    route: 'POST /invitations/introductions',
    name: 'by a secret that nobody has',
    body: () => ({ token, email: guest.email }),
    open: ACTORS,
    refused: 'invitation-over',
  },
]

/** Who may not look after an invitation learns nothing of it. */
function ownAffair(route: string, name: string, id: string, open: readonly Actor[]): readonly Probe[] {
  return [{ route, name, params: { invitationId: id }, open: open.filter((actor) => SIGNED_IN.includes(actor)) }]
}
