import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { HomeworkList } from '#features/preparation/components/homework-list.tsx'
import type { AssignmentView } from '#features/preparation/views.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { CitedList } from '#features/texts/components/cited-list.tsx'
import { Concordance } from '#features/texts/components/concordance.tsx'
import { loadConcordance } from '#features/texts/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { citingLinesOf } from '#store/citing/register.ts'

interface Props {
  viewer: Viewer
  groupId: string
  passage: { editionId: string; ordinal: number }
  /** The homework that is told here; what waits for the reader stands before the passage. */
  assignments: readonly AssignmentView[]
  zone: string
}

/** The concordance of a passage: all that cites it, part by part; homework with what is its own. */
export async function WhatHappened({ viewer, groupId, passage, assignments, zone }: Props) {
  const lines = await loadConcordance(viewer, passage)
  const t = await getTranslations('texts.concordance')
  return (
    <Prepared>
      <Concordance
        render={(part) => {
          if (part === 'assigned')
            return (
              assignments.length > 0 && (
                <HomeworkList
                  label={t(part)}
                  assignments={assignments}
                  zone={zone}
                  renderPassages={(citations) => <CitationList groupId={groupId} citations={citations} />}
                />
              )
            )
          const here = citingLinesOf(lines, part)
          return here.length > 0 && <CitedList label={t(part)} lines={here} zone={zone} />
        }}
      />
    </Prepared>
  )
}
