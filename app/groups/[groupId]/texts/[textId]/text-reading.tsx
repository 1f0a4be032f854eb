import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { AssignedMark } from '#features/preparation/components/assigned-mark.tsx'
import type { loadAssignedMarks } from '#features/preparation/loaders.ts'
import { HappenedMarks, happenedAt } from '#features/texts/components/happened-marks.tsx'
import { PublishedNext } from '#features/texts/components/published-next.tsx'
import { Reader, type ReaderProps, ReaderTools } from '#features/texts/components/reader.tsx'
import { SelectionBar } from '#features/texts/components/selection-bar.tsx'
import type { ReaderView } from '#features/texts/loaders.ts'
import { settings } from '#lib/settings.ts'
import { TextHeading } from './text-heading.tsx'

type Marks = Awaited<ReturnType<typeof loadAssignedMarks>>

interface Props {
  readonly reading: ReaderView
  readonly marks: Marks
  /** Why the reference that somebody typed leads nowhere; null: none was typed, or it does. */
  readonly refusal: string | null
  /** What was typed, kept where it leads nowhere. */
  readonly typed?: string | undefined
  /** It was published just now: what comes next is offered. */
  readonly isNew: boolean
}

/** A view of a text with all that stands around it. */
export async function TextReading({ reading, marks, refusal, typed, isNew }: Props) {
  const { head } = reading
  const { groupId, id: textId } = head
  return (
    <>
      <TextHeading head={head} isNew={isNew} />
      {isNew && <PublishedNext head={head} />}
      <Prepared>
        <ReaderTools
          at={`/groups/${groupId}/texts/${textId}`}
          contents={{ groupId, textId, lines: reading.contents }}
          refusal={refusal}
          typed={typed}
        />
        <Reader reading={reading} {...marginOf(reading, marks)} />
      </Prepared>
      <SelectionBar
        groupId={groupId}
        textId={textId}
        title={head.title}
        baseUrl={settings().baseUrl}
        {...(head.can.assign && { assign: (await getTranslations('preparation'))('assign') })}
      />
    </>
  )
}

/** Beside each passage, what the viewer is to do with it and what happened to it, on every passage of a range. Without anything there is no margin. */
function marginOf({ head, from, concordance }: ReaderView, marks: Marks): Pick<ReaderProps, 'renderMargin'> {
  const happened = concordance.filter(({ of }) => of !== 'assignment')
  if (marks.length === 0 && happened.length === 0) return {}
  const renderMargin = ({ ordinal }: { ordinal: number }) => {
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
  return { renderMargin }
}
