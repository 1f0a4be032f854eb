import type { Decider } from '#domain/conclusion/decider.ts'
import type { PartyRef, PersonRef, SideRef } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** The names that people and parties have at this moment. */
export interface Names {
  person(id: string): PersonRef
  party(id: string): PartyRef
  /** Somebody who decides, or a side of a divergence. */
  side(decider: Decider): SideRef
  /** The zone in which a party lives; null: it is somebody’s own decision. */
  zoneOf(decider: Decider): string | null
}

/** Something that entries name, as it is called at the moment. */
export interface NameRow {
  id: string
  name: string
  /** Of a party. */
  zone: string | null
}

/** The names of these people and parties; one statement, or none. Asking for another one throws. */
export async function readNames(tx: Tx, personIds: Iterable<string>, partyIds: Iterable<string>): Promise<Names> {
  const [people, parties] = [new Set(personIds), new Set(partyIds)]
  return namesOf(people.size + parties.size === 0 ? [] : await tx.$queryRaw<NameRow[]>(nameRows(people, parties)))
}

/** Selects the names of these people and parties. */
export function nameRows(personIds: Iterable<string>, partyIds: Iterable<string>): Prisma.Sql {
  return Prisma.sql`SELECT id, name, NULL AS zone FROM "Person" WHERE id = ANY(${[...new Set(personIds)]}::uuid[])
    UNION ALL SELECT id, name, "timeZone" FROM "Party" WHERE id = ANY(${[...new Set(partyIds)]}::uuid[])`
}

/** What `nameRows` selected. Asking for another name throws. */
export function namesOf(rows: readonly NameRow[]): Names {
  const known = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  const zones = new Map(rows.map(({ id, zone }) => [id, zone]))
  const named = (id: string): PersonRef & PartyRef => {
    const ref = known.get(id)
    if (ref === undefined) throw new Error('A name was asked for that was not read.')
    return ref
  }
  return {
    person: named,
    party: named,
    side: (decider) => ({
      kind: decider.kind,
      ...named(decider.kind === 'party' ? decider.partyId : decider.personId),
    }),
    zoneOf: (decider) => (decider.kind === 'party' ? (zones.get(decider.partyId) ?? null) : null),
  }
}
