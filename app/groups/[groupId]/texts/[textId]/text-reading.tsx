import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { PublishedNext } from '#features/texts/components/published-next.tsx'
import { Reader } from '#features/texts/components/reader.tsx'
import { ReaderTools } from '#features/texts/components/reader-tools.tsx'
import { SelectionBar } from '#features/texts/components/selection-bar.tsx'
import type { ReaderView } from '#features/texts/loaders.ts'
import { settings } from '#lib/settings.ts'
import { type Marks, marginOf } from './margin.tsx'
import { TextHeading } from './text-heading.tsx'

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
        <Reader reading={reading} renderMargin={marginOf(reading, marks)} baseUrl={settings().baseUrl} />
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
