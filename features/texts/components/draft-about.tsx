'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import type { DraftView } from '../queries/draft.ts'

export interface DraftAboutProps {
  readonly draft: Pick<DraftView, 'textId' | 'revision' | 'title' | 'direction'>
}

/** The title of a draft, and the direction in which it is read. */
export function DraftAbout({ draft: { textId, revision, title, direction } }: DraftAboutProps) {
  const t = useTranslations('texts.about')
  const { act } = useAct()
  const send = (data: FormData) =>
    act({
      method: 'PUT',
      path: `/texts/${textId}/draft`,
      body: { revision, title: data.get('title'), direction: data.get('direction') },
    })
  return (
    <Form send={send}>
      <TextField label={t('titleField')} name="title" defaultValue={title} maxLength={300} required />
      <RadioGroup
        label={t('direction')}
        name="direction"
        required
        defaultValue={direction}
        choices={[
          { value: 'ltr', label: t('ltr') },
          { value: 'rtl', label: t('rtl') },
        ]}
      />
      <div>
        <SubmitButton variant="quiet">{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
