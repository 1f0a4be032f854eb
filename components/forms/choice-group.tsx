'use client'
import type { ReactNode } from 'react'
import { FieldError, FieldLabel, type FieldProps, useField } from './field.tsx'

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
    <fieldset className="field" aria-describedby={attributes['aria-describedby']}>
      <legend className="field-label mb-1">
        <FieldLabel field={field} id={id} />
      </legend>
      {field.description && (
        <p id={descriptionId} className="field-hint">
          {field.description}
        </p>
      )}
      {choices.map(({ value, label, description, disabled }, index) => {
        const own = index === 0 ? id : `${id}-${value}`
        return (
          <div className="choice" key={value}>
            <input
              type={type}
              id={own}
              name={attributes.name}
              value={value}
              required={type === 'radio' && attributes.required}
              disabled={disabled}
              defaultChecked={initial.includes(value)}
              aria-describedby={description ? `${own}-means` : undefined}
              onChange={(event) => onPress?.(value, event.currentTarget.checked)}
            />
            <label htmlFor={own}>{label}</label>
            {description && (
              <p id={`${own}-means`} className="field-hint">
                {description}
              </p>
            )}
          </div>
        )
      })}
      <FieldError id={errorId} message={error} />
    </fieldset>
  )
}
