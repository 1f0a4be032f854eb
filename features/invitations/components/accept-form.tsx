'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'

export type AcceptFormProps = {
  readonly token: string
  /** Whoever accepts has not said their name yet: they say it themselves, and nothing is put into their mouth. */
  readonly asksName: boolean
  /** Who is asked to confirm it, where it was sent to another address. */
  readonly claimFrom?: string
}

/** Accepts an invitation, which leads to what one is there for in the group; or asks the inviter to confirm it. */
export function AcceptForm({ token, asksName, claimFrom }: AcceptFormProps) {
  const t = useTranslations('invitations.answer')
  const { act } = useAct()
  const send = (data: FormData) =>
    act(
      { route: 'POST /invitations/acceptances', body: { token, ...(asksName ? { name: textIn(data, 'name') } : {}) } },
      (made) => ('groupId' in made ? `/groups/${made.groupId}` : null),
    )
  return (
    <Form send={send}>
      {asksName && <TextField label={t('name')} name="name" autoComplete="name" maxLength={120} required />}
      <div>
        <SubmitButton>{claimFrom === undefined ? t('accept') : t('claim', { inviter: claimFrom })}</SubmitButton>
      </div>
    </Form>
  )
}
