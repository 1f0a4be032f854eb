'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { StoredVerdict } from '#lib/apart/verify.ts'
import { VerdictNotice } from './verdict-notice.tsx'

type Props = { readonly meetingId: string }

/** Asks the server whether what it stores is one unbroken record, and whether every conclusion is stored as the record says. */
export function CheckStored({ meetingId }: Props) {
  const t = useTranslations('records.verify')
  const [pending, setPending] = useState(false)
  const [verdict, setVerdict] = useState<StoredVerdict | 'failed' | null>(null)
  async function check() {
    setPending(true)
    const answer = await fetch(`/api/v1/meetings/${meetingId}/record/verify`).catch(() => null)
    setVerdict(answer?.ok ? ((await answer.json()) as StoredVerdict) : 'failed')
    setPending(false)
  }
  return (
    <div className="mb-6 grid gap-4">
      <div>
        <Button size="small" pending={pending} onClick={check}>
          {t('checkStored')}
        </Button>
      </div>
      {verdict === 'failed' && <Notice live tone="refusal" title={t('notChecked')} />}
      {verdict !== null && verdict !== 'failed' && <VerdictNotice verdict={verdict} above={t('storedWithoutHead')} />}
    </div>
  )
}
