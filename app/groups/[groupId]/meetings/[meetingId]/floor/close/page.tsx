import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { Section } from '#components/frame/section.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Notice } from '#components/text/notice.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { termTags } from '#components/text/term.tsx'
import { beginningOf } from '#domain/text/grapheme.ts'
import { ClosingForm } from '#features/meetings/components/closing-form.tsx'
import { loadClosing, loadMeetingHead } from '#features/meetings/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { formatTime, formatWall } from '#lib/words/format.ts'
import { pageLanguage } from '#lib/words/page-language.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

/** Closing a meeting: of everything that is open, what becomes of it (rule 16). */
export default async function ClosePage({ params }: Props) {
  const { groupId, meetingId } = await params
  const at = `/groups/${groupId}/meetings/${meetingId}`
  const viewer = await requireViewer(`${at}/floor/close`)
  const closing = await loadClosing(viewer, meetingId)
  if (closing === null) {
    // Whoever goes back to here once it is closed is led to where it stands now.
    const head = await loadMeetingHead(viewer, groupId, meetingId)
    if (head?.state === 'closed' || head?.state === 'agreed') redirect(at)
    notFound()
  }
  const t = await getTranslations('floor')
  const language = await pageLanguage()
  const day = (startsAt: string) => formatTime(new Date(startsAt), closing.viewerZone, language, { shape: 'day' })
  const carriers = closing.carriers.map(({ id, title, startsAt }) => ({
    value: id as string,
    label: startsAt === null ? title : `${title}, ${day(startsAt)}`,
  }))
  if (closing.makesNext) carriers.push({ value: 'next', label: t('closing.new') })
  const things = closing.open.map(({ kind, id, title, progress, party, dueOn, offered }) =>
    kind === 'commitment'
      ? {
          kind,
          id,
          title,
          meta: [party, dueOn === null ? null : t('closing.dueOn', { date: formatWall(dueOn, language) })]
            .filter((fact) => fact !== null)
            .join(', '),
          first: offered,
        }
      : {
          kind: 'item' as const,
          id,
          title,
          meta: t(`closing.progress.${progress ?? 'not-reached'}`),
          first: offered === 'carry' && carriers.length === 0 ? null : offered,
        },
  )
  return (
    <PageWords of={['floor.closing']}>
      <Prepared>
        <div className="pt-6">
          <Section
            title={t('closing.title')}
            actions={<ButtonLink href={`${at}/floor`}>{t('closing.back')}</ButtonLink>}
          >
            <div className="grid max-w-form gap-6">
              <p>{things.length === 0 ? t('closing.none') : t.rich('closing.lead', termTags('carry-over'))}</p>
              <Notice tone="info" title={t('closing.recorded')} />
              <ClosingForm
                meetingId={meetingId}
                then={`${at}/conclusions`}
                things={things}
                carriers={carriers}
                suggestedTitle={beginningOf(t('closing.suggested', { title: closing.title }), 200)}
                kind={closing.kind}
              />
            </div>
          </Section>
        </div>
      </Prepared>
    </PageWords>
  )
}
