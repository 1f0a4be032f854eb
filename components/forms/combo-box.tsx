'use client'
import { ChevronDown } from 'lucide-react'
import { type InputEvent, useRef } from 'react'
import { ChoiceList } from './choice-list.tsx'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'
import type { Choice } from './select.tsx'
import { useComboBox } from './use-combo-box.ts'

export type ComboBoxProps = FieldProps & {
  readonly choices: readonly Choice[]
  /** The value chosen at first. */
  readonly defaultValue?: string
  readonly onChange?: (value: string) => void
  readonly placeholder?: string
  /** Words by which a choice is found though they are not shown. */
  readonly also?: (choice: Choice) => string
}

/** One of many, found by typing (ARIA Authoring Practices, combobox with list). The form gets the chosen value;
 * words that are none of the choices give way to the last choice when the field is left, an emptied field chooses nothing. */
export function ComboBox({ choices, defaultValue = '', onChange, placeholder, also, ...field }: ComboBoxProps) {
  const wiring = useField(field)
  const { name, required, ...attributes } = wiring.attributes
  const hidden = useRef<HTMLInputElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const box = useComboBox(
    choices,
    defaultValue,
    (value) => {
      onChange?.(value)
      // The form hears of it as of any other field, once the value is in place.
      requestAnimationFrame(() => hidden.current?.dispatchEvent(new Event('input', { bubbles: true })))
    },
    also,
  )
  const listId = `${wiring.id}-list`
  const optionId = (index: number) => `${listId}-${index}`
  const putBack = ({ currentTarget }: InputEvent<HTMLInputElement>) => box.putBack(currentTarget.value)
  return (
    <Field field={field} wiring={wiring}>
      <input ref={hidden} type="hidden" data-draft name={name} value={box.value} onInput={putBack} />
      <span className="relative grid">
        <input
          {...attributes}
          ref={input}
          type="text"
          role="combobox"
          dir="auto"
          className={`${controlLook()} pe-[2.4rem] in-[:dir(ltr)]:[&:dir(rtl)]:ps-[2.4rem] in-[:dir(rtl)]:[&:dir(ltr)]:ps-[2.4rem]`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          aria-required={required}
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={box.open ? listId : undefined}
          aria-activedescendant={box.open && box.active >= 0 ? optionId(box.active) : undefined}
          value={box.typed}
          onChange={(event) => box.type(event.currentTarget.value)}
          onClick={box.show}
          onBlur={box.leave}
          onKeyDown={box.press}
        />
        <ChevronDown
          className="pointer-events-none absolute end-[0.7rem] top-[calc(50%-0.58em)] text-soft"
          aria-hidden
        />
      </span>
      {box.open && (
        <ChoiceList id={listId} optionId={optionId} labelledBy={`${wiring.id}-label`} anchor={input} box={box} />
      )}
    </Field>
  )
}
