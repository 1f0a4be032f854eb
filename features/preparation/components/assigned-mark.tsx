import { Check, CircleAlert, NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TextAnchor } from '#components/frame/text-link.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Time } from '#components/text/time.tsx'
import type { AssignmentView } from '../views.ts'
import { HomeworkActs } from './homework-list.tsx'

interface Props {
  readonly assignment: AssignmentView
  /** It began at a passage before: the whole of it stands there. */
  readonly goesOn: boolean
}

/** Beside a passage of the reader: what the viewer is to do with it, by when, and the button that says it is done. */
export function AssignedMark({ assignment, goesOn }: Props) {
  const t = useTranslations('preparation')
  const { kind, due, done, late, meeting, groupId } = assignment
  const tone = done ? 'settled' : late ? 'alert' : 'now'
  if (goesOn) {
    const said = t('goesOn', { kind: t(`kind.${kind}`) })
    return <p className="text-soft">{done ? `${said} – ${t('done')}` : said}</p>
  }
  const Icon = done ? Check : late ? CircleAlert : NotebookPen
  return (
    <div className="grid gap-1">
      <StateMark tone={tone} icon={<Icon aria-hidden />}>
        {t(`kind.${kind}`)}
        {done ? ` – ${t('done')}` : late ? ` – ${t('late')}` : ''}
      </StateMark>
      <p className="text-soft">
        {due && (
          <>
            {t('due')} <Time instant={due.at} zone={due.zone} shape="month-day" />{' '}
          </>
        )}
        {meeting && (
          <TextAnchor href={`/groups/${groupId}/meetings/${meeting.id}/prepare`}>
            <bdi>{meeting.title}</bdi>
          </TextAnchor>
        )}
      </p>
      <HomeworkActs assignment={assignment} />
    </div>
  )
}
