import { Radio } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { ActButton } from '#components/actions/act-button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Time } from '#components/text/time.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { HomeView } from '../queries/home.ts'
import type { HomeGroup } from '../queries/person.ts'
import { AskList } from './ask-list.tsx'
import { ChangeList } from './change-list.tsx'
import { firstNext } from './home-header.tsx'
import { zoneIn } from './in-group.ts'
import { NextList } from './next-list.tsx'
import { Welcome } from './welcome.tsx'

/** How many lines stand open; the others are one press away. */
const shown = 12

/** In how many groups at once somebody is told what they are there for. */
const mostWelcomed = 3

interface Props {
  readonly home: HomeView
  /** What the group is for stands above already. */
  readonly isPurposeSaid?: boolean
  /** Below everything in the narrow column: the groups, for instance. */
  readonly children?: ReactNode
}

/**
 * What is asked, what comes next, what is ahead, what changed: over all groups, or in one. Whoever finds nothing is told first what they
 * are there for; whoever is new there, or has done nothing yet, and is asked something, after that.
 */
export function HomeSections({ home, isPurposeSaid = false, children }: Props) {
  const t = useTranslations('home')
  const { asks, next, waits, groups } = home
  const isEmpty = asks.length + next.length === 0
  // What the header offers is not offered again.
  const said = firstNext(home)
  const following = said === undefined ? next : next.slice(1)
  const welcomed = groups
    .filter(({ welcoming }) => welcoming === 'told' || (welcoming === 'if-empty' && isEmpty))
    .slice(0, mostWelcomed)
  // Of several groups in which nothing is new, what lies ahead and what one waits for come first, also on a phone.
  const isLate = ({ welcoming }: HomeGroup) => groups.length > 1 && welcoming === 'if-empty'
  const welcomeOf = (some: readonly HomeGroup[]) =>
    some.map((group) => (
      <Section
        key={group.id}
        title={groups.length > 1 ? t('welcome.titleIn', { group: group.name }) : t('welcome.title')}
        actions={<PutAway group={group} />}
      >
        <Welcome group={group} isBusy={!isEmpty} isPurposeSaid={isPurposeSaid} />
      </Section>
    ))
  const welcome = welcomeOf(welcomed.filter((group) => !isLate(group)))
  return (
    <div className="grid gap-x-14 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)] lg:grid-rows-[auto_1fr]">
      <div className="min-w-0">
        {isEmpty && welcome}
        {asks.length > 0 && (
          <Section title={t('asked')}>
            <Asked home={home} />
          </Section>
        )}
        {following.length > 0 && (
          <Section title={t(said === undefined ? 'next.title' : 'next.after')}>
            <ComesNext label={t('next.title')} lines={following} groups={groups} />
          </Section>
        )}
        {waits.length > 0 && (
          <Section title={t('next.waits')}>
            <ComesNext label={t('next.waits')} lines={waits} groups={groups} />
          </Section>
        )}
        {!isEmpty && welcome}
      </div>
      <div className="min-w-0 lg:row-span-2">
        <Section title={t('meetings')}>
          <NextMeetings home={home} />
        </Section>
        {children}
      </div>
      <div className="min-w-0">
        {welcomeOf(welcomed.filter(isLate))}
        <Section title={t('changes')}>
          <ChangeList home={home} />
        </Section>
      </div>
    </div>
  )
}

/** Whoever has read it puts it away, and can have it back. */
function PutAway({ group: { id: groupId, name } }: { readonly group: HomeGroup }) {
  const t = useTranslations('home.welcome')
  const params = { groupId }
  return (
    <ActButton
      size="small"
      variant="quiet"
      act={{ route: 'DELETE /groups/{groupId}/welcome', params }}
      undo={{ said: t('didPutAway', { group: name }), act: { route: 'PUT /groups/{groupId}/welcome', params } }}
    >
      {t('putAway')}
    </ActButton>
  )
}

function Asked({ home: { asks, groups } }: { readonly home: HomeView }) {
  const t = useTranslations('home')
  const rest = asks.slice(shown)
  return (
    <>
      <AskList asks={asks.slice(0, shown)} groups={groups} />
      {rest.length > 0 && (
        <Disclosure summary={t('more', { count: rest.length })}>
          <AskList asks={rest} groups={groups} />
        </Disclosure>
      )}
    </>
  )
}

function ComesNext({ lines, ...list }: ComponentProps<typeof NextList>) {
  const t = useTranslations('home')
  const rest = lines.slice(shown)
  return (
    <>
      <NextList {...list} lines={lines.slice(0, shown)} />
      {rest.length > 0 && (
        <Disclosure summary={t('more', { count: rest.length })}>
          <NextList {...list} lines={rest} />
        </Disclosure>
      )}
    </>
  )
}

function NextMeetings({ home: { meetings, groups } }: { readonly home: HomeView }) {
  const t = useTranslations('home')
  const list = useNames()
  const officesIn = ({ id, groupId }: HomeView['meetings'][number]) =>
    (groups.find((group) => group.id === groupId)?.offices ?? []).flatMap(({ meetingId, office }) =>
      meetingId === id ? [office] : [],
    )
  if (meetings.length === 0)
    return <p className="max-w-reading font-serif text-lg text-soft">{t('meetingsNoneMeans')}</p>
  return (
    <ItemList label={t('meetings')}>
      {meetings.map((meeting) => (
        <Item
          key={meeting.id}
          title={
            <TextLink look="title" href={`/groups/${meeting.groupId}/meetings/${meeting.id}`}>
              <bdi>{meeting.title}</bdi>
            </TextLink>
          }
          meta={
            <>
              <Time instant={meeting.startsAt} zone={zoneIn(groups, meeting.groupId)} />
              <span>{t('minutes', { minutes: meeting.durationMinutes })}</span>
              <bdi>{list(meeting.parties)}</bdi>
              {officesIn(meeting).map((office) => (
                <span key={office}>{t(`held.${office}`)}</span>
              ))}
              {groups.length > 1 && <bdi>{groups.find(({ id }) => id === meeting.groupId)?.name}</bdi>}
            </>
          }
          aside={
            meeting.state === 'open' && (
              <StateMark tone="now" icon={<Radio aria-hidden />}>
                {t('openNow')}
              </StateMark>
            )
          }
        />
      ))}
    </ItemList>
  )
}
