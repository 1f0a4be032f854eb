import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { agendaDefaults } from '#domain/agenda/agenda.ts'
import { fewestParties } from '#domain/meeting/arity.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'
import { NewMeetingForm } from '#features/meetings/components/new-meeting-form.tsx'
import { loadBeginning, loadDeclined } from '#features/meetings/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('new') }
}

/** `?with=` names the party to which one proposes a meeting at first; `?again=` the proposal that was declined and is made once more. */
export default async function NewMeetingPage({ params, searchParams }: Props) {
  const { groupId } = await params
  const { with: other, again } = await searchParams
  const viewer = await requireViewer(`/groups/${groupId}/meetings/new`)
  const [view, declined] = await Promise.all([
    loadBeginning(viewer, groupId),
    typeof again === 'string' ? loadDeclined(viewer, again) : null,
  ])
  if (view === null) notFound()
  const t = await getTranslations('meetings')
  const kinds = [
    ...view.kinds.map((kind) => ({
      value: kind,
      label: t(`kind.${kind}`),
      // A draft waits for parties that are still to come (rule 1).
      description:
        view.parties.length < fewestParties(kind)
          ? t('begin.waitsForParties', { means: t(`kindGood.${kind}`), count: view.parties.length })
          : t(`kindGood.${kind}`),
    })),
    ...(view.proposesFor.length > 0
      ? [{ value: 'proposal' as const, label: t('begin.proposal'), description: t('kindGood.proposal') }]
      : []),
  ]
  const minutesOf = (kind: MeetingKind) => agendaDefaults(kind).meetingMinutes
  return (
    <PageWords of={['components.choices', 'meetings.begin', 'meetings.time', 'meetings.venue']}>
      <PageHeader
        above={
          <Breadcrumb label={t('head.trail')} trail={[{ href: `/groups/${groupId}/meetings`, label: t('title') }]} />
        }
        title={t('begin.title')}
      />
      {kinds.length === 0 ? (
        <EmptyState title={t('begin.nothing')}>{t('begin.nothingMeans')}</EmptyState>
      ) : (
        <NewMeetingForm
          groupId={groupId}
          view={view}
          kinds={kinds}
          proposedTo={view.proposesFor.length > 0 ? (view.parties.find(({ id }) => id === other)?.id ?? null) : null}
          again={declined}
          minutes={{
            study: minutesOf('study'),
            bilateral: minutesOf('bilateral'),
            multilateral: minutesOf('multilateral'),
            proposal: minutesOf('bilateral'),
          }}
        />
      )}
    </PageWords>
  )
}
