'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceOrNull, textIn, textOrNull } from '#components/forms/form-values.ts'
import { LanguageField } from '#components/forms/language-field.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import { showToast } from '#components/overlays/toast.ts'
import type { Language } from '#messages/languages.ts'

export type ProfileFormProps = {
  readonly name: string
  /** The address, where one may say another; absent: one may not. */
  readonly email?: string
  readonly timeZone: string | null
  /** The tag of the language that was chosen; null: none was. */
  readonly language: string | null
  /** Those to choose from; where there is one alone, nothing is asked. */
  readonly languages: readonly Pick<Language, 'tag' | 'name'>[]
}

/** One's own name, zone and language. */
export function ProfileForm({ name, email, timeZone, language, languages }: ProfileFormProps) {
  const t = useTranslations('people')
  const { act } = useAct()
  async function send(data: FormData) {
    const chosen =
      languages.length > 1
        ? {
            language: choiceOrNull(
              data,
              'language',
              languages.map(({ tag }) => tag),
            ),
          }
        : {}
    const moved = email === undefined ? {} : { email: textIn(data, 'email') }
    const body = { name: textIn(data, 'name'), timeZone: textOrNull(data, 'timeZone'), ...chosen, ...moved }
    const refusals = await act({ route: 'PATCH /me', body })
    if (refusals.length === 0) showToast({ message: t('saved') })
    return refusals
  }
  return (
    <Form send={send}>
      <TextField
        label={t('name')}
        description={t('nameHint')}
        name="name"
        defaultValue={name}
        autoComplete="name"
        maxLength={120}
        required
      />
      {email !== undefined && (
        <TextField
          label={t('address')}
          description={t('addressHint')}
          name="email"
          type="email"
          dir="ltr"
          defaultValue={email}
          autoComplete="email"
          required
        />
      )}
      <ZoneField label={t('timeZone')} description={t('timeZoneHint')} name="timeZone" defaultValue={timeZone ?? ''} />
      {languages.length > 1 && (
        <LanguageField
          label={t('language')}
          description={t('languageHint')}
          placeholder={t('languageNone')}
          languages={languages}
          defaultValue={language ?? ''}
        />
      )}
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
