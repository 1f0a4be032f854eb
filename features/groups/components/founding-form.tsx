'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useUndoOffer } from '#components/actions/undoable.ts'
import { useAct } from '#components/actions/use-act.ts'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { Form } from '#components/forms/form.tsx'
import { choiceOrNull, textIn } from '#components/forms/form-values.ts'
import { LanguageField } from '#components/forms/language-field.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import { type GroupKind, groupKinds } from '#domain/group-kind.ts'
import type { Language } from '#messages/languages.ts'
import { FoundingParties } from './founding-parties.tsx'
import { partiesFounded } from './founding-values.ts'

export type FoundingFormProps = {
  /** Those to choose from; where there is one alone, nothing is asked. */
  readonly languages: readonly Pick<Language, 'tag' | 'name'>[]
  /** The tag of the language in which the page speaks. */
  readonly language: string
}

/** Makes a group by four questions, in one act; what is typed outlives a reload. */
export function FoundingForm({ languages, language }: FoundingFormProps) {
  const t = useTranslations('groups.founding')
  const { act } = useAct()
  const offerUndo = useUndoOffer()
  const back = useTranslations('groups.foundingBack')
  const [kind, setKind] = useState<GroupKind | null>(null)

  async function send(data: FormData) {
    const parties = partiesFounded(data)
    if ('flawed' in parties) return [{ field: 'pasted', message: t('mend', { count: parties.flawed }) }]
    const brings = textIn(data, 'text')
    const chosen =
      languages.length > 1
        ? choiceOrNull(
            data,
            'language',
            languages.map(({ tag }) => tag),
          )
        : null
    const body = {
      name: textIn(data, 'name'),
      purpose: textIn(data, 'purpose'),
      timeZone: textIn(data, 'timeZone'),
      kind: choiceOrNull(data, 'kind', groupKinds),
      ...(chosen === null ? {} : { language: chosen }),
      parties,
      text: brings === 'handbook' ? ('handbook' as const) : ('none' as const),
    }
    const founded = ({ id: groupId }: { readonly id: string }) => {
      const undo = { route: 'DELETE /groups/{groupId}/founding', params: { groupId } } as const
      const next = `/groups/${groupId}${brings === 'own' ? '/texts/new' : ''}`
      offerUndo({ said: back('made'), act: undo, goTo: '/groups' }, next)
      return next
    }
    // Which of the two names is meant, the group's or a party's, its field says.
    return act({ route: 'POST /foundings', body }, founded, ({ refused, title }) =>
      refused === 'party-name-taken' || refused === 'party-name-too-alike'
        ? [{ field: 'pasted', message: title }]
        : undefined,
    )
  }
  return (
    <Form send={send} draft="group-founding" label={t('title')}>
      <Question number={1} title={t('what')}>
        <RadioGroup
          label={t('kind')}
          name="kind"
          choices={groupKinds.map((value) => ({
            value,
            label: t(`kinds.${value}`),
            description: t(`kindMeans.${value}`),
          }))}
          onChange={(value) => setKind(groupKinds.find((one) => one === value) ?? null)}
          required
        />
        <TextField label={t('name')} name="name" maxLength={120} autoComplete="off" required />
        <TextArea label={t('purpose')} description={t('purposeHint')} name="purpose" maxLength={2000} rows={2} />
      </Question>
      <Question number={2} title={t(languages.length > 1 ? 'whereAndHow' : 'where')}>
        <ZoneField label={t('timeZone')} description={t('timeZoneHint')} name="timeZone" guess required />
        {languages.length > 1 && (
          <LanguageField
            label={t('language')}
            description={t('languageHint')}
            languages={languages}
            defaultValue={language}
          />
        )}
      </Question>
      <Question number={3} title={kind === 'study-circle' ? t('whoCircle') : t('who')}>
        <FoundingParties kind={kind} />
      </Question>
      <Question number={4} title={t('reads')}>
        <RadioGroup
          label={t('text')}
          name="text"
          defaultValue="handbook"
          choices={(['handbook', 'own', 'later'] as const).map((value) => ({
            value,
            label: t(`texts.${value}`),
            description: t(`textMeans.${value}`),
          }))}
          required
        />
      </Question>
      <div className="grid justify-items-start gap-2 border-t border-line pt-5">
        <FieldHint>{t('then')}</FieldHint>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

/** One of the four, under its number. */
function Question({
  number,
  title,
  children,
}: {
  readonly number: number
  readonly title: string
  readonly children: ReactNode
}) {
  const t = useTranslations('groups.founding')
  return (
    <fieldset className="grid min-w-0 gap-5 border-t border-line pt-4">
      <legend className="float-start mb-1 w-full">
        <span className="block text-sm text-soft">{t('number', { number })}</span>
        <span className="block text-xl font-title">{title}</span>
      </legend>
      {children}
    </fieldset>
  )
}
