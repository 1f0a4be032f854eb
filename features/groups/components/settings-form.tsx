'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceOrNull, textIn } from '#components/forms/form-values.ts'
import { LanguageField } from '#components/forms/language-field.tsx'
import { NumberField } from '#components/forms/number-field.tsx'
import { SeenFields, useSeen } from '#components/forms/seen.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { saidZone } from '#components/forms/zone-field.tsx'
import { type GroupKind, groupKinds } from '#domain/group-kind.ts'
import type { Language } from '#messages/languages.ts'
import { GroupFields } from './group-fields.tsx'

export type SettingsFormProps = {
  readonly group: {
    readonly id: string
    readonly name: string
    readonly purpose: string
    readonly timeZone: string
    readonly replacementDelayHours: number
    readonly language: string | null
    /** Null: none is said. */
    readonly kind: GroupKind | null
  }
  /** What the head of a party is, beside the field that speaks of one. */
  readonly headMark: ReactNode
  /** Those to choose from; where there is one alone, nothing is asked. */
  readonly languages: readonly Pick<Language, 'tag' | 'name'>[]
}

/** Changes what a group is called and how it works. What another organizer saved meanwhile is shown, and nothing that was typed is lost. */
export function SettingsForm({ group, headMark, languages }: SettingsFormProps) {
  const t = useTranslations('groups.form')
  const { id: groupId, name, purpose, timeZone, kind, language, replacementDelayHours } = group
  const { stay } = useAct()
  const seeing = useSeen({ name, purpose, timeZone, kind, language, replacementDelayHours })
  const tags = languages.map(({ tag }) => tag)
  const asksLanguage = languages.length > 1
  const kinds = groupKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))
  const shown = [...kinds, ...languages.map(({ tag, name: label }) => ({ value: tag, label }))]

  async function send(data: FormData) {
    const to = {
      name: textIn(data, 'name'),
      purpose: textIn(data, 'purpose'),
      timeZone: textIn(data, 'timeZone'),
      kind: choiceOrNull(data, 'kind', groupKinds),
      replacementDelayHours: Number(data.get('replacementDelayHours')),
    }
    const said = asksLanguage ? { language: choiceOrNull(data, 'language', tags) } : {}
    const body = { ...to, ...said, seen: seeing.seen }
    const call = { route: 'PUT /groups/{groupId}/settings', params: { groupId }, body } as const
    const saved = { ...seeing.seen, ...to, ...said }
    return stay(call, { done: () => seeing.saved(saved), refused: seeing.refused })
  }
  return (
    <Form send={send} draft={`group-${groupId}`}>
      <SeenFields
        seeing={seeing}
        say={(field, value) => saidZone(field, value) ?? shown.find((choice) => choice.value === value)?.label}
      />
      <GroupFields group={group}>
        <Select
          label={t('kind')}
          description={t('kindHint')}
          name="kind"
          placeholder={t('kindNone')}
          choices={kinds}
          defaultValue={kind ?? ''}
        />
      </GroupFields>
      {asksLanguage && (
        <LanguageField
          label={t('language')}
          description={t('languageHint')}
          placeholder={t('languageNone')}
          languages={languages}
          defaultValue={language ?? ''}
        />
      )}
      <NumberField
        label={t('replacementDelay')}
        mark={headMark}
        description={t('replacementDelayHint')}
        name="replacementDelayHours"
        defaultValue={replacementDelayHours}
        min={24}
        max={720}
        unit={t('hours')}
        required
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
