import { Select } from '#components/forms/select.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import type { DraftWords, NewDraft } from './draft-form.tsx'

type BeginningProps = {
  readonly draft: NewDraft
  readonly words: DraftWords
  readonly onKind: (kind: string) => void
}

/** What is chosen once, when a draft is begun, above its words. */
export function Beginning({ draft, words, onKind }: BeginningProps) {
  return (
    <>
      <TextField
        name="title"
        label={words.name}
        description={words.nameHint}
        defaultValue={draft.title}
        maxLength={200}
        required
      />
      <Select
        name="kind"
        label={words.kind}
        choices={draft.kinds}
        defaultValue={draft.kind}
        onInput={(event) => onKind(event.currentTarget.value)}
        required
      />
      <Select
        name="itemId"
        label={words.item}
        choices={draft.items}
        placeholder={words.noItem}
        defaultValue={draft.itemId}
      />
      {draft.supersedable.length > 0 && (
        <Select
          name="supersedesId"
          label={words.supersedes}
          description={words.supersedesHint}
          choices={draft.supersedable}
          placeholder={words.supersedesNone}
          defaultValue={draft.supersedesId}
        />
      )}
    </>
  )
}
