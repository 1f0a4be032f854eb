import { Check, CircleAlert, Clock, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ActButton } from '#components/actions/act-button.tsx'
import { ItemLead, ItemList, ItemRow, ItemTitle } from '#components/collections/item-list.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { withKeys } from '#lib/words/with-keys.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { AssignmentView } from '../views.ts'

export interface HomeworkProps {
  readonly label: string
  readonly assignments: readonly AssignmentView[]
  readonly zone: string
  /** The passages of an assignment, set by the feature of texts. */
  readonly renderPassages: (citations: readonly CitationView[]) => ReactNode
}

/** Homework: what to do with which passages, by when, for whom, and whether it is done. */
export function HomeworkList({ label, assignments, zone, renderPassages }: HomeworkProps) {
  return (
    <ItemList label={label}>
      {assignments.map((assignment) => (
        <Homework
          key={assignment.id}
          {...{ assignment, zone, renderPassages }}
          first={assignments.find(isLate) === assignment}
        />
      ))}
    </ItemList>
  )
}

interface OneProps extends Pick<HomeworkProps, 'zone' | 'renderPassages'> {
  readonly assignment: AssignmentView
}

function Homework({ assignment, zone, renderPassages, first }: OneProps & { readonly first: boolean }) {
  const t = useTranslations('preparation')
  const { kind, due, item, instructions, citations, doneBy } = assignment
  const isAsked = assignment.mine && !assignment.done
  return (
    <ItemRow id={`homework-${assignment.id}`}>
      <ItemLead>{due === null ? t('noDue') : <Time instant={due.at} zone={due.zone} shape="month-day" />}</ItemLead>
      {/* On a phone beside the date: the acts are the last that is seen of it. */}
      <div className="text-sm/[inherit] md:order-last">
        <HomeworkState assignment={assignment} first={first} />
      </div>
      <div className="min-w-0 flex-1 basis-64 max-md:basis-full" data-foremost={isAsked || undefined}>
        <ItemTitle>{t(`kind.${kind}`)}</ItemTitle>
        <div className="flex flex-wrap gap-x-4 text-sm text-soft">
          <span>
            {t('for')} <bdi>{assignment.person?.name ?? assignment.party.shortName}</bdi>
          </span>
          {item && <bdi>{t('forItem', { title: item.title })}</bdi>}
          {assignment.inside && (
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden />
              {t('inside')}
            </span>
          )}
        </div>
        {instructions !== '' && (
          <p dir="auto" className="mt-1 max-w-reading whitespace-pre-line">
            {instructions}
          </p>
        )}
        {kind === 'prepare-position' && isAsked && (
          <p className="mt-1 max-w-reading text-sm text-soft">{t('positionMeans')}</p>
        )}
        <div className="mt-2">{renderPassages(citations)}</div>
        <DoneBy doneBy={doneBy} zone={zone} />
        <HomeworkActs assignment={assignment} stays={isAsked && assignment.can.markDone} />
      </div>
    </ItemRow>
  )
}

function DoneBy({ doneBy, zone }: Pick<AssignmentView, 'doneBy'> & Pick<OneProps, 'zone'>) {
  const t = useTranslations('preparation')
  if (doneBy.length === 0) return null
  return (
    <p className="mt-2 flex flex-wrap gap-x-2 text-sm text-soft">
      {t('done')}:
      {withKeys(doneBy, ({ name, at }) => `${name} ${at}`).map(({ key, entry: { name, at } }) => (
        <span key={key}>
          <bdi>{t('doneBy', { name })}</bdi> <Time instant={at} zone={zone} shape="month-day" />
        </span>
      ))}
    </p>
  )
}

function isLate({ done, late }: AssignmentView): boolean {
  return late && !done
}

type StateProps = {
  readonly assignment: AssignmentView
  /** It is late and stands first of those that are. */
  readonly first: boolean
}

function HomeworkState({ assignment, first }: StateProps) {
  const t = useTranslations('preparation')
  if (assignment.done)
    return (
      <StateMark tone="settled" icon={<Check aria-hidden />}>
        {t('done')}
      </StateMark>
    )
  return isLate(assignment) ? (
    <StateMark tone="alert" icon={<CircleAlert aria-hidden />}>
      <Term of="late" first={first}>
        {t('late')}
      </Term>
    </StateMark>
  ) : (
    <StateMark icon={<Clock aria-hidden />}>{t('open')}</StateMark>
  )
}

/** What the viewer can do about it; what is asked of them stays within reach on a phone while they read what it is. */
export function HomeworkActs({
  assignment,
  stays = false,
}: Pick<OneProps, 'assignment'> & { readonly stays?: boolean }) {
  const t = useTranslations('preparation')
  const { id, can, kind } = assignment
  if (!(can.markDone || can.markNotDone || can.cancel)) return null
  const params = { assignmentId: id }
  return (
    <ActBar label={t('acts', { kind: t(`kind.${kind}`) })} stays={stays}>
      {can.markDone && (
        <ActButton
          size="small"
          act={{ route: 'PUT /assignments/{assignmentId}/done', params }}
          undo={{ said: t('didMarkDone'), act: { route: 'DELETE /assignments/{assignmentId}/done', params } }}
          icon={<Check aria-hidden />}
        >
          {t('markDone')}
        </ActButton>
      )}
      {can.markNotDone && (
        <ActButton
          size="small"
          variant="plain"
          act={{ route: 'DELETE /assignments/{assignmentId}/done', params }}
          undo={{ said: t('didMarkNotDone'), act: { route: 'PUT /assignments/{assignmentId}/done', params } }}
        >
          {t('markNotDone')}
        </ActButton>
      )}
      {can.cancel && (
        <ActButton
          size="small"
          variant="plain"
          act={{ route: 'DELETE /assignments/{assignmentId}', params }}
          undo={{ said: t('didCancel'), act: { route: 'POST /assignments/{assignmentId}/restoration', params } }}
        >
          {t('cancel')}
        </ActButton>
      )}
    </ActBar>
  )
}
