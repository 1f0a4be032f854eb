'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Field, type FieldProps, useField } from '#components/forms/field.tsx'
import { Form, type FormRefusal, useFormState } from '#components/forms/form.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { maxTextBytes } from '#domain/text/decode.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import type { Place } from '../loaders.ts'

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
    const source = sourceOf(data, sentAs, t)
    if ('message' in source) return [source]
    setWaitId(sentAs)
    const path = `/groups/${groupId}/texts${source.path}`
    const goTo = ({ textId }: { textId: string }) => `/groups/${groupId}/texts/${textId}/import`
    return act<{ textId: string }>({ method: 'POST', path, body: source.body, goTo })
  }
  return (
    <Form send={send}>
      <FileField label={t('file')} description={t('fileHint')} name="file" />
      <TextArea label={t('paste')} description={t('pasteHint')} name="text" rows={8} asText />
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
        <Waiting address={`/api/v1/groups/${groupId}/texts/waiting/${waitId}`} />
      </div>
    </Form>
  )
}

function sourceOf(
  data: FormData,
  waitId: string,
  t: ReturnType<typeof useTranslations<'texts.new'>>,
): FormRefusal | { path: string; body: unknown } {
  const file = data.get('file')
  const text = String(data.get('text') ?? '')
  const format = data.get('format') === 'detect' ? {} : { format: String(data.get('format')) }
  const hasFile = file instanceof File && file.name !== ''
  if (!hasFile && text.trim() === '') return { message: t('nothing'), field: 'file' }
  if (!hasFile) return { path: `/pasted?waitId=${waitId}`, body: { text, ...format } }
  if (text.trim() !== '') return { message: t('both'), field: 'text' }
  if (file.size > maxTextBytes)
    return { message: t('tooLarge', { size: (file.size / 1_048_576).toFixed(1) }), field: 'file' }
  return { path: `?${new URLSearchParams({ name: beginningOf(file.name, 300), waitId, ...format })}`, body: file }
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

interface WaitingProps {
  /** Where the place is asked for. */
  readonly address: string
}

/** What happens while nothing seems to: others are read first, or this one is. */
function Waiting({ address }: WaitingProps) {
  const t = useTranslations('texts.new')
  const form = useFormState()
  const before = useBefore(form?.pending ? address : null)
  return (
    <p role="status" className="text-soft">
      {form?.pending && (before > 0 ? t('waiting', { before }) : t('sending'))}
    </p>
  )
}

/** How often the place is asked for, in milliseconds. */
const every = 1_500

/** How many are read before the text whose place stands at `address`; 0 while nothing is asked, or nobody knows. */
function useBefore(address: string | null): number {
  const [before, setBefore] = useState(0)
  useEffect(() => {
    setBefore(0)
    if (address === null) return
    const asked = new AbortController()
    const ask = async (): Promise<void> => {
      const answer = await fetch(address, { signal: asked.signal })
      const place: Place = answer.ok ? await answer.json() : { before: null }
      setBefore(place.before ?? 0)
    }
    // An answer that is lost is no news: the next one comes soon.
    const timer = setInterval(() => void ask().catch(() => undefined), every)
    return () => {
      clearInterval(timer)
      asked.abort()
    }
  }, [address])
  return before
}
