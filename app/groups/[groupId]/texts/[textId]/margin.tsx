import { AssignedMark } from '#features/preparation/components/assigned-mark.tsx'
import { loadAssignedMarks } from '#features/preparation/loaders.ts'
import { HappenedMarks, happenedAt } from '#features/texts/components/happened-marks.tsx'
import type { RenderMargin } from '#features/texts/components/reader-parts.tsx'
import type { PartsView } from '#features/texts/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'

export type Marks = Awaited<ReturnType<typeof loadAssignedMarks>>

/** What the viewer is to do on some passages; nothing is asked of the database where no homework cites them. */
export async function marksOn(viewer: Viewer, { editionId, from, passages, concordance }: PartsView): Promise<Marks> {
  if (!concordance.some(({ of }) => of === 'assignment')) return []
  return loadAssignedMarks(viewer, editionId, from, passages.at(-1)?.ordinal ?? from)
}

/**
 * Beside each passage, what the viewer is to do with it and what happened to it, on every passage of a range; in full where it begins,
 * or at the first passage of the part.
 */
export function marginOf({ head, concordance }: PartsView, marks: Marks): RenderMargin {
  const happened = concordance.filter(({ of }) => of !== 'assignment')
  return ({ ordinal }, from) => {
    const tasks = marks.filter(({ first, last }) => first <= ordinal && ordinal <= last)
    const events = happenedAt(happened, ordinal, from)
    if (tasks.length === 0 && events.length === 0) return null
    return (
      <div className="grid gap-3">
        {tasks.map(({ assignment, first }) => (
          <AssignedMark
            key={`${assignment.id} ${first}`}
            assignment={assignment}
            goesOn={Math.max(first, from) < ordinal}
          />
        ))}
        {events.length > 0 && (
          <HappenedMarks groupId={head.groupId} textId={head.id} ordinal={ordinal} happened={events} />
        )}
      </div>
    )
  }
}
