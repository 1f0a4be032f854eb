import { useTranslations } from 'next-intl'
import { type OfferedStep, WhatNext } from '#components/frame/what-next.tsx'
import type { TextHead } from '../views.ts'

/** What follows once a text is published: its passages are given to prepare, and a meeting is planned on them. */
export function PublishedNext({ head }: { readonly head: TextHead }) {
  const t = useTranslations('texts.next')
  const at = `/groups/${head.groupId}`
  const steps: (OfferedStep | false)[] = [
    head.can.manage && { href: `${at}/meetings/new`, label: t('plan'), means: t('planMeans') },
    head.can.assign && { href: `${at}/texts/${head.id}/assign`, label: t('assign') },
  ]
  return <WhatNext title={t('published')} steps={steps.filter((step) => step !== false)} />
}
