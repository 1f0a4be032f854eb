import { canOpen } from '#domain/conclusion/can.ts'
import type { ConclusionKind, DraftedKind } from '#domain/conclusion/conclusion.ts'
import type { ItemRef, PartyRef } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type CitationView, readCitations } from '#store/citation/read.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import type { ConclusionView } from '../views/conclusion.ts'
import type { ConclusionReading } from './conclusion.ts'

/** What a form for a draft chooses from. */
export interface Drafting {
  readonly meeting: ConclusionView['meeting'] & { readonly groupId: string }
  /** The items of the agenda, with the passages that each is about. */
  readonly items: readonly (ItemRef & { readonly citations: readonly CitationView[] })[]
  /** The parties of the meeting with those of their people who can see to a commitment. */
  readonly parties: readonly (PartyRef & {
    readonly people: readonly { readonly id: string; readonly name: string }[]
  })[]
  /** Adopted conclusions that this meeting's parties could replace together. */
  readonly supersedable: readonly { readonly id: string; readonly title: string; readonly kind: ConclusionKind }[]
  /** What a draft under the named item begins with; null: none was named, or the meeting has no such item. */
  readonly begun: { readonly kind: DraftedKind | null; readonly citations: readonly CitationView[] } | null
  readonly can: { readonly open: boolean }
}

/** Six statements. */
export async function findDrafting(
  tx: Tx,
  { scope, actor }: ConclusionReading,
  itemId: string | null = null,
): Promise<Drafting> {
  const { meetingId, groupId } = scope
  const meeting = await loadMeetingFacts(tx, meetingId, null)
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, kind: true },
  })
  const citations = await readCitations(
    tx,
    scope,
    items.map(({ id }) => id),
  )
  const parties = await findResponsible(tx, meetingId)
  const { title, kind, state } = scope.meeting
  return {
    meeting: { id: meetingId, groupId, title, kind, state },
    items: items.map(({ id, title: called }) => ({ id, title: called, citations: citations.get(id) ?? [] })),
    begun: beginningOf(
      items.find(({ id }) => id === itemId),
      citations,
    ),
    parties,
    supersedable: await findSupersedable(
      tx,
      scope,
      parties.map(({ id }) => id),
    ),
    can: { open: canOpen({ meeting, origin: null, supersedes: null }, actor) },
  }
}

/** A draft rests at first on what its item is about; an item that is to bring a cooperation or a resolution says so. */
function beginningOf(
  item: { readonly id: string; readonly kind: string } | undefined,
  citations: ReadonlyMap<string, readonly CitationView[]>,
): Drafting['begun'] {
  if (item === undefined) return null
  const kind = item.kind === 'cooperation' || item.kind === 'resolution' ? item.kind : null
  return { kind, citations: citations.get(item.id) ?? [] }
}

/** The parties of a meeting with those of their people who can see to a commitment; one statement. */
export function findResponsible(tx: Tx, meetingId: string): Promise<Drafting['parties']> {
  return tx.$queryRaw<Drafting['parties'][number][]>(Prisma.sql`SELECT y.id, y.name,
    COALESCE((SELECT json_agg(json_build_object('id', h.id, 'name', h.name) ORDER BY h.name, h.id)
      FROM "PartyMember" b JOIN "Person" h ON h.id = b."personId"
      WHERE b."partyId" = y.id AND b."removedAt" IS NULL AND b.role <> 'observer'), '[]') AS people
    FROM "MeetingParty" p JOIN "Party" y ON y.id = p."partyId"
    WHERE p."meetingId" = ${meetingId}::uuid AND p."leftAt" IS NULL ORDER BY p."joinedAt", p.id`)
}

/** Rule 10: everybody who decided the older one must be here, and everybody here must have decided it or be able to read it. */
async function findSupersedable(tx: Tx, scope: ConclusionReading['scope'], partyIds: readonly string[]) {
  return tx.$queryRaw<Drafting['supersedable'][number][]>(Prisma.sql`SELECT c.id, c.title, c.kind
    FROM "Conclusion" c JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."adoptedVersion"
    JOIN visibility.readable_conclusion() r ON r."conclusionId" = c.id AND r.open AND NOT r.kept
    WHERE c."groupId" = ${scope.groupId}::uuid AND c.state = 'adopted' AND c.kind <> 'record'
      AND NOT EXISTS (SELECT 1 FROM "Decider" d WHERE d."versionId" = v.id AND
        (d."personId" IS NOT NULL AND c."meetingId" <> ${scope.meetingId}::uuid OR d."partyId" <> ALL(${[...partyIds]}::uuid[])))
      AND (c."meetingId" = ${scope.meetingId}::uuid OR c."sharedWith" = 'group'
        OR ${partyIds.length} = (SELECT count(*) FROM "Decider" d WHERE d."versionId" = v.id AND d."partyId" IS NOT NULL))
    ORDER BY c."adoptedAt" DESC, c.id DESC LIMIT 100`)
}
