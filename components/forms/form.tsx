'use client'
import { useTranslations } from 'next-intl'
import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { FieldHint } from './field-hint.tsx'
import { forgetDraft, keepDraft, restoreDraft } from './form-draft.ts'
import { RefusalSummary } from './refusal-summary.tsx'
import { useRefused } from './use-refused.ts'

/** Why the form was not taken, in words. `field` is the `name` of the field to change, when it is one field. */
export type FormRefusal = { readonly message: string; readonly field?: string }

type FormState = {
  readonly pending: boolean
  readonly refusals: readonly FormRefusal[]
  readonly fieldId: (name: string) => string
}

/** Nothing stands in the way. */
const none: readonly FormRefusal[] = []

const FormContext = createContext<FormState | null>(null)

/** The form around a field; null outside a form. */
export function useFormState(): FormState | null {
  return use(FormContext)
}

export type FormProps = {
  /** Sends what was typed. An empty list means it was taken. A thrown error (no network) is shown as such. */
  readonly send: (data: FormData) => Promise<readonly FormRefusal[]>
  /** A name for what is being written, e.g. `meeting-new`: it is kept in this tab until it is taken, also across a new sign-in. */
  readonly draft?: string
  /** The accessible name of the form. */
  readonly label?: string
  readonly children: ReactNode
}

/** Takes what was typed once at a time, says all refusals together above the fields and each beside its own, and never clears a field. */
export function Form({ send, draft, label, children }: FormProps) {
  const t = useTranslations('components.forms')
  const own = useTranslations('components.page')
  const base = useId()
  const form = useRef<HTMLFormElement>(null)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [restored, setRestored] = useState(false)
  const [refused, setRefused] = useRefused<readonly FormRefusal[]>()
  const refusals = refused ?? none
  const fieldId = useCallback((name: string) => `${base}-${name}`, [base])

  useEffect(() => {
    if (draft && form.current && restoreDraft(draft, form.current)) setRestored(true)
  }, [draft])

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy.current) return
    const found = unfilled(event.currentTarget, {
      empty: t('fieldRequired'),
      unchosen: t('fieldUnchosen'),
      unread: t('fieldUnread'),
    })
    if (found.length > 0) return setRefused(found)
    busy.current = true
    setPending(true)
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    const answer = await send(data).catch(() => [{ message: own('failed') }])
    if (answer.length === 0 && draft) forgetDraft(draft)
    if (answer.length === 0) setRestored(false)
    busy.current = false
    setPending(false)
    setRefused(answer)
  }

  const state = useMemo(() => ({ pending, refusals, fieldId }), [pending, refusals, fieldId])
  return (
    <FormContext value={state}>
      <form
        ref={form}
        noValidate
        aria-label={label}
        className="grid gap-5"
        onSubmit={submit}
        onInput={(event) => draft && keepDraft(draft, event.currentTarget)}
      >
        <RefusalSummary title={t('notSaved')} refusals={refusals} fieldId={fieldId} />
        {restored && <FieldHint>{t('restored')}</FieldHint>}
        {children}
      </form>
    </FormContext>
  )
}

/**
 * What only the browser knows: which required fields are empty, and where something was typed that it cannot read and would
 * send as nothing. Everything else the server refuses, in the same words for everybody.
 */
function unfilled(
  form: HTMLFormElement,
  say: Readonly<Record<'empty' | 'unchosen' | 'unread', string>>,
): FormRefusal[] {
  const found = new Map<string, string>()
  for (const control of form.elements) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement
      )
    )
      continue
    const { badInput, valueMissing } = control.validity
    if (found.has(control.name) || !(badInput || valueMissing)) continue
    const isChoice = control instanceof HTMLSelectElement || control.type === 'radio'
    found.set(control.name, badInput ? say.unread : isChoice ? say.unchosen : say.empty)
  }
  return [...found].map(([field, message]) => ({ field, message }))
}
