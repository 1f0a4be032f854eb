'use client'
import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'

type Native = Omit<ComponentProps<'input'>, 'type' | 'name' | 'required' | 'id'>

export type TimeFieldProps = FieldProps & Native

/** A wall-clock time as `HH:MM`. The zone it is meant in stands in a field of its own beside it. */
export function TimeField({ label, description, error, required, name, ...rest }: TimeFieldProps) {
  const field = { label, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  return (
    <Field field={field} wiring={wiring}>
      <input type="time" {...rest} {...wiring.attributes} className={`${controlLook()} max-w-36`} />
    </Field>
  )
}
