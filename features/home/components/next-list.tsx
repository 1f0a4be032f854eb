import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { type TermKey, TermMark } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { NextLine } from '#domain/next-acts.ts'
import type { NextAsk } from '#store/asks/ask.ts'
import { nextHref } from '#store/asks/register.ts'
import type { HomeGroup } from '../queries/person.ts'
import { partyAsked, zoneIn } from './in-group.ts'
import { useNextWhy, useNextWords } from './next-words.ts'

interface Props {
  /** What the list is called. */
  readonly label: string
  readonly lines: readonly NextLine<NextAsk>[]
  /** Named beside each line where there are several. */
  readonly groups: readonly HomeGroup[]
}

/** What is to be done in a word of the procedure that stands in its link; the others say themselves what they are. */
export const termOfNext: Readonly<Partial<Record<NextAsk['kind'], TermKey>>> = {
  'put-minutes': 'put',
  'appoint-chair': 'chair',
  'invite-head': 'head',
}

/** What comes next, the most urgent first: what, why, and one link each. */
export function NextList({ label, lines, groups }: Props) {
  const words = useNextWords()
  const id = useId()
  const why = useNextWhy(groups)
  return (
    <ItemList label={label} ordered>
      {lines.map((line, place) => {
        const { first } = line
        const term =
          lines.findIndex((one) => one.first.kind === first.kind) === place ? termOfNext[first.kind] : undefined
        const meaning = term && `${id}-${first.kind}`
        const party = partyAsked(groups, first)
        return (
          <Item
            key={`${first.kind} ${first.thingId} ${first.meeting?.id}`}
            title={
              <>
                <TextLink look="title" href={nextHref(line)} aria-describedby={meaning}>
                  <bdi>{words(line)}</bdi>
                </TextLink>
                {term && meaning && (
                  <>
                    {' '}
                    <TermMark of={term} id={meaning} />
                  </>
                )}
              </>
            }
            meta={
              <>
                <span>{why(first)}</span>
                {party !== null && <bdi>{party}</bdi>}
                {groups.length > 1 && <bdi>{groups.find(({ id }) => id === first.groupId)?.name}</bdi>}
              </>
            }
            aside={tellsDay(first) && <NextDay line={line} groups={groups} />}
          />
        )
      })}
    </ItemList>
  )
}

/** Whether a day belongs to it: when the meeting begins, or until when an invitation is open. */
export function tellsDay({ at, kind }: NextAsk): boolean {
  return at !== null && kind !== 'put-minutes' && kind !== 'minutes-unanswered'
}

/** The day that belongs to what comes next, where `tellsDay` says that one does. */
export function NextDay({ line: { first }, groups }: { line: NextLine<NextAsk>; groups: readonly HomeGroup[] }) {
  const t = useTranslations('home.next')
  return (
    <span className="text-soft">
      {(first.kind === 'head-unanswered' || first.kind === 'people-unanswered') && `${t('until')} `}
      {first.at !== null && <Time instant={first.at} zone={zoneIn(groups, first.groupId)} shape="month-day" />}
    </span>
  )
}
