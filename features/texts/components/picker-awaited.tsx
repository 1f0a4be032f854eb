'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Notice } from '#components/text/notice.tsx'

/** Has the focus until there is something to search: what is typed and entered meanwhile closes nothing. */
export function Awaited() {
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <p ref={place} role="status" tabIndex={-1}>
      {useTranslations('components.page')('loading')}
    </p>
  )
}

/** The passages, or the texts, did not come. */
export function PickerFailed({ again }: { readonly again: () => void }) {
  const t = useTranslations('texts.picker')
  return (
    <Notice tone="refusal" title={t('failed')} live>
      <Button size="small" onClick={again}>
        {t('retry')}
      </Button>
    </Notice>
  )
}
