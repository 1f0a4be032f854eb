import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { PageRows } from '#store/conclusion/select.ts'
import type { ConclusionView, LinkedConclusion } from '../views/conclusion.ts'

type Row = PageRows['offspring'][number]

/**
 * The conclusions to which one is tied, as far as their meetings are readable or they are shared with the group; what is hidden
 * is left out.
 */
export function linksOf(
  { origin, supersedes, supersededBy, offspring }: PageRows,
  readable: ReadonlySet<string>,
): Pick<ConclusionView, 'origin' | 'supersedes' | 'supersededBy' | 'offspring'> {
  const shown = (row: Row | null | undefined): LinkedConclusion | null => {
    if (row && readable.has(row.id)) return linkedOf(row, row.meetingId)
    return row?.sharedWith === 'group' ? linkedOf(row, null) : null
  }
  return {
    origin: shown(origin),
    supersedes: shown(supersedes),
    supersededBy: shown(supersededBy[0]),
    offspring: offspring.flatMap((row) => shown(row) ?? []),
  }
}

function linkedOf({ id, title, kind, state }: Row, meetingId: string | null): LinkedConclusion {
  return { id, title, kind: oneOf(conclusionKinds, kind), state: oneOf(conclusionStates, state), meetingId }
}
