'use client'
import type { ComponentProps } from 'react'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'

type Native = Omit<ComponentProps<'input'>, 'type' | 'name' | 'required' | 'id'>

export type DateFieldProps = FieldProps & Native

/** A calendar day as `YYYY-MM-DD`, with `min` and `max` alike. No time and no zone: those are fields of their own. */
export function DateField({ label, mark, description, error, required, name, ...rest }: DateFieldProps) {
  const field = { label, mark, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  return (
    <Field field={field} wiring={wiring}>
      <input type="date" {...rest} {...wiring.attributes} className={`${controlLook()} max-w-48`} />
    </Field>
  )
}
