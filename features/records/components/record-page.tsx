import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tabs } from '#components/collections/tabs.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import type { RecordView } from '../views.ts'
import { CarriedNext } from './carried-next.tsx'
import { MinutesView } from './minutes-view.tsx'
import { RecordExports } from './record-exports.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordSharing } from './record-sharing.tsx'
import { RecordState } from './record-state.tsx'

type Props = {
  readonly view: RecordView
  /** Where the record lies: `/groups/…/meetings/…/record`. */
  readonly base: string
  /** The form by which the reader answers the minutes, `#answer`; null: nothing is asked. Another feature's. */
  readonly answer: ReactNode
  /** The passages that it cites, whole; null: they were not asked for. */
  readonly passages: ReactNode
}

/** The record as minutes: how far it is agreed, what is asked, what happened; last its head. On paper it is the document. */
export function RecordPage({ view, base, answer, passages }: Props) {
  const empty = view.head.sequence === 0
  return (
    <Prepared>
      <article className="pt-6">
        {view.audience === 'parties' && <RecordTabs base={base} current={base} />}
        <RecordState view={view} base={base} isAsked={answer !== null} />
        {!empty && (
          <>
            <CarriedNext view={view} />
            <RecordExports view={view} base={base} />
            <MinutesView view={view} />
            {passages}
            {answer}
            <RecordSharing view={view} />
            <RecordHead head={view.head} />
          </>
        )}
      </article>
    </Prepared>
  )
}

/** The two views of a record. */
export function RecordTabs({ base, current }: { readonly base: string; readonly current: string }) {
  const t = useTranslations('records.views')
  return (
    <div className="mb-6">
      <Tabs
        label={t('label')}
        current={current}
        tabs={[
          { href: base, label: t('minutes') },
          { href: `${base}/entries`, label: t('entries') },
        ]}
      />
    </div>
  )
}
