'use client'
import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type InputEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { latePart, useLatePart } from '../overlays/late-part.ts'
import { controlLook } from './control.ts'
import { Field, type FieldProps, useField } from './field.tsx'
import type { Choice } from './select.tsx'
import { typedChoice } from './typed-choice.ts'

export type ComboBoxProps = FieldProps & {
  readonly choices: readonly Choice[]
  /** The value chosen at first. */
  readonly defaultValue?: string
  readonly onChange?: (value: string) => void
  readonly placeholder?: string
  /** Words by which a choice is found though they are not shown. */
  readonly also?: (choice: Choice) => string
}

const lateOffer = latePart(async () => (await import('./combo-box-offer.tsx')).ComboBoxOffer)

/**
 * One of many, found by typing. The form gets the chosen value; words that are none of the choices give way to the last choice when
 * the field is left, an emptied field chooses nothing. The field is there at once and stays the same; what is offered, and the keys,
 * are React Aria's (docs/decisions/030), and come when somebody is about to type.
 */
export function ComboBox({ choices, defaultValue = '', onChange, placeholder, also, ...field }: ComboBoxProps) {
  const wiring = useField(field)
  const { name, required, ...attributes } = wiring.attributes
  const hidden = useRef<HTMLInputElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [value, setValue] = useState(defaultValue)
  const label = choices.find((choice) => choice.value === value)?.label ?? ''
  /** What was typed before the offer was there; null: nothing. */
  const [typed, setTyped] = useState<string | null>(null)
  /** What was done to the field, for the offer to answer once it is there. */
  const [used, setUsed] = useState<'reached' | 'asked' | null>(null)
  const [wired, setWired] = useState<ComponentProps<'input'>>({})
  const { part: Offer, intent } = useLatePart(lateOffer, used !== null)

  const choose = useCallback(
    (next: string) => {
      setValue(next)
      onChange?.(next)
      // The form hears of it as of any other field, once the value is in place.
      requestAnimationFrame(() => hidden.current?.dispatchEvent(new Event('input', { bubbles: true })))
    },
    [onChange],
  )
  // It may have been reached, and typed in, before the page was awake.
  const wake = useEffectEvent(() => {
    const { current } = input
    if (current === null) return
    if (current.value !== label) setTyped(current.value)
    if (current === document.activeElement) setUsed(current.value === label ? 'reached' : 'asked')
    else if (current.value !== label) leave(current.value)
  })
  useEffect(() => wake(), [])
  /** Left before the offer was there. */
  const leave = (words: string) => {
    if (typed === null && words === label) return
    const chosen = words.trim() === '' ? '' : typedChoice(choices, words)?.value
    if (chosen !== undefined && chosen !== value) choose(chosen)
    setTyped(null)
  }
  const putBack = ({ currentTarget }: InputEvent<HTMLInputElement>) => setValue(currentTarget.value)
  return (
    <Field field={field} wiring={wiring}>
      <input ref={hidden} type="hidden" data-draft name={name} value={value} onInput={putBack} />
      <span className="relative grid">
        <input
          {...attributes}
          {...intent}
          ref={input}
          type="text"
          role="combobox"
          dir="auto"
          className={`${controlLook()} pe-[2.4rem] in-[:dir(ltr)]:[&:dir(rtl)]:ps-[2.4rem] in-[:dir(rtl)]:[&:dir(ltr)]:ps-[2.4rem]`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          aria-labelledby={`${wiring.id}-label`}
          aria-required={required}
          aria-autocomplete="list"
          aria-expanded={false}
          value={typed ?? label}
          onFocus={() => setUsed((before) => before ?? 'reached')}
          onBlur={({ currentTarget }) => leave(currentTarget.value)}
          onClick={() => setUsed('asked')}
          onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'ArrowUp') && setUsed('asked')}
          onChange={(event) => {
            setUsed('asked')
            setTyped(event.currentTarget.value)
          }}
          {...wired}
        />
        <ChevronDown
          className="pointer-events-none absolute end-[0.45rem] top-[calc(50%-0.58em)] text-soft"
          aria-hidden
        />
      </span>
      {Offer !== null && used !== null && (
        <Offer
          {...{ input, choices, also, value, typed, choose }}
          labelId={`${wiring.id}-label`}
          asked={used === 'asked'}
          onWired={setWired}
        />
      )}
    </Field>
  )
}
