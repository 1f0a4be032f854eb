'use client'
import type { ComponentProps } from 'react'
import { FieldError, type FieldProps, useField } from './field.tsx'
import { fieldNameId } from './field-name.tsx'

type Native = Omit<ComponentProps<'input'>, 'type' | 'name' | 'required' | 'id' | 'role'>

export type CheckboxProps = FieldProps & Native & { readonly role?: 'switch' }

/** One yes or no. For several answers to one question use `CheckboxGroup`. */
export function Checkbox({ label, description, error, required, name, ...rest }: CheckboxProps) {
  const field = { label, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  return (
    <div className="choice">
      <input type="checkbox" {...rest} {...wiring.attributes} />
      <label htmlFor={wiring.id} id={fieldNameId(wiring.id)}>
        {label}
      </label>
      {description && (
        <p id={wiring.descriptionId} className="field-hint">
          {description}
        </p>
      )}
      <FieldError id={wiring.errorId} message={wiring.error} />
    </div>
  )
}
