import type { RecordLine } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { linesOf, readLinks } from '#store/record/read.ts'
import type { EntryLine, EntryPage } from '../views.ts'
import { type OpenPart, openLines } from './open-since.ts'

/** How many entries a page shows. */
export const entriesPerPage = 50

/**
 * One page of the entries, oldest first; two statements. Sequences have no gaps, so a page is a range of them. Whoever came later
 * begins with the first that was written since, and finds none of those that are closed to them.
 */
export async function findEntries(
  tx: Tx,
  { groupId, meetingId, zone }: MeetingScope,
  { page, part }: { readonly page: number; readonly part: OpenPart },
): Promise<EntryPage> {
  const since = part.since?.since ?? null
  const [place] = await tx.$queryRaw<{ total: number; before: number }[]>`SELECT
    COALESCE((SELECT h.sequence FROM "RecordHead" h WHERE h."meetingId" = m.id), 0) AS total,
    COALESCE((SELECT max(e.sequence) FROM "RecordEntry" e WHERE e."meetingId" = m.id AND e.at < ${since}::timestamptz), 0) AS before
    FROM "Meeting" m WHERE m.id = ${meetingId}::uuid`
  if (place === undefined) throw new Error('A meeting was proven and is not there.')
  const first = place.before + (page - 1) * entriesPerPage + 1
  const end = Math.min(place.total, part.last ?? place.total)
  const links = await readLinks(tx, meetingId, { ...part, first, last: Math.min(first + entriesPerPage - 1, end) })
  const hashes = new Map(links.map(({ sequence, hash }) => [sequence, hash]))
  const total = Math.max(0, end - place.before)
  return {
    groupId,
    zone,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / entriesPerPage)),
    entries: openLines(linesOf(links), part).map(({ sequence, at, entry }) => ({
      sequence,
      at,
      hash: hashes.get(sequence) ?? '',
      ...told(entry),
    })),
  }
}

function told(entry: RecordLine['entry']): Pick<EntryLine, 'kind' | 'about' | 'by'> {
  if (entry === null) return { kind: null, about: null, by: null }
  const by =
    'by' in entry && entry.by !== null ? { person: entry.by.person.name, party: entry.by.party?.name ?? null } : null
  return { kind: entry.kind, about: aboutOf(entry), by }
}

function aboutOf(entry: NonNullable<RecordLine['entry']>): string | null {
  if (entry.kind === 'description-changed') return entry.to.title
  if (entry.kind === 'resolution-limit-changed') return `${entry.to} – ${entry.reason}`
  if (entry.kind === 'statement-minutes-changed') return String(entry.to)
  if ('conclusion' in entry) return entry.conclusion.title
  if ('item' in entry) return entry.item.title
  if ('thing' in entry) return entry.thing.title
  if ('person' in entry) return entry.person.name
  return 'party' in entry ? entry.party.name : null
}
