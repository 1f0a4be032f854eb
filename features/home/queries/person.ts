import { type GroupKind, groupKinds } from '#domain/group-kind.ts'
import { type Office, offices } from '#domain/meeting/participant.ts'
import { type PartyRole, partyRoles } from '#domain/party/membership.ts'
import { type Welcoming, welcomingOf } from '#domain/party/newcomer.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** A group of the viewer, and what they are in it. */
export interface HomeGroup {
  readonly id: string
  readonly name: string
  readonly purpose: string
  /** What it is for; null: none is said. */
  readonly kind: GroupKind | null
  readonly organizer: boolean
  /** IANA zone in which the viewer reads times there. */
  readonly zone: string
  /** The parties to which the viewer belongs, and as what. */
  readonly parties: readonly { readonly id: string; readonly shortName: string; readonly role: PartyRole }[]
  /** Offices of theirs in meetings that are not over. */
  readonly offices: readonly HomeOffice[]
  /** Whose invitation brought them in last; null: nobody's. */
  readonly invitedBy: string | null
  /** The newest text that they can read; null: none is published for them. */
  readonly text: { readonly id: string; readonly title: string } | null
  /** How they are told what they are there for. */
  readonly welcoming: Welcoming
}

/** What somebody is appointed to in a meeting. */
export interface HomeOffice {
  readonly office: Office
  readonly meetingId: string
  readonly title: string
  /** Whoever appointed them; empty where that is not told. */
  readonly by: string
  /** It is in force: nobody's word is missing. */
  readonly inForce: boolean
}

/** The viewer as a row. */
export interface PersonRow {
  name: string
  isInstanceAdmin: boolean
  groups: {
    id: string
    name: string
    purpose: string
    kind: string | null
    parties: { id: string; shortName: string; role: string }[]
    offices: (Omit<HomeOffice, 'office'> & { office: string })[]
    invitedBy: string | null
    text: { id: string; title: string } | null
    since: string | null
    hasActed: boolean
    dismissedAt: string | null
  }[]
}

/** Selects a `PersonRow`; `groups`: the viewer's groups in question, as `ANY(…)`. The statement begins with `knownMeetings` of them. */
export function selectPerson(personId: string, groups: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT w.name, w."isInstanceAdmin",
    COALESCE((SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'purpose', g.purpose, 'kind', g.kind,
        'parties', COALESCE(p.parties, '[]'), 'offices', COALESCE(f.offices, '[]'),
        'invitedBy', (SELECT i.inviter FROM visibility.own_invitation() i WHERE i."groupId" = g.id ORDER BY i."acceptedAt" DESC LIMIT 1),
        'text', (SELECT json_build_object('id', t.id, 'title', t.title) FROM "Edition" d JOIN "Text" t ON t.id = d."textId"
          WHERE d."groupId" = g.id AND d.state = 'published' AND visibility.sees('editions', d.id) ORDER BY d."publishedAt" DESC, t.id LIMIT 1),
        'hasActed', visibility.has_acted(g.id),
        'dismissedAt', (SELECT x.at FROM "WelcomeDismissal" x WHERE x."groupId" = g.id AND x."personId" = w.id),
        'since', GREATEST(p.since, f.since, (SELECT max(z.since) FROM "Organizer" z
          WHERE z."groupId" = g.id AND z."personId" = w.id AND z."removedAt" IS NULL))
        ) ORDER BY g.name, g.id)
      FROM "Group" g
      CROSS JOIN LATERAL (SELECT max(b.since) AS since,
          json_agg(json_build_object('id', y.id, 'shortName', y."shortName", 'role', b.role) ORDER BY b.since) AS parties
        FROM "PartyMember" b JOIN "Party" y ON y.id = b."partyId"
        WHERE b."groupId" = g.id AND b."personId" = w.id AND b."removedAt" IS NULL) p
      CROSS JOIN LATERAL (SELECT max(o."appointedAt") AS since,
          json_agg(json_build_object('office', o.office, 'meetingId', m.id, 'title', m.title,
            'by', COALESCE((SELECT a.name FROM "Person" a WHERE a.id = o."appointedById" AND a.id <> w.id), ''),
            'inForce', o."activeFrom" IS NOT NULL) ORDER BY m."startsAt", m.id, o.office)
            FILTER (WHERE m.state NOT IN ('agreed', 'cancelled')) AS offices
        FROM "MeetingOffice" o LEFT JOIN known m ON m.id = o."meetingId"
        WHERE o."groupId" = g.id AND o."personId" = w.id AND o."endedAt" IS NULL) f
      WHERE g.id = ${groups}), '[]') AS groups
    FROM "Person" w WHERE w.id = ${personId}::uuid`
}

/** The groups of this row, as the viewer belongs to them. */
export function groupsOfPerson(
  { groups }: Pick<PersonRow, 'groups'>,
  scopes: readonly GroupScope[],
  now: Date,
): readonly HomeGroup[] {
  return groups.flatMap(({ parties, offices: held, since, hasActed, dismissedAt, kind, ...group }) => {
    const scope = scopes.find(({ groupId }) => groupId === group.id)
    if (scope === undefined) return []
    const { zone, standing } = scope
    return [
      {
        ...group,
        kind: kind === null ? null : oneOf(groupKinds, kind),
        organizer: standing.organizer,
        zone,
        parties: parties.map(({ role, ...party }) => ({ ...party, role: oneOf(partyRoles, role) })),
        offices: held.map(({ office, ...rest }) => ({ ...rest, office: oneOf(offices, office) })),
        welcoming: welcomingOf({ since: instant(since), hasActed, dismissedAt: instant(dismissedAt) }, now),
      },
    ]
  })
}

function instant(at: string | null): Date | null {
  return at === null ? null : new Date(at)
}
