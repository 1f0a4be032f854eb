import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { Section } from '#components/frame/section.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Notice } from '#components/text/notice.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Term } from '#components/text/term.tsx'
import { ConclusionsUnderItem, foremostActUnderItem } from '#features/conclusions/components/under-item.tsx'
import { CurrentItem } from '#features/floor/components/current-item.tsx'
import { FloorAgenda } from '#features/floor/components/floor-agenda.tsx'
import { LiveFloor } from '#features/floor/components/live-floor.tsx'
import { Notes } from '#features/floor/components/notes.tsx'
import { Opening } from '#features/floor/components/opening.tsx'
import { Presence } from '#features/floor/components/presence.tsx'
import { WordsAtWork } from '#features/floor/components/room-words.tsx'
import { standOf } from '#features/floor/components/stand-of.ts'
import { loadFloor } from '#features/floor/loaders.ts'
import type { FloorView } from '#features/floor/views.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.steps'))('floor') }
}

/** Floor: the meeting as it is held, while others act too. */
export default async function FloorPage({ params }: Props) {
  const { groupId, meetingId } = await params
  const at = `/groups/${groupId}/meetings/${meetingId}`
  const viewer = await requireViewer(`${at}/floor`)
  const floor = await loadFloor(viewer, meetingId)
  if (floor === null || floor.groupId !== groupId) notFound()
  if (floor.state === 'draft' || floor.state === 'scheduled')
    return (
      <Prepared>
        <Opening floor={floor} />
      </Prepared>
    )
  return (
    <PageWords of={['floor.noteForm']}>
      <Prepared>
        {floor.state === 'open' ? (
          <Running at={at} floor={floor} personId={viewer.personId} />
        ) : (
          <Over at={at} floor={floor} />
        )}
      </Prepared>
    </PageWords>
  )
}

/** What is current, who is there, and the agenda as it goes. */
function Running({ at, floor, personId }: { at: string; floor: FloorView; personId: string }) {
  const t = useTranslations('floor')
  const current = floor.items.find(({ id }) => id === floor.currentItemId)
  return (
    <div className="grid gap-x-14 pt-3 md:pt-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
      <div className="min-w-0">
        <LiveFloor meetingId={floor.id} shown={standOf(floor)} />
        <CurrentItem
          floor={floor}
          foremostAct={
            current === undefined
              ? null
              : foremostActUnderItem({ lines: current.conclusions, base: `${at}/conclusions` })
          }
          conclusions={
            current !== undefined && current.conclusions.length > 0 ? (
              <ConclusionsUnderItem
                hasActs
                hasBar
                lines={current.conclusions}
                base={`${at}/conclusions`}
                words={
                  floor.words && {
                    conclusionId: floor.words.conclusionId,
                    shown: <WordsAtWork wording={floor.words.wording} />,
                  }
                }
              />
            ) : null
          }
        />
        {current && (
          <Section title={t('notes')}>
            <Notes floor={floor} item={current} />
          </Section>
        )}
        <Unplaced at={at} floor={floor} />
      </div>
      <div className="min-w-0">
        <Section title={t('presence')}>
          <Presence floor={floor} personId={personId} />
        </Section>
        <Section title={<Term of="agenda">{t('agenda')}</Term>}>
          <Agenda at={at} floor={floor} />
        </Section>
        {floor.can.conduct && (
          <p className="print:hidden">
            <ButtonLink href={`${at}/floor/close`}>{t('close')}</ButtonLink>
          </p>
        )}
      </div>
    </div>
  )
}

/** How the agenda went, once the meeting is closed or cancelled. Notes are kept after it too. */
function Over({ at, floor }: { at: string; floor: FloorView }) {
  const t = useTranslations('floor')
  return (
    <div className="grid max-w-page gap-8 pt-6">
      <Notice tone="info" title={floor.state === 'cancelled' ? t('cancelled') : t('over')}>
        {floor.state !== 'cancelled' && t('overMeans')}
      </Notice>
      <Section title={t('agenda')}>
        <Agenda at={at} floor={floor} />
      </Section>
      <Unplaced at={at} floor={floor} />
    </div>
  )
}

/** What was begun under no item of the agenda. */
function Unplaced({ at, floor: { unplaced } }: { at: string; floor: FloorView }) {
  const t = useTranslations('floor')
  if (unplaced.length === 0) return null
  return (
    <Section title={t('unplaced')} id="unplaced">
      <ConclusionsUnderItem hasActs lines={unplaced} base={`${at}/conclusions`} />
    </Section>
  )
}

/** The agenda as it goes, with what is concluded under each item. */
function Agenda({ at, floor }: { at: string; floor: FloorView }) {
  return (
    <FloorAgenda
      floor={floor}
      renderConclusions={(lines) => <ConclusionsUnderItem lines={lines} base={`${at}/conclusions`} />}
    />
  )
}
