import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Item } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import { shownRange, titleReference } from '#domain/text/reference.ts'
import { formatTime } from '#lib/words/format.ts'
import { useLanguage, useNames } from '#lib/words/use-language.ts'
import { withKeys } from '#lib/words/with-keys.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { HistoryStep, ListedConclusion } from '../views/found.ts'
import { sentenceOf } from '../views/history-words.ts'
import { ConclusionStateName } from './state-name.tsx'

type Props = {
  readonly groupId: string
  readonly line: ListedConclusion
  readonly zone: string
  /** What it has come to stands here first on the page. */
  readonly first: boolean
}

/** A conclusion among those of its group. */
export function FoundLine({ groupId, line, zone, first }: Props) {
  const t = useTranslations('conclusions')
  const names = useNames()
  const { meeting, parties, citations } = line
  return (
    <Item
      title={
        <TextLink look="title" href={hrefOfConclusion(groupId, line.id, line.opensIn)}>
          <bdi>{line.title}</bdi>
        </TextLink>
      }
      meta={
        <>
          <span>{t(`kind.${line.kind}`)}</span>
          {parties.length > 0 && <bdi>{names(parties.map(({ name }) => name))}</bdi>}
          {meeting !== null && (
            <span>
              <bdi>{meeting.title}</bdi>
              {meeting.startsAt !== null && (
                <>
                  , <Time instant={meeting.startsAt} zone={zone} shape="day" />
                </>
              )}
            </span>
          )}
        </>
      }
      aside={
        <div className="grid justify-items-start gap-1 sm:justify-items-end">
          <ConclusionStateName outcome={line.outcome} first={first} />
          <span className="text-soft">
            <Time instant={line.at} zone={zone} shape="day" />
          </span>
        </div>
      }
    >
      {line.begins !== '' && (
        <p className="mt-1 line-clamp-2 print:line-clamp-none max-w-reading font-serif wrap-anywhere">
          <bdi>{line.begins}</bdi>
        </p>
      )}
      {citations.length > 0 && <Passages groupId={groupId} citations={citations} />}
      <History groupId={groupId} steps={line.history} zone={zone} />
    </Item>
  )
}

/** Most passages that are named in a line. */
const mostNamed = 4

function Passages({ groupId, citations }: { readonly groupId: string; readonly citations: readonly CitationView[] }) {
  const t = useTranslations('conclusions.found')
  const named = citations.slice(0, mostNamed)
  return (
    <p className="mt-1 text-sm text-soft">
      {t('restsOn')}{' '}
      {withKeys(named, ({ textId, first, last }) => `${textId} ${first} ${last}`).map(({ key, entry }, place) => (
        <Fragment key={key}>
          {place > 0 && ', '}
          {entry.textId !== named[place - 1]?.textId && entry.firstReference !== titleReference && (
            <>
              {/* The gap stands outside of what may run the other way. */}
              <bdi>{entry.textTitle}</bdi>{' '}
            </>
          )}
          <TextLink look="soft" href={`/groups/${groupId}/texts/${entry.textId}/p/${entry.first}`}>
            <bdi className="tabular-nums">{shownRange(entry)}</bdi>
          </TextLink>
        </Fragment>
      ))}
      {citations.length > mostNamed && ` ${t('moreCited', { count: citations.length - mostNamed })}`}
    </p>
  )
}

/** How it came to where it stands, in one line. */
function History({
  groupId,
  steps,
  zone,
}: {
  readonly groupId: string
  readonly steps: readonly HistoryStep[]
  readonly zone: string
}) {
  const t = useTranslations('conclusions.found.step')
  const language = useLanguage()
  const day = (instant: string) => formatTime(new Date(instant), zone, language, { shape: 'day' })
  return (
    <p className="mt-1 text-sm text-soft">
      {steps.map((step, place) => {
        const { key, values } = sentenceOf(step, day)
        return (
          <Fragment key={step.step}>
            {place > 0 && ' · '}
            {t(key, values)}
            {step.other !== null && (
              <>
                {' '}
                <TextLink look="soft" href={hrefOfConclusion(groupId, step.other.id, step.other.meetingId)}>
                  <bdi>{step.other.title}</bdi>
                </TextLink>
              </>
            )}
          </Fragment>
        )
      })}
    </p>
  )
}

/** Its page: in its meeting, or as what is shared with the group. */
function hrefOfConclusion(groupId: string, id: string, meetingId: string | null): string {
  return meetingId === null
    ? `/groups/${groupId}/conclusions/${id}`
    : `/groups/${groupId}/meetings/${meetingId}/conclusions/${id}`
}
