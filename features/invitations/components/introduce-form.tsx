'use client'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { Notice } from '#components/text/notice.tsx'

export type IntroduceFormProps = {
  readonly token: string
  readonly words: Readonly<Record<'email' | 'submit' | 'sentTitle' | 'sent', string>>
}

/** Who opened a link that was handed over says where they get mail; the rest comes there. */
export function IntroduceForm({ token, words }: IntroduceFormProps) {
  const { act } = useAct()
  const [isSent, setSent] = useState(false)
  if (isSent)
    return (
      <Notice tone="info" title={words.sentTitle} live>
        {words.sent}
      </Notice>
    )
  async function send(data: FormData) {
    const body = { token, email: textIn(data, 'email') }
    const refusals = await act({ route: 'POST /invitations/introductions', body })
    setSent(refusals.length === 0)
    return refusals
  }
  return (
    <Form send={send}>
      <TextField label={words.email} name="email" type="email" dir="ltr" autoComplete="email" required />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  )
}
