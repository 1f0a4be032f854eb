import { useTranslations } from 'next-intl'
import { type OfferedStep, WhatNext } from '#components/frame/what-next.tsx'
import type { ConclusionView } from '../views/conclusion.ts'

/** What can follow once a conclusion is adopted: that the meeting goes on, that the group reads it, and that its commitments are kept. */
export function AdoptedNext({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.next')
  if (view.state !== 'adopted') return null
  const open = view.commitments.filter(({ state }) => state === 'open' || state === 'late').length
  const isHeld = view.meeting.state === 'open'
  const steps: (OfferedStep | false)[] = [
    isHeld && {
      href: `/groups/${view.groupId}/meetings/${view.meeting.id}/floor`,
      label: t('floor'),
      means: t('floorMeans'),
    },
    view.can.share && { href: '#sharing', label: t('share'), means: t('shareMeans') },
    open > 0 && { href: `/groups/${view.groupId}/commitments`, label: t('commitments', { count: open }) },
  ]
  return <WhatNext title={t('adopted')} steps={steps.filter((step) => step !== false)} />
}
