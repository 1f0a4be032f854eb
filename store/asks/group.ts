import { Prisma } from '#lib/db/prisma.ts'
import { type AskNoun, groupHrefOf, most } from './ask.ts'

/** Groups that will be deleted, for those who take along what their party agreed, also of one that left. */
export const deletionAsk = {
  of: 'deletion',
  planning: false,
  askedOf: 'leads',
  judges: null,
  kinds: {
    deletion: { holdsOthersUp: false, isDeadline: false, href: (ask) => `${groupHrefOf(ask)}/deletion` },
  },
  rows: ({
    groups,
    led,
  }) => Prisma.sql`SELECT 'deletion', g.id, NULL::uuid, NULL::uuid, g.id, g.name, '', NULL::uuid, NULL::int,
      g."deletesAt", NULL::text
    FROM "Group" g WHERE g.id = ${groups} AND g."deletesAt" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Party" y WHERE y."groupId" = g.id AND y.id = ${led})
    ORDER BY g."deletesAt", g.id LIMIT ${most}`,
  judge: (row) => ({ ...row, kind: 'deletion' }),
} as const satisfies AskNoun

/** People who opened an invitation under another address and wait to be confirmed by who might make it now. */
export const invitationAsk = {
  of: 'invitation',
  planning: false,
  judges: null,
  kinds: {
    invitation: {
      holdsOthersUp: false,
      isDeadline: false,
      href: (ask) =>
        ask.partyId === null
          ? `${groupHrefOf(ask)}/settings#invitations`
          : `${groupHrefOf(ask)}/parties/${ask.partyId}#invitations`,
    },
  },
  rows: ({
    now,
  }) => Prisma.sql`SELECT 'invitation', i."groupId", NULL::uuid, i."partyId", i.id, w.name, i.role, NULL::uuid, NULL::int,
      i."expiresAt", NULL::text
    FROM invited i JOIN "Person" w ON w.id = i."claimedById"
    WHERE i.tended AND i."expiresAt" > ${now}
    ORDER BY i."expiresAt", i.id LIMIT ${most}`,
  judge: (row) => ({ ...row, kind: 'invitation' }),
} as const satisfies AskNoun
