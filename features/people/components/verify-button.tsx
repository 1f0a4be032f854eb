'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Notice } from '#components/text/notice.tsx'
import { redeemLink } from '#lib/auth/redeem-link.ts'

export type VerifyButtonProps = {
  readonly token: string
  /** Own path to go to, signed in. */
  readonly to: string
}

/** Redeems a sign-in link. Only a press does: opening the page uses nothing up. */
export function VerifyButton({ token, to }: VerifyButtonProps) {
  const t = useTranslations('people')
  const own = useTranslations('components.page')
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  async function press() {
    setPending(true)
    const isIn = await redeemLink(token).catch(() => null)
    if (isIn) return window.location.replace(to)
    setPending(false)
    setRefusal(isIn === null ? own('failed') : t('verifyFailed'))
  }
  return (
    <div className="grid gap-4">
      {refusal !== null && <Notice tone="refusal" title={refusal} live />}
      <div>
        <Button variant="primary" pending={pending} onClick={press}>
          {t('signIn')}
        </Button>
      </div>
    </div>
  )
}
