'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { LanguageField } from '#components/forms/language-field.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import { showToast } from '#components/overlays/toast.ts'
import type { Language } from '#messages/languages.ts'

export type ProfileFormProps = {
  readonly name: string
  readonly timeZone: string | null
  /** The tag of the language that was chosen; null: none was. */
  readonly language: string | null
  /** Those to choose from; where there is one alone, nothing is asked. */
  readonly languages: readonly Pick<Language, 'tag' | 'name'>[]
}

/** One's own name, zone and language. */
export function ProfileForm({ name, timeZone, language, languages }: ProfileFormProps) {
  const t = useTranslations('people')
  const { act } = useAct()
  async function send(data: FormData) {
    const chosen = languages.length > 1 ? { language: data.get('language') || null } : {}
    const body = { name: data.get('name'), timeZone: data.get('timeZone') || null, ...chosen }
    const refusals = await act({ method: 'PATCH', path: '/me', body })
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
