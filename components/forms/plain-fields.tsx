import type { ComponentProps, ReactNode } from 'react'
import { controlLook, fieldLook } from './control.ts'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'
import { NativeSelect } from './native-select.tsx'
import type { Choice } from './select.tsx'

type PlainFieldProps = {
  readonly label: ReactNode
  /** The query parameter. */
  readonly name: string
  /** What helps before typing; always visible. */
  readonly description?: ReactNode
  /** Why what was sent was not taken. */
  readonly error?: string | null
}

/** The attributes of a control that tie it to its name and to what is said of it. */
type Tied = Pick<ComponentProps<'input'>, 'id' | 'name' | 'aria-invalid' | 'aria-describedby'>

/** A field of a form that the browser sends by itself, as an address; it has no script. Where it may stay empty, that is said of the form. */
function PlainField({
  label,
  name,
  description,
  error = null,
  children,
}: PlainFieldProps & { readonly children: (tied: Tied) => ReactNode }) {
  // The same whenever the page is made: what says the same stays on the screen, with what is typed into it.
  const id = `field-${name}`
  const [hintId, errorId] = [`${id}-description`, `${id}-error`]
  const said = [description && hintId, error !== null && errorId].filter(Boolean).join(' ')
  return (
    // Beside others in a grid each of its four parts stands in a row of its own: what one field says moves no neighbour.
    <div className={`${fieldLook} row-span-4 grid-rows-subgrid`}>
      <label className="font-label" htmlFor={id}>
        {label}
      </label>
      {description ? <FieldHint id={hintId}>{description}</FieldHint> : <span aria-hidden />}
      {children({
        id,
        name,
        ...(error !== null && { 'aria-invalid': true }),
        ...(said && { 'aria-describedby': said }),
      })}
      <FieldError id={errorId} message={error} />
    </div>
  )
}

/** One line of text in a form without a script. */
export function PlainTextField({
  value,
  maxLength,
  ...field
}: PlainFieldProps & { readonly value: string; readonly maxLength: number }) {
  return (
    <PlainField {...field}>
      {(tied) => (
        <input type="text" dir="auto" defaultValue={value} maxLength={maxLength} {...tied} className={controlLook()} />
      )}
    </PlainField>
  )
}

/** One of some in a form without a script. */
export function PlainSelect({
  value,
  placeholder,
  choices,
  ...field
}: PlainFieldProps & {
  readonly value: string
  readonly choices: readonly Choice[]
  /** The empty value, where nothing need be chosen. */
  readonly placeholder?: string
}) {
  return (
    <PlainField {...field}>
      {(tied) => (
        <NativeSelect defaultValue={value} {...tied}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </PlainField>
  )
}
