'use client'
import type { ReactNode } from 'react'
import { ChoiceInput } from './choice-input.tsx'
import { fieldLook } from './control.ts'
import { FieldLabel, type FieldProps, useField } from './field.tsx'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'

/** One possible answer, with what it means. */
export type GroupChoice = {
  readonly value: string
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly disabled?: boolean
}

export type ChoiceGroupProps = FieldProps & {
  readonly type: 'radio' | 'checkbox'
  readonly choices: readonly GroupChoice[]
  /** What is chosen at first. */
  readonly initial: readonly string[]
  /** Each press: which answer, and whether it is chosen now. */
  readonly onPress?: ((value: string, chosen: boolean) => void) | undefined
}

/** A question with its answers in view; `RadioGroup` and `CheckboxGroup` are made of it. */
export function ChoiceGroup({ type, choices, initial, onPress, ...field }: ChoiceGroupProps) {
  const { id, descriptionId, errorId, error, attributes } = useField(field)
  return (
    <fieldset className={fieldLook} aria-describedby={attributes['aria-describedby']}>
      <legend className="mb-1 font-label">
        <FieldLabel field={field} id={id} />
      </legend>
      {field.description && <FieldHint id={descriptionId}>{field.description}</FieldHint>}
      {choices.map(({ value, label, description, disabled }, index) => {
        const own = index === 0 ? id : `${id}-${value}`
        return (
          <ChoiceInput
            key={value}
            look={type}
            id={own}
            name={attributes.name}
            value={value}
            required={type === 'radio' && attributes.required}
            disabled={disabled}
            defaultChecked={initial.includes(value)}
            aria-describedby={description ? `${own}-means` : undefined}
            onChange={(event) => onPress?.(value, event.currentTarget.checked)}
          >
            <label htmlFor={own}>{label}</label>
            {description && <FieldHint id={`${own}-means`}>{description}</FieldHint>}
          </ChoiceInput>
        )
      })}
      <FieldError id={errorId} message={error} />
    </fieldset>
  )
}
