'use client'
import type { ComponentProps } from 'react'
import { Field, type FieldProps, useField } from './field.tsx'
import { NativeSelect } from './native-select.tsx'

/** One thing that can be chosen. */
export type Choice = { readonly value: string; readonly label: string; readonly disabled?: boolean }

type Native = Omit<ComponentProps<'select'>, 'name' | 'required' | 'id' | 'children' | 'multiple' | 'className'>

export type SelectProps = FieldProps &
  Native & {
    readonly choices: readonly Choice[]
    /** Shown while nothing is chosen; makes the empty value possible. */
    readonly placeholder?: string
  }

/** One of a few, in the system's own list: best on a phone, complete by keyboard. From about twenty on use `ComboBox`. */
export function Select({ label, description, error, required, name, choices, placeholder, ...rest }: SelectProps) {
  const field = { label, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  // Where the empty value cannot be chosen, nothing is optional.
  const said = { ...field, required: required || placeholder === undefined }
  return (
    <Field field={said} wiring={wiring}>
      <NativeSelect {...rest} {...wiring.attributes}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </NativeSelect>
    </Field>
  )
}
