'use client'
import type { ComponentProps, ReactNode } from 'react'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'

type Native = Omit<ComponentProps<'input'>, 'type' | 'name' | 'required' | 'id'>

export type NumberFieldProps = FieldProps &
  Native & {
    /** What is counted, e.g. "minutes"; stands after the number and belongs to its description. */
    readonly unit?: ReactNode
  }

/** A whole number, or with `step` a finer one. The wheel does not change it. */
export function NumberField({ label, mark, description, error, required, name, unit, ...rest }: NumberFieldProps) {
  const field = { label, mark, name, description, ...(error && { error }), ...(required && { required }) }
  const wiring = useField(field)
  const unitId = `${wiring.id}-unit`
  const describedBy = [wiring.attributes['aria-describedby'], unit && unitId].filter(Boolean).join(' ') || undefined
  return (
    <Field field={field} wiring={wiring}>
      <span className="flex items-center gap-2">
        <input
          type="number"
          inputMode="numeric"
          {...rest}
          {...wiring.attributes}
          aria-describedby={describedBy}
          className={`${controlLook()} max-w-28`}
          onWheel={(event) => event.currentTarget.blur()}
        />
        {unit && (
          <span id={unitId} className="text-soft">
            {unit}
          </span>
        )}
      </span>
    </Field>
  )
}
