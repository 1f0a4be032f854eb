'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { controlLook } from '#components/forms/control.ts'
import { Field, type FieldProps, FieldsSaidTogether, useField } from '#components/forms/field.tsx'
import { Form, type FormRefusal, useFormState } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { maxTextBytes } from '#domain/text/decode.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import { type TextFormat, textFormats } from '#domain/text/text-format.ts'
import { read } from '#lib/api/send.ts'

export interface ImportFormProps {
  readonly groupId: string
}

/** A file or pasted words become a draft, whose preview opens. */
export function ImportForm({ groupId }: ImportFormProps) {
  const t = useTranslations('texts.new')
  const { act } = useAct()
  const [waitId, setWaitId] = useState('')
  const send = async (data: FormData): Promise<readonly FormRefusal[]> => {
    const sentAs = crypto.randomUUID()
    const source = sourceOf(data, t)
    if ('message' in source) return [source]
    setWaitId(sentAs)
    const params = { groupId }
    const { format } = source
    const goTo = ({ textId }: { readonly textId: string }) => `/groups/${groupId}/texts/${textId}/import`
    if ('text' in source)
      return act(
        {
          route: 'POST /groups/{groupId}/texts/pasted',
          params,
          query: { waitId: sentAs },
          body: { text: source.text, format },
        },
        goTo,
      )
    const name = beginningOf(source.file.name, 300)
    return act(
      { route: 'POST /groups/{groupId}/texts', params, query: { name, waitId: sentAs, format }, body: source.file },
      goTo,
    )
  }
  return (
    <Form send={send}>
      <FieldsSaidTogether>
        <FileField label={t('file')} description={t('fileHint')} name="file" />
        <TextArea label={t('paste')} description={t('pasteHint')} name="text" rows={8} asText />
      </FieldsSaidTogether>
      <Select
        label={t('format')}
        name="format"
        required
        defaultValue="detect"
        choices={[
          { value: 'detect', label: t('formatDetect') },
          { value: 'plain', label: t('formatPlain') },
          { value: 'markdown', label: t('formatMarkdown') },
        ]}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t('send')}</SubmitButton>
        <Waiting groupId={groupId} waitId={waitId} />
      </div>
    </Form>
  )
}

/** A file, or words that were pasted; how they are read, unless their own signs decide. */
type Source = ({ readonly file: File } | { readonly text: string }) & { readonly format: TextFormat | undefined }

function sourceOf(data: FormData, t: ReturnType<typeof useTranslations<'texts.new'>>): FormRefusal | Source {
  const file = data.get('file')
  const text = textIn(data, 'text')
  const format = textFormats.find((one) => one === data.get('format'))
  const hasFile = file instanceof File && file.name !== ''
  if (!hasFile && text.trim() === '') return { message: t('nothing'), field: 'file' }
  if (!hasFile) return { text, format }
  if (text.trim() !== '') return { message: t('both'), field: 'text' }
  if (file.size > maxTextBytes)
    return { message: t('tooLarge', { size: Math.round(file.size / 104_857.6) / 10 }), field: 'file' }
  return { file, format }
}

function FileField(props: FieldProps) {
  const wiring = useField(props)
  return (
    <Field field={props} wiring={wiring}>
      <input
        {...wiring.attributes}
        type="file"
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        className={`${controlLook()} file:me-3 file:font-medium file:text-accent`}
      />
    </Field>
  )
}

interface WaitingProps {
  readonly groupId: string
  /** The name under which the text waits. */
  readonly waitId: string
}

/** What happens while nothing seems to: others are read first, or this one is. */
function Waiting({ groupId, waitId }: WaitingProps) {
  const t = useTranslations('texts.new')
  const form = useFormState()
  const before = useBefore(groupId, form?.pending ? waitId : null)
  return (
    <p role="status" className="text-soft">
      {form?.pending && (before > 0 ? t('waiting', { before }) : t('sending'))}
    </p>
  )
}

/** How often the place is asked for, in milliseconds. */
const every = 1_500

/** How many are read before the text that waits; 0 while nothing is asked, or nobody knows. `waitId` null: none waits. */
function useBefore(groupId: string, waitId: string | null): number {
  const [before, setBefore] = useState(0)
  useEffect(() => {
    setBefore(0)
    if (waitId === null) return
    const asked = new AbortController()
    const ask = async (): Promise<void> => {
      const params = { groupId, waitId }
      const place = await read({ route: 'GET /groups/{groupId}/texts/waiting/{waitId}', params }, asked.signal)
      setBefore((place.ok && place.view.before) || 0)
    }
    // An answer that is lost is no news: the next one comes soon.
    const timer = setInterval(() => void ask().catch(() => undefined), every)
    return () => {
      clearInterval(timer)
      asked.abort()
    }
  }, [groupId, waitId])
  return before
}
