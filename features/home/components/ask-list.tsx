import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Term, type TermKey } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { Demand } from '#store/asks/ask.ts'
import { askHref } from '#store/asks/register.ts'
import type { HomeGroup } from '../queries/person.ts'
import { useAskWords } from './ask-words.ts'
import { partyAsked, zoneIn } from './in-group.ts'

interface Props {
  readonly asks: readonly Demand[]
  /** Named beside each line where there are several, as are one’s parties. */
  readonly groups: readonly HomeGroup[]
}

/** What is asked in a word of the procedure; the others say themselves what they are. */
const termOf: Readonly<Partial<Record<Demand['kind'], TermKey>>> = {
  homework: 'homework',
  stance: 'stance',
  commitment: 'commitment',
  word: 'principals',
  words: 'divergence',
  offer: 'offer',
  office: 'office',
  'choose-party': 'seat',
  participant: 'participant',
}

/** What is asked of the viewer: what, where, by when, and one link each. */
export function AskList({ asks, groups }: Props) {
  const t = useTranslations('home')
  const words = useAskWords()
  return (
    <ItemList label={t('asked')}>
      {asks.map((ask, place) => (
        <Item
          key={`${ask.kind} ${ask.thingId} ${ask.partyId}`}
          lead={
            ask.at === null ? (
              t(ask.awaited ? 'now' : 'noDate')
            ) : (
              <Time instant={ask.at} zone={ask.zone ?? zoneIn(groups, ask.groupId)} shape="month-day" />
            )
          }
          title={
            <TextLink look="title" href={askHref(ask)}>
              <bdi>{words(ask)}</bdi>
            </TextLink>
          }
          meta={
            <>
              <span>
                <Term of={termOf[ask.kind] ?? null} first={asks.findIndex(({ kind }) => kind === ask.kind) === place}>
                  {t(`what.${ask.kind}`)}
                </Term>
              </span>
              {partyAsked(groups, ask) !== null && <bdi>{partyAsked(groups, ask)}</bdi>}
              {ask.meeting && <bdi>{ask.meeting.title}</bdi>}
              {groups.length > 1 && <bdi>{groups.find(({ id }) => id === ask.groupId)?.name}</bdi>}
            </>
          }
          aside={
            ask.late && (
              <StateMark tone="alert" icon={<CircleAlert aria-hidden />}>
                {t('late')}
              </StateMark>
            )
          }
        />
      ))}
    </ItemList>
  )
}
