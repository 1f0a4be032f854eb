import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { Demand } from '#store/asks/ask.ts'
import { askHref, nextHref } from '#store/asks/register.ts'
import type { HomeView } from '../queries/home.ts'
import type { HomeGroup } from '../queries/person.ts'
import { useAskWords } from './ask-words.ts'
import { partyAsked, zoneIn } from './in-group.ts'
import { useNextWords } from './next-words.ts'

interface Props {
  readonly home: HomeView
  readonly title: ReactNode
}

/**
 * Where am I, what is asked of me first, by when. A meeting of one's own that is open now comes before all that can be done
 * later; where nobody asks for anything, it says what comes next.
 */
export function HomeHeader({ home: { asks, next, meetings, groups }, title }: Props) {
  const t = useTranslations('home')
  const words = useAskWords()
  const nextWords = useNextWords()
  const [first] = asks
  const [line] = next
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
  if (line !== undefined) {
    const what = <Line href={nextHref(line)}>{nextWords(line)}</Line>
    return <PageHeader title={title} asked={what} />
  }
  return <PageHeader title={title} asked={groups.length === 0 ? null : t('nothingAsked')} />
}

function Line({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <TextLink look="title" href={href}>
      <bdi>{children}</bdi>
    </TextLink>
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
