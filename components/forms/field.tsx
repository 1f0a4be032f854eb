'use client'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useId } from 'react'
import { fieldLook } from './control.ts'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'
import { fieldNameId } from './field-name.tsx'
import { useFormState } from './form.tsx'

/** What every field is told. */
export type FieldProps = {
  readonly label: ReactNode
  /** Right behind the label, and outside of it: a `TermMark`. Taken by fields that have one control. */
  readonly mark?: ReactNode
  /** The key of the value in the form's data, and what a refusal's `field` names. Unique in its form. */
  readonly name: string
  /** What helps before typing; always visible. */
  readonly description?: ReactNode
  /** Why the value was not taken. Inside a `Form` it is found by `name`. */
  readonly error?: string
  /** Fields are optional and say so, unless this is set. */
  readonly required?: boolean
}

/** The attributes that tie a control to its label, description and error. */
export type FieldWiring = {
  readonly id: string
  readonly descriptionId: string
  readonly errorId: string
  readonly error: string | undefined
  readonly attributes: {
    readonly id: string
    readonly name: string
    readonly required: boolean
    readonly 'aria-invalid': true | undefined
    readonly 'aria-describedby': string | undefined
  }
}

/** Ties a control to its label and messages, and finds its refusal in the form around it. */
export function useField({ name, description, error: given, required = false }: FieldProps): FieldWiring {
  const ownId = useId()
  const form = useFormState()
  const id = form?.fieldId(name) ?? ownId
  const error = given ?? form?.refusals.find((refusal) => refusal.field === name)?.message
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  const describedBy = [description && descriptionId, error && errorId].filter(Boolean).join(' ')
  return {
    id,
    descriptionId,
    errorId,
    error,
    attributes: {
      id,
      name,
      required,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

/** Label above, help below the label, control, refusal below the control. */
export function Field({ field, wiring, children }: { field: FieldProps; wiring: FieldWiring; children: ReactNode }) {
  return (
    <div className={fieldLook}>
      <FieldHead mark={field.mark}>
        <label id={`${wiring.id}-label`} className="font-label" htmlFor={wiring.id}>
          <FieldLabel field={field} id={wiring.id} />
        </label>
      </FieldHead>
      {field.description && <FieldHint id={wiring.descriptionId}>{field.description}</FieldHint>}
      {children}
      <FieldError id={wiring.errorId} message={wiring.error} />
    </div>
  )
}

/** The label, with its mark behind it where there is one. */
function FieldHead({ mark, children }: { readonly mark: ReactNode; readonly children: ReactNode }) {
  if (!mark) return children
  return (
    <span className="flex flex-wrap items-center gap-x-1">
      {children}
      {mark}
    </span>
  )
}

const SaidTogether = createContext(false)

/** Fields of which it is said together what they need: none of them is called optional for itself. */
export function FieldsSaidTogether({ children }: { readonly children: ReactNode }) {
  return <SaidTogether value={true}>{children}</SaidTogether>
}

/** The name of a field, with "optional" after it where it may stay empty. */
export function FieldLabel({ field, id }: { readonly field: FieldProps; readonly id: string }) {
  const t = useTranslations('components.forms')
  const together = use(SaidTogether)
  return (
    <>
      <span id={fieldNameId(id)}>{field.label}</span>
      {!field.required && !together && <span className="text-sm font-normal text-soft"> ({t('optional')})</span>}
    </>
  )
}
