import { Check, CircleAlert, Clock, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActButton } from '#components/actions/act-button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
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
        <Homework key={assignment.id} {...{ assignment, zone, renderPassages }} />
      ))}
    </ItemList>
  )
}

interface OneProps extends Pick<HomeworkProps, 'zone' | 'renderPassages'> {
  readonly assignment: AssignmentView
}

function Homework({ assignment, zone, renderPassages }: OneProps) {
  const t = useTranslations('preparation')
  const { kind, due, item, instructions, citations, doneBy } = assignment
  return (
    <Item
      lead={due === null ? t('noDue') : <Time instant={due.at} zone={due.zone} shape="month-day" />}
      title={t(`kind.${kind}`)}
      meta={
        <>
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
        </>
      }
      aside={<HomeworkState assignment={assignment} />}
    >
      {instructions !== '' && (
        <p dir="auto" className="mt-1 max-w-reading whitespace-pre-line">
          {instructions}
        </p>
      )}
      <div className="mt-2">{renderPassages(citations)}</div>
      {doneBy.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-2 text-sm text-soft">
          {t('done')}:
          {withKeys(doneBy, ({ name, at }) => `${name} ${at}`).map(({ key, entry: { name, at } }) => (
            <span key={key}>
              <bdi>{t('doneBy', { name })}</bdi> <Time instant={at} zone={zone} shape="month-day" />
            </span>
          ))}
        </p>
      )}
      <HomeworkActs assignment={assignment} />
    </Item>
  )
}

function HomeworkState({ assignment: { done, late } }: Pick<OneProps, 'assignment'>) {
  const t = useTranslations('preparation')
  if (done)
    return (
      <StateMark tone="settled" icon={<Check aria-hidden />}>
        {t('done')}
      </StateMark>
    )
  return late ? (
    <StateMark tone="alert" icon={<CircleAlert aria-hidden />}>
      {t('late')}
    </StateMark>
  ) : (
    <StateMark icon={<Clock aria-hidden />}>{t('open')}</StateMark>
  )
}

/** What the viewer can do about it. */
export function HomeworkActs({ assignment: { id, can } }: Pick<OneProps, 'assignment'>) {
  const t = useTranslations('preparation')
  const params = { assignmentId: id }
  return (
    <div className="print:hidden mt-3 flex flex-wrap items-center gap-2 empty:hidden">
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
    </div>
  )
}
