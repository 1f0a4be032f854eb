import { useTranslations } from 'next-intl'
import { WhatNext } from '#components/frame/what-next.tsx'
import type { RecordView } from '../views.ts'

/** Once the minutes are agreed: where what was carried over waits for a date. Whoever sees no such draft finds none there. */
export function CarriedNext({ view }: { readonly view: RecordView }) {
  const t = useTranslations('records.next')
  const carried = view.minutes.carriedOver.filter(({ outcome }) => outcome === 'carry')
  if (view.audience !== 'parties' || view.state !== 'agreed' || carried.length === 0) return null
  const href = `/groups/${view.groupId}/meetings?when=preparing`
  return (
    <div className="mt-6">
      <WhatNext
        title={t('carried', { count: carried.length })}
        steps={[{ href, label: t('plan'), means: t('planMeans') }]}
      />
    </div>
  )
}
