import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageWords } from '#components/text/page-words.tsx'
import { responsibleIn, rowsOf } from '#features/conclusions/components/drafting.ts'
import { loadConclusion, loadResponsible } from '#features/conclusions/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { DraftWithPassages } from '../../draft-with-passages.tsx'

interface Props {
  params: Promise<{ groupId: string; meetingId: string; conclusionId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('conclusions.form'))('editTitle') }
}

/** The next version of a draft. */
export default async function EditConclusionPage({ params }: Props) {
  const { groupId, meetingId, conclusionId } = await params
  const base = `/groups/${groupId}/meetings/${meetingId}/conclusions`
  const viewer = await requireViewer(`${base}/${conclusionId}/edit`)
  const [view, responsible] = await Promise.all([
    loadConclusion(viewer, conclusionId, meetingId),
    loadResponsible(viewer, meetingId),
  ])
  const current = view?.versions[0]
  if (view === null || responsible === null || current === undefined || view.kind === 'divergence') notFound()
  if (view.meeting.id !== meetingId || view.groupId !== groupId || !view.can.revise) notFound()
  return (
    <PageWords of={['conclusions.diff', 'conclusions.difference', 'conclusions.form', 'texts.picker']}>
      <div className="grid gap-6 pt-3 md:pt-6" data-foremost>
        <div>
          <h2 className="text-3xl font-medium">
            <bdi>{view.title}</bdi>
          </h2>
        </div>
        <DraftWithPassages
          groupId={groupId}
          base={base}
          draft={{ conclusionId, baseVersion: current.number, kind: view.kind }}
          wording={view.wording ?? ''}
          citations={view.citations}
          commitments={rowsOf(view.commitments)}
          responsible={responsibleIn(responsible)}
        />
      </div>
    </PageWords>
  )
}
