import { useTranslations } from 'next-intl'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { NextLine } from '#domain/next-acts.ts'
import type { NextAsk } from '#store/asks/ask.ts'
import { nextHref } from '#store/asks/register.ts'
import type { HomeGroup } from '../queries/person.ts'
import { partyAsked, zoneIn } from './in-group.ts'
import { useNextWords } from './next-words.ts'

interface Props {
  readonly lines: readonly NextLine<NextAsk>[]
  /** Named beside each line where there are several. */
  readonly groups: readonly HomeGroup[]
}

/** What comes next, the most urgent first: what, why, and one link each. */
export function NextList({ lines, groups }: Props) {
  const t = useTranslations('home')
  const words = useNextWords()
  return (
    <ItemList label={t('next.title')} ordered>
      {lines.map((line) => {
        const { first } = line
        const party = partyAsked(groups, first)
        return (
          <Item
            key={`${first.kind} ${first.thingId} ${first.meeting?.id}`}
            title={
              <TextLink look="title" href={nextHref(line)}>
                <bdi>{words(line)}</bdi>
              </TextLink>
            }
            meta={
              <>
                <span>{t(`next.why.${first.kind}`)}</span>
                {party !== null && <bdi>{party}</bdi>}
                {groups.length > 1 && <bdi>{groups.find(({ id }) => id === first.groupId)?.name}</bdi>}
              </>
            }
            aside={tellsDay(first) && <When line={line} groups={groups} />}
          />
        )
      })}
    </ItemList>
  )
}

/** Whether a day belongs to it: when the meeting begins, or until when an invitation is open. */
function tellsDay({ at, kind }: NextAsk): boolean {
  return at !== null && kind !== 'put-minutes' && kind !== 'minutes-unanswered'
}

function When({ line: { first }, groups }: { line: NextLine<NextAsk>; groups: readonly HomeGroup[] }) {
  const t = useTranslations('home.next')
  return (
    <span className="text-soft">
      {first.kind === 'head-unanswered' && `${t('until')} `}
      {first.at !== null && <Time instant={first.at} zone={zoneIn(groups, first.groupId)} shape="month-day" />}
    </span>
  )
}
