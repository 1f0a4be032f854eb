import { type GroupStanding, governsParty } from '#domain/party/membership.ts'
import { type Assignee, type AssignerHat, assigns, mayAssignOn } from '#domain/preparation.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { TextScope } from '#store/access/text.ts'

/** One role in which the viewer can give homework, and to whom. */
export interface AssigningAs {
  readonly as: AssignerHat
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly partyId: string }[]
}

/** A party that homework can be given to, with those of its people to whom the viewer can give some. */
export interface Receiver {
  readonly id: string
  readonly name: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** Giving homework on a text, outside any meeting. */
export interface AssigningView {
  readonly groupId: string
  /** Empty: there is no party yet that could get some. */
  readonly assigning: readonly AssigningAs[]
}

/** Most parties to choose from. */
const most = 200

/** One statement, whatever the number of parties; null for whoever gives no homework on this text. */
export async function findAssigning(
  tx: Tx,
  { groupId, standing, limitedTo }: TextScope,
): Promise<AssigningView | null> {
  if (!mayAssignOn(standing, limitedTo)) return null
  const governed = standing.memberships.map(({ partyId }) => partyId).filter((id) => governsParty(standing, id))
  const rows = await tx.$queryRaw<Receiver[]>(Prisma.sql`SELECT y.id, y.name,
      COALESCE((SELECT json_agg(json_build_object('id', b."personId", 'name', w.name) ORDER BY w.name, w.id)
        FROM "PartyMember" b JOIN "Person" w ON w.id = b."personId"
        WHERE b."partyId" = y.id AND y.id = ANY(${governed}::uuid[]) AND b."removedAt" IS NULL AND b.role <> 'observer'),
        '[]') AS people
    FROM "Party" y WHERE y."groupId" = ${groupId}::uuid AND y."leftAt" IS NULL
      AND (${limitedTo.length === 0} OR y.id = ANY(${[...limitedTo]}::uuid[]))
      AND (${standing.organizer} OR y.id = ANY(${governed}::uuid[]))
    ORDER BY y.name, y.id LIMIT ${most}`)
  return { groupId, assigning: assigningBy(standing, rows, false) }
}

/** In which roles the viewer gives homework to these. The rights of each role stay apart, also in one person. */
export function assigningBy(
  standing: GroupStanding,
  receivers: readonly Receiver[],
  leadsStudy: boolean,
): readonly AssigningAs[] {
  return hats.flatMap((as) => {
    const assignsTo = (partyId: string, person: Assignee['person']) =>
      assigns({ standing, leadsStudyOf: leadsStudy ? partyId : null }, as, { partyId, person })
    const parties = namesOf(receivers.filter(({ id }) => assignsTo(id, null)))
    const people = receivers.flatMap(peopleOf)
    const named = people.filter(({ id, partyId }) => assignsTo(partyId, { id, role: 'delegate' }))
    return parties.length === 0 ? [] : [{ as, parties, people: named }]
  })
}

/** The roles in the order in which they are offered. */
const hats: readonly AssignerHat[] = ['party', 'study-leader', 'organizer']

function namesOf(receivers: readonly Receiver[]): AssigningAs['parties'] {
  return receivers.map(({ id, name }) => ({ id, name }))
}

function peopleOf({ id: partyId, people }: Receiver): AssigningAs['people'] {
  return people.map(({ id, name }) => ({ id, name, partyId }))
}
