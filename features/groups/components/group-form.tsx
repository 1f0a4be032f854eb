'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceOrNull, textIn } from '#components/forms/form-values.ts'
import { LanguageField } from '#components/forms/language-field.tsx'
import { NumberField } from '#components/forms/number-field.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import { type GroupKind, groupKinds } from '#domain/group-kind.ts'
import type { Language } from '#messages/languages.ts'
import type { NewGroup } from '../schema.ts'

export type GroupFormProps = {
  /** The group to change; without it a new one is made. */
  readonly group?: {
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
  readonly headMark?: ReactNode
  /** Those to choose from for a group that is changed; where there is one alone, nothing is asked. */
  readonly languages?: readonly Pick<Language, 'tag' | 'name'>[]
}

/** Makes a group, or changes what it is called and how it works. */
export function GroupForm({ group, headMark, languages = [] }: GroupFormProps) {
  const t = useTranslations('groups.form')
  const { act } = useAct()
  const [made, setMade] = useState(0)
  function send(data: FormData) {
    const about = { name: textIn(data, 'name'), purpose: textIn(data, 'purpose'), timeZone: textIn(data, 'timeZone') }
    if (group === undefined) return make(about)
    const language =
      languages.length > 1
        ? {
            language: choiceOrNull(
              data,
              'language',
              languages.map(({ tag }) => tag),
            ),
          }
        : {}
    const kind = choiceOrNull(data, 'kind', groupKinds)
    const body = { ...about, ...language, kind, replacementDelayHours: Number(data.get('replacementDelayHours')) }
    return act({ route: 'PUT /groups/{groupId}/settings', params: { groupId: group.id }, body })
  }
  async function make(body: NewGroup) {
    const refusals = await act({ route: 'POST /groups', body })
    // What was made stands above the form, which is empty again for the next.
    if (refusals.length === 0) setMade((count) => count + 1)
    return refusals
  }
  return (
    <Form key={made} send={send} draft={group === undefined ? 'group-new' : `group-${group.id}`}>
      <TextField label={t('name')} name="name" defaultValue={group?.name} maxLength={120} required />
      <TextArea
        label={t('purpose')}
        description={t('purposeHint')}
        name="purpose"
        defaultValue={group?.purpose}
        maxLength={2000}
      />
      {group !== undefined && (
        <Select
          label={t('kind')}
          description={t('kindHint')}
          name="kind"
          placeholder={t('kindNone')}
          choices={groupKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          defaultValue={group.kind ?? ''}
        />
      )}
      <ZoneField
        label={t('timeZone')}
        description={t('timeZoneHint')}
        name="timeZone"
        defaultValue={group?.timeZone ?? ''}
        guess
        required
      />
      {group !== undefined && languages.length > 1 && (
        <LanguageField
          label={t('language')}
          description={t('languageHint')}
          placeholder={t('languageNone')}
          languages={languages}
          defaultValue={group.language ?? ''}
        />
      )}
      {group !== undefined && (
        <NumberField
          label={t('replacementDelay')}
          mark={headMark}
          description={t('replacementDelayHint')}
          name="replacementDelayHours"
          defaultValue={group.replacementDelayHours}
          min={24}
          max={720}
          unit={t('hours')}
          required
        />
      )}
      <div>
        <SubmitButton>{t(group === undefined ? 'create' : 'save')}</SubmitButton>
      </div>
    </Form>
  )
}
