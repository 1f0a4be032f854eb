import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { Change } from '#store/changes/change.ts'
import type { HomeView } from '../queries/home.ts'
import { zoneIn } from './in-group.ts'

/** What changed lately, the newest first. */
export function ChangeList({ home: { changes, groups } }: { readonly home: HomeView }) {
  const t = useTranslations('home')
  if (changes.length === 0) return <p className="text-soft">{t('changesNone')}</p>
  return (
    <ul className="grid gap-3">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-x-4 sm:grid-cols-[4.5rem_minmax(0,1fr)]">
          <span className="text-sm text-soft">
            <Time instant={change.at} zone={zoneIn(groups, change.groupId)} shape="month-day" />
          </span>
          <div className="min-w-0">
            <ChangeWords change={change} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function ChangeWords({ change }: { readonly change: Change }) {
  switch (change.in) {
    case 'group':
      return <GroupChange change={change} />
    case 'meeting':
      return <MeetingChange change={change} />
    case 'text':
      return <TextChange change={change} />
    case 'sharing':
      return <SharingChange change={change} />
    default:
      return change satisfies never
  }
}

function TextChange({ change: { groupId, text } }: { readonly change: Extract<Change, { in: 'text' }> }) {
  const t = useTranslations('home')
  return (
    <>
      <TextLink look="title" href={`/groups/${groupId}/texts/${text.id}`} className="font-medium">
        <bdi>{text.title}</bdi>
      </TextLink>{' '}
      {t('published')}
    </>
  )
}

function SharingChange({ change }: { readonly change: Extract<Change, { in: 'sharing' }> }) {
  const t = useTranslations('home')
  const { groupId, conclusion, meeting } = change
  const isRecord = conclusion.kind === 'record'
  const within = meeting === null ? '' : `/meetings/${meeting.id}`
  return (
    <>
      <TextLink
        look="title"
        href={`/groups/${groupId}${within}${isRecord ? '/record' : `/conclusions/${conclusion.id}`}`}
        className="font-medium"
      >
        <bdi>{isRecord ? t('minutesOf') : conclusion.title}</bdi>
      </TextLink>{' '}
      {t('shared')}
      {meeting !== null && (
        <span className="block text-sm text-soft">
          <bdi>{meeting.title}</bdi>
        </span>
      )}
    </>
  )
}

function MeetingChange({ change }: { readonly change: Extract<Change, { in: 'meeting' }> }) {
  const t = useTranslations('home')
  const { groupId, kind, meeting, conclusion } = change
  const at = `/groups/${groupId}/meetings/${meeting.id}`
  const isRecord = conclusion?.kind === 'record'
  const href = conclusion === null ? at : isRecord ? `${at}/record` : `${at}/conclusions/${conclusion.id}`
  return (
    <>
      <TextLink look="title" href={href} className="font-medium">
        <bdi>{conclusion === null ? meeting.title : isRecord ? t('minutesOf') : conclusion.title}</bdi>
      </TextLink>{' '}
      {t(`changed.${kind}`)}
      {conclusion !== null && (
        <span className="block text-sm text-soft">
          <bdi>{meeting.title}</bdi>
        </span>
      )}
    </>
  )
}

function GroupChange({ change }: { readonly change: Extract<Change, { in: 'group' }> }) {
  const t = useTranslations('groups')
  const { kind, actor, subject, party, detail, role } = change
  return (
    <>
      {t(`history.${kind}`, { actor, subject, detail, role: role === null ? '' : t(`role.${role}`) })}
      {party !== null && (
        <span className="block text-sm text-soft">
          <bdi>{party}</bdi>
        </span>
      )}
    </>
  )
}
