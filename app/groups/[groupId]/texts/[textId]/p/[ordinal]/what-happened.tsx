import { loadGroupShell } from '#features/groups/loaders.ts'
import { HomeworkList } from '#features/preparation/components/homework-list.tsx'
import { loadAssignmentsOf } from '#features/preparation/loaders.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { CitedList } from '#features/texts/components/cited-list.tsx'
import { Concordance } from '#features/texts/components/concordance.tsx'
import { loadConcordance } from '#features/texts/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { ConcordancePart } from '#store/citing/noun.ts'
import { linesOf } from '#store/citing/register.ts'

interface Props {
  viewer: Viewer
  groupId: string
  passage: { editionId: string; ordinal: number }
  words: Readonly<Record<ConcordancePart, string>>
}

/** The concordance of a passage: all that cites it, part by part; homework with what is its own. */
export async function WhatHappened({ viewer, groupId, passage, words }: Props) {
  const [group, assignments, lines] = await Promise.all([
    loadGroupShell(viewer, groupId),
    loadAssignmentsOf(viewer, passage),
    loadConcordance(viewer, passage),
  ])
  const zone = group?.viewerZone ?? 'UTC'
  return (
    <Concordance
      render={(part) => {
        if (part === 'assigned')
          return (
            assignments.length > 0 && (
              <HomeworkList
                label={words.assigned}
                assignments={assignments}
                zone={zone}
                renderPassages={(citations) => <CitationList groupId={groupId} citations={citations} />}
              />
            )
          )
        const here = linesOf(lines, part)
        return here.length > 0 && <CitedList label={words[part]} lines={here} zone={zone} />
      }}
    />
  )
}
