'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { Notice } from '#components/text/notice.tsx'

export type MailLinkFormProps = {
  /** Own path to which the link leads. */
  readonly returnTo: string | null
  /** A known address: there is nothing to type. */
  readonly email?: string
  /** What its button is called. */
  readonly submit: string
  /** What is said when the mail may be on its way. */
  readonly sent: ReactNode
}

/** Asks for a sign-in link by mail. The answer is the same for everybody. */
export function MailLinkForm({ returnTo, email, submit, sent }: MailLinkFormProps) {
  const t = useTranslations('people.mailLink')
  const { act } = useAct()
  const [isSent, setSent] = useState(false)
  if (isSent)
    return (
      <div className="grid gap-4">
        <Notice tone="info" title={t('linkSentTitle')} live>
          {sent}
        </Notice>
        <div>
          <Button onClick={() => setSent(false)}>{t('sendAgain')}</Button>
        </div>
      </div>
    )
  async function send(data: FormData) {
    const body = { email: email ?? data.get('email'), ...(returnTo === null ? {} : { returnTo }) }
    const refusals = await act({ method: 'POST', path: '/sign-in-links', body })
    setSent(refusals.length === 0)
    return refusals
  }
  return (
    <Form send={send}>
      {email === undefined && (
        <TextField
          label={t('email')}
          description={t('emailHint')}
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          required
        />
      )}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
