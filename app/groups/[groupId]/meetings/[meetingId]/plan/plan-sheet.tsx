import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/text/notice.tsx'
import { PlanAgenda } from '#features/meetings/components/plan-agenda.tsx'
import { PlanEnded } from '#features/meetings/components/plan-ended.tsx'
import { PlanNext, ProposeAgain } from '#features/meetings/components/plan-next.tsx'
import { PlanOffer } from '#features/meetings/components/plan-offer.tsx'
import { PlanOffices } from '#features/meetings/components/plan-offices.tsx'
import { ChooseParty, PlanPeople } from '#features/meetings/components/plan-people.tsx'
import { PlanSchedule } from '#features/meetings/components/plan-schedule.tsx'
import { PlanTitles } from '#features/meetings/components/plan-titles.tsx'
import { PlanWhen } from '#features/meetings/components/plan-when.tsx'
import type { BeginningView } from '#features/meetings/queries/beginning.ts'
import type { PlanView } from '#features/meetings/views/plan.ts'
import { AgendaWithPassages } from './agenda-with-passages.tsx'

interface Props {
  readonly plan: PlanView
  /** The group's parties, where the viewer says which take part; else empty. */
  readonly choices: BeginningView['parties']
  /** Where a proposal was declined: the parties for which the viewer proposes meetings; else empty. */
  readonly proposesFor: readonly string[]
  /** The viewer. */
  readonly personId: string
}

/** A plan with everything that can be done about it. */
export async function PlanSheet({ plan, choices, proposesFor, personId }: Props) {
  const t = await getTranslations('meetings')
  const hasLeft = plan.parties.some(({ left, mine }) => left && mine)
  return (
    <div className="grid gap-x-14 pt-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
      <div className="min-w-0">
        <div className="mb-6 grid gap-4 empty:hidden">
          {plan.sight === 'existence' && (
            <Notice tone="info" title={hasLeft ? t('asked.left') : t('asked.existence')} />
          )}
          <PlanEnded plan={plan} />
          <PlanOffer plan={plan} />
        </div>
        <ProposeAgain plan={plan} from={proposesFor} />
        <PlanNext plan={plan} />
        <ChooseParty plan={plan} personId={personId} />
        {plan.aim !== '' && (
          <p className="mb-8 max-w-reading font-serif text-lg" dir="auto">
            {plan.aim}
          </p>
        )}
        {plan.sight !== 'existence' && (
          <PlanAgenda plan={plan} renderEditor={(props) => <AgendaWithPassages groupId={plan.groupId} {...props} />} />
        )}
        <PlanSchedule plan={plan} />
      </div>
      <div className="min-w-0">
        <PlanWhen plan={plan} />
        <PlanPeople plan={plan} choices={choices} />
        <PlanOffices plan={plan} />
        <PlanTitles plan={plan} />
      </div>
    </div>
  )
}
