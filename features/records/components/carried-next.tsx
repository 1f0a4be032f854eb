import { useTranslations } from 'next-intl'
import { WhatNext } from '#components/frame/what-next.tsx'
import type { RecordView } from '../views.ts'

/**
 * Once the minutes are agreed: the draft of the next meeting, which has the parties of this one and what was carried over. Nothing where
 * the reader sees no such draft, or it has its date already.
 */
export function CarriedNext({ view }: { readonly view: RecordView }) {
  const t = useTranslations('records.next')
  const carried = view.minutes.carriedOver.filter(({ outcome }) => outcome === 'carry')
  if (view.state !== 'agreed' || carried.length === 0 || view.takenUpIn === null) return null
  return (
    <div className="mt-6">
      <WhatNext
        title={t('carried', { count: carried.length })}
        steps={[
          {
            href: `/groups/${view.groupId}/meetings/${view.takenUpIn}/plan`,
            label: t('plan'),
            means: t('planMeans'),
          },
        ]}
      />
    </div>
  )
}
