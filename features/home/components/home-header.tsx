import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { Ask } from '#store/asks/ask.ts'
import { askHref } from '#store/asks/register.ts'
import type { HomeGroup, HomeView } from '../queries/home.ts'
import { useAskWords } from './ask-words.ts'
import { partyAsked, zoneIn } from './in-group.ts'

interface Props {
  readonly home: HomeView
  readonly title: ReactNode
}

/**
 * Where am I, what is asked of me first, by when. A meeting of one's own that is open now comes before all that can be done
 * later; a new group, in which nobody can ask for anything yet, has its first steps below.
 */
export function HomeHeader({ home: { asks, meetings, groups }, title }: Props) {
  const t = useTranslations('home')
  const words = useAskWords()
  const [first] = asks
  const open = meetings.find(({ state, takesPart }) => state === 'open' && takesPart)
  if (open !== undefined) {
    const href = `/groups/${open.groupId}/meetings/${open.id}`
    return <PageHeader title={title} asked={<Line href={href}>{t('openMeeting', { title: open.title })}</Line>} />
  }
  if (first !== undefined)
    return (
      <PageHeader
        title={title}
        asked={<Line href={askHref(first)}>{words(first)}</Line>}
        due={<Due ask={first} groups={groups} />}
      />
    )
  const begins = groups.length === 0 || groups.some(({ firstSteps }) => firstSteps.length > 0)
  return <PageHeader title={title} asked={begins ? null : t('nothingAsked')} />
}

function Line({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <TextLink look="title" href={href}>
      <bdi>{children}</bdi>
    </TextLink>
  )
}

function Due({ ask, groups }: { readonly ask: Ask; readonly groups: readonly HomeGroup[] }) {
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
