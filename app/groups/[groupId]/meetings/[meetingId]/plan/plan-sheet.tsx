import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Prepared } from '#components/markup/prepared.tsx'
import { Notice } from '#components/text/notice.tsx'
import { PlanEnded } from '#features/meetings/components/plan-ended.tsx'
import { PlanNext, ProposeAgain } from '#features/meetings/components/plan-next.tsx'
import { PlanOffices } from '#features/meetings/components/plan-offices.tsx'
import { ChooseParty, PlanPeople } from '#features/meetings/components/plan-people.tsx'
import { PlanTitles } from '#features/meetings/components/plan-titles.tsx'
import { PlanWhen } from '#features/meetings/components/plan-when.tsx'
import type { PlanView } from '#features/meetings/views/plan.ts'
import { PlanDesk } from './plan-desk.tsx'

interface Props {
  readonly plan: PlanView
  /** Where a proposal was declined: the parties for which the viewer proposes meetings; else empty. */
  readonly proposesFor: readonly string[]
  /** The viewer. */
  readonly personId: string
  /** The agenda; false: it is not the viewer's to see. */
  readonly agenda: ReactNode
  /** The offered time that waits for an answer; false: there is none. */
  readonly offer: ReactNode
  /** The form with which it is scheduled; false: it is not the viewer's to schedule. */
  readonly schedule: ReactNode
}

/** A plan with everything that can be done about it. */
export async function PlanSheet({ plan, proposesFor, personId, agenda, offer, schedule }: Props) {
  const t = await getTranslations('meetings')
  const hasLeft = plan.parties.some(({ left, mine }) => left && mine)
  return (
    <>
      <Prepared>
        <div className="grid gap-x-14 pt-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
          <div className="min-w-0">
            <div className="mb-6 grid gap-4 empty:hidden">
              {plan.sight === 'existence' && (
                <Notice tone="info" title={hasLeft ? t('asked.left') : t('asked.existence')} />
              )}
              <PlanEnded plan={plan} />
              {offer}
            </div>
            <ProposeAgain plan={plan} from={proposesFor} />
            <PlanNext plan={plan} />
            <ChooseParty plan={plan} personId={personId} />
            {plan.aim !== '' && (
              <p className="mb-8 max-w-reading font-serif text-lg">
                <bdi>{plan.aim}</bdi>
              </p>
            )}
            {agenda}
            {schedule}
          </div>
          <div className="min-w-0">
            <PlanWhen plan={plan} />
            <PlanPeople plan={plan} />
            <PlanOffices plan={plan} />
            <PlanTitles plan={plan} />
          </div>
        </div>
      </Prepared>
      <PlanDesk groupId={plan.groupId} meetingId={plan.id} />
    </>
  )
}
