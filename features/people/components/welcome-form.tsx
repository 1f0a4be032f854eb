'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'

export type WelcomeFormProps = {
  /** Whether they say where they get mail too: who started the instance does. */
  readonly asksAddress: boolean
  readonly timeZone: string | null
  /** Own path to go on to. */
  readonly to: string
}

/** Asks whoever signs in for the first time who they are, once. */
export function WelcomeForm({ asksAddress, timeZone, to }: WelcomeFormProps) {
  const t = useTranslations('people')
  const { act } = useAct()
  function send(data: FormData) {
    const email = asksAddress ? { email: textIn(data, 'email') } : {}
    return act({ route: 'PATCH /me', body: { name: textIn(data, 'name'), timeZone, ...email } }, () => to)
  }
  return (
    <Form send={send} draft="welcome">
      <TextField
        label={t('name')}
        description={t('nameHint')}
        name="name"
        autoComplete="name"
        maxLength={120}
        autoFocus
        required
      />
      {asksAddress && (
        <TextField
          label={t('address')}
          description={t('welcome.addressHint')}
          name="email"
          type="email"
          dir="ltr"
          autoComplete="email"
          required
        />
      )}
      <div>
        <SubmitButton>{t('welcome.submit')}</SubmitButton>
      </div>
    </Form>
  )
}
