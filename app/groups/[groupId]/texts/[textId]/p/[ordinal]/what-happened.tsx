import { useTranslations } from 'next-intl'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import { loadConclusionsAbout } from '#features/conclusions/loaders.ts'
import type { ConclusionAbout } from '#features/conclusions/queries/about-passage.ts'
import { loadGroupShell } from '#features/groups/loaders.ts'
import { loadItemsCiting } from '#features/meetings/loaders.ts'
import type { ItemCiting } from '#features/meetings/queries/items-citing.ts'
import { HomeworkList } from '#features/preparation/components/homework-list.tsx'
import { loadAssignmentsOf } from '#features/preparation/loaders.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { Concordance } from '#features/texts/components/concordance.tsx'
import type { Viewer } from '#lib/db/viewer.ts'

interface Props {
  viewer: Viewer
  groupId: string
  passage: { editionId: string; ordinal: number }
  words: { assigned: string; discussed: string; concluded: string }
}

/** The concordance of a passage: what each feature knows of it, side by side. */
export async function WhatHappened({ viewer, groupId, passage, words }: Props) {
  const [group, assignments, items, conclusions] = await Promise.all([
    loadGroupShell(viewer, groupId),
    loadAssignmentsOf(viewer, passage),
    loadItemsCiting(viewer, passage),
    loadConclusionsAbout(viewer, passage),
  ])
  const zone = group?.viewerZone ?? 'UTC'
  return (
    <Concordance
      assigned={
        assignments.length > 0 && (
          <HomeworkList
            label={words.assigned}
            assignments={assignments}
            zone={zone}
            renderPassages={(citations) => <CitationList groupId={groupId} citations={citations} />}
          />
        )
      }
      discussed={
        items.length > 0 && (
          <ItemList label={words.discussed} lead="day">
            {items.map((item) => (
              <Discussed key={item.id} item={item} zone={zone} />
            ))}
          </ItemList>
        )
      }
      concluded={
        conclusions.length > 0 && (
          <ItemList label={words.concluded} lead="day">
            {conclusions.map((conclusion) => (
              <Concluded key={conclusion.id} conclusion={conclusion} zone={zone} />
            ))}
          </ItemList>
        )
      }
    />
  )
}

function Discussed({ item, zone }: { item: ItemCiting; zone: string }) {
  const t = useTranslations('meetings')
  const { title, kind, quote, meeting } = item
  return (
    <Item
      lead={meeting.startsAt === null ? t('list.noDate') : <Time instant={meeting.startsAt} zone={zone} shape="day" />}
      title={
        <TextLink look="title" href={`/groups/${meeting.groupId}/meetings/${meeting.id}/plan`}>
          <bdi>{title}</bdi>
        </TextLink>
      }
      meta={
        <>
          <span>{t(`itemKind.${kind}`)}</span>
          <bdi>{meeting.title}</bdi>
        </>
      }
    >
      <Quoted words={quote} />
    </Item>
  )
}

/** The words of the passage that are meant, where it is not the whole of it. */
function Quoted({ words }: { words: string | null }) {
  return (
    words !== null && (
      <p dir="auto" className="mt-1 font-serif text-soft wrap-anywhere">
        <q>{words}</q>
      </p>
    )
  )
}

function Concluded({ conclusion, zone }: { conclusion: ConclusionAbout; zone: string }) {
  const t = useTranslations('conclusions')
  const { id, groupId, title, kind, state, at, meeting, quote } = conclusion
  const within = meeting === null ? '' : `/meetings/${meeting.id}`
  return (
    <Item
      lead={<Time instant={at} zone={zone} shape="day" />}
      title={
        <TextLink look="title" href={`/groups/${groupId}${within}/conclusions/${id}`}>
          <bdi>{title}</bdi>
        </TextLink>
      }
      meta={
        <>
          <span>{t(`kind.${kind}`)}</span>
          {meeting && <bdi>{meeting.title}</bdi>}
        </>
      }
      aside={t(`state.${state}`)}
    >
      <Quoted words={quote} />
    </Item>
  )
}
