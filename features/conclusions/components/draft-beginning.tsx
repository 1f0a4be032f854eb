import { useTranslations } from 'next-intl'
import { Select } from '#components/forms/select.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import type { CitationView } from '#store/citation/read.ts'
import type { NewDraft } from './draft-form.tsx'

type BeginningProps = {
  readonly draft: NewDraft
  readonly onKind: (kind: string) => void
  /** An item was chosen, or none: the passages that it is about. */
  readonly onItem: (citations: readonly CitationView[]) => void
}

/** What is chosen once, when a draft is begun, above its words. */
export function Beginning({ draft, onKind, onItem }: BeginningProps) {
  const t = useTranslations('conclusions.form')
  return (
    <>
      <TextField
        name="title"
        label={t('name')}
        description={t('nameHint')}
        defaultValue={draft.title}
        maxLength={200}
        required
      />
      <Select
        name="kind"
        label={t('kind')}
        choices={draft.kinds}
        defaultValue={draft.kind}
        onInput={(event) => onKind(event.currentTarget.value)}
        required
      />
      <Select
        name="itemId"
        label={t('item')}
        choices={draft.items}
        placeholder={t('noItem')}
        defaultValue={draft.itemId}
        onInput={({ currentTarget: { value } }) =>
          onItem(draft.items.find((item) => item.value === value)?.citations ?? [])
        }
      />
      {draft.supersedable.length > 0 && (
        <Select
          name="supersedesId"
          label={t('supersedes')}
          description={t('supersedesHint')}
          choices={draft.supersedable}
          placeholder={t('supersedesNone')}
          defaultValue={draft.supersedesId}
        />
      )}
    </>
  )
}
