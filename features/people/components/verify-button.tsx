'use client'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Notice } from '#components/text/notice.tsx'
import { useWords } from '#components/text/words.tsx'
import { redeemLink } from '#lib/auth/redeem-link.ts'

export type VerifyButtonProps = {
  readonly token: string
  /** Own path to go to, signed in. */
  readonly to: string
  readonly words: { readonly signIn: string; readonly failed: string }
}

/** Redeems a sign-in link. Only a press does: opening the page uses nothing up. */
export function VerifyButton({ token, to, words }: VerifyButtonProps) {
  const { failed } = useWords()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  async function press() {
    setPending(true)
    const isIn = await redeemLink(token).catch(() => null)
    if (isIn) return window.location.replace(to)
    setPending(false)
    setRefusal(isIn === null ? failed : words.failed)
  }
  return (
    <div className="grid gap-4">
      {refusal !== null && <Notice tone="refusal" title={refusal} live />}
      <div>
        <Button variant="primary" pending={pending} onClick={press}>
          {words.signIn}
        </Button>
      </div>
    </div>
  )
}
