import type { RecordKind } from '#domain/record/entry.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { linesOf, type Part, readLinks } from '#lib/record/read.ts'

/** How many entries a page shows. */
export const entriesPerPage = 50

/** One entry at its place in the chain. */
export interface EntryLine {
  readonly sequence: number
  readonly at: string
  readonly hash: string
  /** Null: erased. */
  readonly kind: RecordKind | null
  /** What it is about: a conclusion, an item, a person or a party, or what was set; null: the meeting itself. */
  readonly about: string | null
  readonly by: { readonly person: string; readonly party: string | null } | null
}

export interface EntryPage {
  readonly groupId: string
  readonly zone: string
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly entries: readonly EntryLine[]
}

/** One page of the entries, oldest first; two statements. Sequences have no gaps, so a page is a range of them. */
export async function findEntries(
  tx: Tx,
  { groupId, meetingId, zone }: MeetingScope,
  { page, part }: { readonly page: number; readonly part: Part },
): Promise<EntryPage> {
  const [place] = await tx.$queryRaw<{ total: number }[]>`SELECT
    COALESCE((SELECT h.sequence FROM "RecordHead" h WHERE h."meetingId" = m.id), 0) AS total
    FROM "Meeting" m WHERE m.id = ${meetingId}::uuid`
  if (place === undefined) throw new Error('A meeting was proven and is not there.')
  const first = (page - 1) * entriesPerPage + 1
  const total = Math.min(place.total, part.last ?? place.total)
  const links = await readLinks(tx, meetingId, { first, last: Math.min(first + entriesPerPage - 1, total) })
  const lines = linesOf(links)
  return {
    groupId,
    zone,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / entriesPerPage)),
    entries: links.map(({ sequence, at, hash }, index) => ({
      sequence,
      at,
      hash,
      ...told(lines[index]?.entry ?? null),
    })),
  }
}

function told(entry: ReturnType<typeof linesOf>[number]['entry']): Pick<EntryLine, 'kind' | 'about' | 'by'> {
  if (entry === null) return { kind: null, about: null, by: null }
  const by =
    'by' in entry && entry.by !== null ? { person: entry.by.person.name, party: entry.by.party?.name ?? null } : null
  return { kind: entry.kind, about: aboutOf(entry), by }
}

function aboutOf(entry: NonNullable<ReturnType<typeof linesOf>[number]['entry']>): string | null {
  if (entry.kind === 'description-changed') return entry.to.title
  if (entry.kind === 'resolution-limit-changed') return `${entry.to} – ${entry.reason}`
  if (entry.kind === 'statement-minutes-changed') return String(entry.to)
  if ('conclusion' in entry) return entry.conclusion.title
  if ('item' in entry) return entry.item.title
  if ('thing' in entry) return entry.thing.title
  if ('person' in entry) return entry.person.name
  return 'party' in entry ? entry.party.name : null
}
