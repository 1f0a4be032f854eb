'use client'
import { Field, type FieldProps, useField } from '#components/field.tsx'
import { Form, type FormRefusal, useFormState } from '#components/form.tsx'
import { Select } from '#components/select.tsx'
import { SubmitButton } from '#components/submit-button.tsx'
import { TextArea } from '#components/text-area.tsx'
import { useAct } from '#components/use-act.ts'
import { fill } from '#components/words.tsx'
import { maxTextBytes } from '#domain/text/decode.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import type texts from '#messages/en/texts.json'

export interface ImportFormProps {
  readonly groupId: string
  readonly words: Readonly<typeof texts.new>
}

/** A file or pasted words become a draft, whose preview opens. */
export function ImportForm({ groupId, words }: ImportFormProps) {
  const { act } = useAct()
  const send = async (data: FormData): Promise<readonly FormRefusal[]> => {
    const source = sourceOf(data, words)
    if ('message' in source) return [source]
    const path = `/groups/${groupId}/texts${source.path}`
    const goTo = ({ textId }: { textId: string }) => `/groups/${groupId}/texts/${textId}/import`
    return act<{ textId: string }>({ method: 'POST', path, body: source.body, goTo })
  }
  return (
    <Form send={send}>
      <FileField label={words.file} description={words.fileHint} name="file" />
      <TextArea label={words.paste} description={words.pasteHint} name="text" rows={8} asText />
      <Select
        label={words.format}
        name="format"
        required
        defaultValue="detect"
        choices={[
          { value: 'detect', label: words.formatDetect },
          { value: 'plain', label: words.formatPlain },
          { value: 'markdown', label: words.formatMarkdown },
        ]}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{words.send}</SubmitButton>
        <Waiting words={words} />
      </div>
    </Form>
  )
}

function sourceOf(data: FormData, words: ImportFormProps['words']): FormRefusal | { path: string; body: unknown } {
  const file = data.get('file')
  const text = String(data.get('text') ?? '')
  const format = data.get('format') === 'detect' ? {} : { format: String(data.get('format')) }
  const hasFile = file instanceof File && file.name !== ''
  if (!hasFile && text.trim() === '') return { message: words.nothing, field: 'file' }
  if (!hasFile) return { path: '/pasted', body: { text, ...format } }
  if (text.trim() !== '') return { message: words.both, field: 'text' }
  if (file.size > maxTextBytes)
    return { message: fill(words.tooLarge, { size: (file.size / 1_048_576).toFixed(1) }), field: 'file' }
  return { path: `?${new URLSearchParams({ name: beginningOf(file.name, 300), ...format })}`, body: file }
}

function FileField(props: FieldProps) {
  const wiring = useField(props)
  return (
    <Field field={props} wiring={wiring}>
      <input
        {...wiring.attributes}
        type="file"
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        className="control file:me-3 file:font-medium file:text-accent"
      />
    </Field>
  )
}

function Waiting({ words }: { readonly words: ImportFormProps['words'] }) {
  const form = useFormState()
  return (
    <p role="status" className="text-soft">
      {form?.pending && words.sending}
    </p>
  )
}
