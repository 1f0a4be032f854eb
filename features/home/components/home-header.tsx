import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/page-header.tsx'
import { TextLink } from '#components/text-link.tsx'
import { Time } from '#components/time.tsx'
import type { HomeView } from '../queries/home.ts'
import { askHref } from './ask-href.ts'
import { useAskWords } from './ask-words.ts'

interface Props {
  readonly home: HomeView
  readonly title: ReactNode
}

/** Where am I, what is asked of me first, by when. */
export function HomeHeader({ home: { asks, zone, groups }, title }: Props) {
  const t = useTranslations('home')
  const words = useAskWords()
  const [first] = asks
  if (groups.length === 0) return <PageHeader title={title} />
  if (first === undefined) return <PageHeader title={title} asked={t('nothingAsked')} />
  const due = first.at !== null && (
    <>
      {t('by')} <Time instant={first.at} zone={first.zone ?? zone} shape={first.zone === null ? 'moment' : 'day'} />
    </>
  )
  return (
    <PageHeader
      title={title}
      asked={
        <TextLink look="title" href={askHref(first)}>
          <bdi>{words(first)}</bdi>
        </TextLink>
      }
      due={due}
    />
  )
}
