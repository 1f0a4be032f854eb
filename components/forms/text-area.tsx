'use client'
import type { ComponentProps, InputEvent } from 'react'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'

type Native = Omit<ComponentProps<'textarea'>, 'name' | 'required' | 'id'>

export type TextAreaProps = FieldProps &
  Native & {
    /** Sets what is typed in the serif of the text: for wording that will be read as text. */
    readonly asText?: boolean
  }

/** Several lines; grows with what is typed. */
export function TextArea({ label, description, error, required, name, asText, onInput, ...rest }: TextAreaProps) {
  const field = { label, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  return (
    <Field field={field} wiring={wiring}>
      <textarea
        rows={3}
        dir="auto"
        {...rest}
        {...wiring.attributes}
        className={controlLook({ set: asText ? 'text' : 'words' })}
        onInput={(event) => {
          grow(event)
          onInput?.(event)
        }}
      />
    </Field>
  )
}

/** For browsers that do not know `field-sizing: content`. */
function grow({ currentTarget: area }: InputEvent<HTMLTextAreaElement>) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}
