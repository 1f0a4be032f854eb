'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { Notice } from '#components/text/notice.tsx'

export type IntroduceFormProps = {
  readonly token: string
}

/** Who opened a link that was handed over says where they get mail; the rest comes there. */
export function IntroduceForm({ token }: IntroduceFormProps) {
  const t = useTranslations('invitations.answer')
  const m = useTranslations('people.mailLink')
  const { act } = useAct()
  const [isSent, setSent] = useState(false)
  if (isSent)
    return (
      <Notice tone="info" title={m('linkSentTitle')} live>
        {t('introduced')}
      </Notice>
    )
  async function send(data: FormData) {
    const body = { token, email: data.get('email') }
    const refusals = await act({ method: 'POST', path: '/invitations/introductions', body })
    setSent(refusals.length === 0)
    return refusals
  }
  return (
    <Form send={send}>
      <TextField label={t('email')} name="email" type="email" dir="ltr" autoComplete="email" required />
      <div>
        <SubmitButton>{t('send')}</SubmitButton>
      </div>
    </Form>
  )
}
