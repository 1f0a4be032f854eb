import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { ButtonLink } from '#components/actions/button.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TermMark } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { NextLine } from '#domain/next-acts.ts'
import type { Demand, NextAsk } from '#store/asks/ask.ts'
import { askHref, nextHref } from '#store/asks/register.ts'
import type { HomeView } from '../queries/home.ts'
import type { LeaderlessGroup } from '../queries/leaderless.ts'
import type { HomeGroup } from '../queries/person.ts'
import { useAskWords } from './ask-words.ts'
import { partyAsked, zoneIn } from './in-group.ts'
import { NextDay, tellsDay, termOfNext } from './next-list.tsx'
import { useNextWhy, useNextWords } from './next-words.ts'

interface Props {
  readonly home: HomeView
  readonly title: ReactNode
}

/**
 * Where am I, what is asked of me first, by when: as the button of the page. A meeting of one's own that is open now comes before all
 * that can be done later; where nobody asks for anything, it says what comes next, and why.
 */
export function HomeHeader({ home, title }: Props) {
  const { asks, meetings, groups } = home
  const t = useTranslations('home')
  const words = useAskWords()
  const [first] = asks
  const open = openMeetingOf(meetings)
  const line = firstNext(home)
  if (open !== undefined) {
    const href = `/groups/${open.groupId}/meetings/${open.id}`
    return <PageHeader title={title} asked={<First href={href}>{t('openMeeting', { title: open.title })}</First>} />
  }
  if (first !== undefined)
    return (
      <PageHeader
        title={title}
        asked={<First href={askHref(first)}>{words(first)}</First>}
        due={<Due ask={first} groups={groups} />}
      />
    )
  if (line !== undefined) return <NextHeader title={title} line={line} groups={groups} />
  const [group] = home.leaderless
  if (group !== undefined)
    return (
      <PageHeader
        title={title}
        asked={<First href={inviteHref(group)}>{t('inviteOrganizer', { group: group.name })}</First>}
        means={t('leaderlessMeans')}
      />
    )
  return <PageHeader title={title} asked={groups.length === 0 ? null : t('nothingAsked')} />
}

/** Where whoever looks after the instance invites the organizer of a group that has none. */
export function inviteHref({ id }: LeaderlessGroup): string {
  return `/groups?invite=${id}#invite`
}

/** What comes next, where the header says it, so that the list below begins with what follows; undefined: something else is first. */
export function firstNext({ asks, next, meetings }: HomeView): NextLine<NextAsk> | undefined {
  return asks.length > 0 || openMeetingOf(meetings) !== undefined ? undefined : next[0]
}

function openMeetingOf(meetings: HomeView['meetings']): HomeView['meetings'][number] | undefined {
  return meetings.find(({ state, takesPart }) => state === 'open' && takesPart)
}

interface NextHeaderProps {
  readonly title: ReactNode
  readonly line: NextLine<NextAsk>
  readonly groups: readonly HomeGroup[]
}

function NextHeader({ title, line, groups }: NextHeaderProps) {
  const words = useNextWords()
  const why = useNextWhy(groups)
  const { first } = line
  const term = termOfNext[first.kind]
  const id = useId()
  const party = partyAsked(groups, first)
  const group = groups.length > 1 ? groups.find(({ id }) => id === first.groupId)?.name : undefined
  return (
    <PageHeader
      title={title}
      asked={
        <>
          <First href={nextHref(line)} aria-describedby={term && id}>
            {words(line)}
          </First>
          {term && <TermMark of={term} id={id} />}
        </>
      }
      due={tellsDay(first) && <NextDay line={line} groups={groups} />}
      means={
        <>
          {why(first)}
          {[party, group ?? null].map(
            (name) =>
              name !== null && (
                <span key={name}>
                  {' · '}
                  <bdi>{name}</bdi>
                </span>
              ),
          )}
        </>
      }
    />
  )
}

function First({ children, ...link }: { href: string; children: string; 'aria-describedby'?: string | undefined }) {
  return (
    <ButtonLink {...link} variant="primary" icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
      <bdi>{children}</bdi>
    </ButtonLink>
  )
}

function Due({ ask, groups }: { readonly ask: Demand; readonly groups: readonly HomeGroup[] }) {
  const t = useTranslations('home')
  const party = partyAsked(groups, ask)
  return (
    <>
      {party !== null && <bdi>{party}</bdi>}
      {party !== null && ask.at !== null && ' · '}
      {ask.at !== null && (
        <>
          {t('by')}{' '}
          <Time
            instant={ask.at}
            zone={ask.zone ?? zoneIn(groups, ask.groupId)}
            shape={ask.zone === null ? 'moment' : 'day'}
          />
        </>
      )}
    </>
  )
}
