import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { MeetingHeader } from '#features/meetings/components/meeting-header.tsx'
import { PlanAgenda } from '#features/meetings/components/plan-agenda.tsx'
import { GroupFrame } from '../../../groups/[groupId]/group-frame.tsx'
import { PlanSheet } from '../../../groups/[groupId]/meetings/[meetingId]/plan/plan-sheet.tsx'
import { TextReading } from '../../../groups/[groupId]/texts/[textId]/text-reading.tsx'
import { HomeSheet } from '../../../home-sheet.tsx'
import { groupId, idOf } from './made-up.ts'
import { group } from './made-up-group.ts'
import { home } from './made-up-home.ts'
import { head, plan } from './made-up-plan.ts'
import { marks, reading } from './made-up-text.ts'

export const metadata: Metadata = { title: 'Bench' }

interface Props {
  params: Promise<{ page: string }>
}

/**
 * What the bench holds the real pages against: the very parts of which they are made, around rows that are made up and held
 * in memory, as many as the demo group has. Rendered for every request, behind the same proxy and the same outermost layout,
 * with a nonce and words of its own. It leaves out what a baseline is there to leave out: opening the session's seal, proving
 * the viewer and the scope, every statement, and making views of rows; and it has one layout where the others nest two or
 * three. There is nobody in it and nothing to find, and only a server that was started for the bench (`BENCH=1`) has it.
 */
export default async function BenchPage({ params }: Props) {
  if (process.env.BENCH !== '1') notFound()
  const { page } = await params
  switch (page) {
    case 'home':
      return (
        <PageWords of={['groups.menu']}>
          <HomeSheet home={home} />
        </PageWords>
      )
    case 'text':
      return (
        <PageWords of={['components.forms', 'groups.menu', 'texts.limits', 'texts.quoting', 'texts.readingOn']}>
          <GroupFrame group={group}>
            <TextReading isNew={false} reading={reading} marks={marks} refusal={null} />
          </GroupFrame>
        </PageWords>
      )
    case 'meeting':
      return (
        <PageWords of={['components.reorder', 'groups.menu']}>
          <GroupFrame group={group}>
            <MeetingHeader groupId={groupId} head={head} />
            <div className="pt-2">
              <PlanSheet
                proposesFor={[]}
                plan={plan}
                personId={idOf(99)}
                agenda={
                  <Prepared>
                    <PlanAgenda plan={plan} />
                  </Prepared>
                }
                offer={false}
                schedule={false}
              />
            </div>
          </GroupFrame>
        </PageWords>
      )
    default:
      return notFound()
  }
}
