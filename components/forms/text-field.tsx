'use client'
import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'

type Native = Omit<ComponentProps<'input'>, 'type' | 'name' | 'required' | 'id' | 'className'>

export type TextFieldProps = FieldProps & Native & { readonly type?: 'text' | 'email' | 'url' | 'tel' | 'password' }

/** One line of text. */
export function TextField({ label, description, error, required, name, ...rest }: TextFieldProps) {
  const field = { label, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  return (
    <Field field={field} wiring={wiring}>
      <input type="text" dir="auto" {...rest} {...wiring.attributes} className={controlLook()} />
    </Field>
  )
}
