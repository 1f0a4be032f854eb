import { Prisma } from '#lib/db/prisma.ts'
import { type AskFacts, type AskNoun, type AskRow, groupHrefOf, most } from './ask.ts'

// What a group rests on, asked of those who organize it; and whom a party still lacks, asked of those who govern it.

const next = { holdsOthersUp: false, isDeadline: false } as const

/** What there is nothing of yet in a group: parties, texts, meetings. */
const foundings = ['party', 'text', 'meeting'] as const

/** A group without a party, without a text, or without a meeting. */
export const foundingAsk = {
  of: 'founding',
  planning: false,
  askedOf: 'organizes',
  judges: null,
  kinds: {
    party: { ...next, href: (ask) => `${groupHrefOf(ask)}/parties#new` },
    text: { ...next, href: (ask) => `${groupHrefOf(ask)}/texts/new` },
    meeting: { ...next, href: (ask) => `${groupHrefOf(ask)}/meetings/new` },
  },
  rows: ({
    groups,
  }) => Prisma.sql`SELECT 'founding', k."groupId", NULL::uuid, NULL::uuid, k."groupId", '', s.what, NULL::uuid, NULL::int,
      NULL::timestamptz, NULL::text
    FROM visibility.begun_group() k CROSS JOIN LATERAL (VALUES ('party', k.parties),
      ('text', EXISTS (SELECT 1 FROM "Text" t WHERE t."groupId" = k."groupId")), ('meeting', k.meeting)) AS s(what, begun)
    WHERE k."groupId" = ${groups} AND NOT s.begun LIMIT ${most}`,
  judge(row) {
    const kind = foundings.find((one) => one === row.detail)
    return kind === undefined ? null : { ...row, kind }
  },
} as const satisfies AskNoun

const head: AskFacts = {
  ...next,
  href: (ask) => `${groupHrefOf(ask)}/parties/${ask.thingId}`,
  hrefOfMany: (ask) => `${groupHrefOf(ask)}/parties`,
}

/**
 * Parties that never had a head: not invited yet, or by whom it was declined; invited and unanswered, or by an invitation that ran out. Whom they wait for to be
 * confirmed is asked as an invitation.
 */
export const headAsk = {
  of: 'head',
  planning: false,
  askedOf: 'organizes',
  judges: null,
  kinds: {
    'invite-head': head,
    'invite-head-again': head,
    'invite-head-declined': { ...head, href: (ask) => `${groupHrefOf(ask)}/parties/${ask.thingId}#invitations` },
    'head-unanswered': { ...head, href: (ask) => `${groupHrefOf(ask)}/parties/${ask.thingId}#invitations` },
  },
  rows: ({ organized }) => Prisma.sql`SELECT 'head', y."groupId", NULL::uuid, NULL::uuid, y.id, y."shortName",
      CASE WHEN i.declined THEN 'declined' ELSE '' END, NULL::uuid, NULL::int, i."expiresAt", NULL::text
    FROM "Party" y LEFT JOIN LATERAL (SELECT n."expiresAt", n."claimedById", n.declined FROM invited n WHERE n."partyId" = y.id
      AND n.role = 'head' ORDER BY n.declined, n."expiresAt" DESC, n.id LIMIT 1) i ON true
    WHERE y."groupId" = ${organized} AND y."leftAt" IS NULL AND i."claimedById" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "PartyMember" b WHERE b."partyId" = y.id AND b.role = 'head' AND b."removedAt" IS NULL)
    ORDER BY y.id LIMIT ${most}`,
  judge: (row, _, { now }) => ({ ...row, detail: '', kind: headKindOf(row, now) }),
} as const satisfies AskNoun

function headKindOf({ at, detail }: AskRow, now: Date) {
  if (at === null) return 'invite-head'
  if (detail === 'declined') return 'invite-head-declined'
  return at.getTime() > now.getTime() ? 'head-unanswered' : 'invite-head-again'
}

/** Texts of which nothing is published, so that nothing in them can be cited. */
export const editionAsk = {
  of: 'edition',
  planning: false,
  askedOf: 'organizes',
  judges: null,
  kinds: {
    edition: {
      ...next,
      href: (ask) => `${groupHrefOf(ask)}/texts/${ask.thingId}/import`,
      hrefOfMany: (ask) => `${groupHrefOf(ask)}/texts`,
    },
  },
  rows: ({
    organized,
  }) => Prisma.sql`SELECT 'edition', t."groupId", NULL::uuid, NULL::uuid, t.id, t.title, '', NULL::uuid, NULL::int,
      NULL::timestamptz, NULL::text
    FROM "Text" t WHERE t."groupId" = ${organized}
      AND NOT EXISTS (SELECT 1 FROM "Edition" e WHERE e."textId" = t.id AND e.state = 'published')
    ORDER BY t.id DESC LIMIT ${most}`,
  judge: (row) => ({ ...row, kind: 'edition' }),
} as const satisfies AskNoun

/**
 * Parties of theirs in which nobody but themselves is, and nobody on the way; those whose invitations were declined, and those whose are
 * unanswered, with how many are. Whom they wait for to be confirmed is asked as an invitation.
 */
export const peopleAsk = {
  of: 'people',
  planning: false,
  askedOf: 'leads',
  judges: null,
  kinds: {
    'name-people': { ...next, href: (ask) => `${groupHrefOf(ask)}/parties/${ask.thingId}` },
    'people-declined': { ...next, href: (ask) => `${groupHrefOf(ask)}/parties/${ask.thingId}#invitations` },
    'people-unanswered': { ...next, href: (ask) => `${groupHrefOf(ask)}/parties/${ask.thingId}#invitations` },
  },
  rows: ({
    groups,
    led,
    now,
  }) => Prisma.sql`SELECT 'people', y."groupId", NULL::uuid, y.id, y.id, y."shortName", s.detail, NULL::uuid, NULL::int,
      s.until, NULL::text
    FROM "Party" y CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE NOT n.declined) AS open, count(*) FILTER (WHERE n.declined) AS declined,
        count(*) FILTER (WHERE n."claimedById" IS NULL AND NOT n.declined) AS unanswered,
        min(n."expiresAt") FILTER (WHERE n."claimedById" IS NULL AND NOT n.declined) AS until
      FROM invited n WHERE n."partyId" = y.id AND n."expiresAt" > ${now}) i
    CROSS JOIN LATERAL (VALUES ('declined ' || i.declined, NULL::timestamptz, i.declined > 0),
      ('unanswered ' || i.unanswered, i.until, i.unanswered > 0),
      ('alone 1', NULL, i.open = 0 AND i.declined = 0
        AND (SELECT count(*) FROM "PartyMember" b WHERE b."partyId" = y.id AND b."removedAt" IS NULL) = 1)) AS s(detail, until, told)
    WHERE y."groupId" = ${groups} AND y.id = ${led} AND y."leftAt" IS NULL AND s.told
    ORDER BY y.id LIMIT ${most}`,
  judge(row) {
    const [standing = '', count] = row.detail.split(' ')
    const kind = peopleKinds[standing]
    return kind === undefined ? null : { ...row, detail: '', kind, count: Number(count) }
  },
} as const satisfies AskNoun

const peopleKinds: Readonly<Partial<Record<string, 'name-people' | 'people-declined' | 'people-unanswered'>>> = {
  alone: 'name-people',
  declined: 'people-declined',
  unanswered: 'people-unanswered',
}
