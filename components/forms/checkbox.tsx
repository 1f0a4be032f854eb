'use client'
import type { ComponentProps } from 'react'
import { ChoiceInput } from './choice-input.tsx'
import { type FieldProps, useField } from './field.tsx'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'
import { fieldNameId } from './field-name.tsx'

type Native = Omit<ComponentProps<'input'>, 'type' | 'name' | 'required' | 'id' | 'role' | 'className'>

export type CheckboxProps = FieldProps & Native & { readonly role?: 'switch' }

/** One yes or no. For several answers to one question use `CheckboxGroup`. */
export function Checkbox({ label, description, error, required, name, role, ...rest }: CheckboxProps) {
  const field = { label, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  return (
    <ChoiceInput look={role ?? 'checkbox'} {...rest} {...wiring.attributes}>
      <label htmlFor={wiring.id} id={fieldNameId(wiring.id)}>
        {label}
      </label>
      {description && <FieldHint id={wiring.descriptionId}>{description}</FieldHint>}
      <FieldError id={wiring.errorId} message={wiring.error} />
    </ChoiceInput>
  )
}
