'use client'
import { type KeyboardEvent, useState } from 'react'
import { matching } from './matching.ts'
import type { Choice } from './select.tsx'

/** The state of a combobox: what is typed, what is chosen, what is offered, and the keys that change them. */
export type ComboBoxState = {
  readonly value: string
  readonly typed: string
  readonly open: boolean
  /** Index in `offered` of the line that Enter takes; -1: none. */
  readonly active: number
  readonly offered: readonly Choice[]
  readonly type: (text: string) => void
  readonly show: () => void
  readonly choose: (choice: Choice) => void
  readonly putBack: (value: string) => void
  readonly leave: () => void
  readonly press: (event: KeyboardEvent) => void
}

/** Holds a combobox. `onChoose` hears of each new value. */
export function useComboBox(
  choices: readonly Choice[],
  first: string,
  onChoose: (value: string) => void,
  also?: (choice: Choice) => string,
): ComboBoxState {
  const labelOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? ''
  const [value, setValue] = useState(first)
  const [typed, setTyped] = useState(() => labelOf(first))
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  // A field that shows its choice offers everything; one that is being typed in, what matches.
  const offered = open ? matching(choices, typed === labelOf(value) ? '' : typed, also) : []

  const set = (next: string) => {
    setTyped(labelOf(next))
    setOpen(false)
    if (next === value) return
    setValue(next)
    onChoose(next)
  }
  const show = () => {
    setOpen(true)
    setActive(matching(choices, '').findIndex((choice) => choice.value === value))
  }
  const choose = (choice: Choice) => {
    if (!choice.disabled) set(choice.value)
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    setActive(text === '' ? -1 : 0)
  }
  const leave = () => {
    const exact = choices.find(({ label }) => label.toLocaleLowerCase() === typed.trim().toLocaleLowerCase())
    set(typed.trim() === '' ? '' : exact && !exact.disabled ? exact.value : value)
  }
  const step = (by: number) => {
    if (!open) return show()
    setActive((active + by + offered.length) % Math.max(offered.length, 1))
  }
  const press = (event: KeyboardEvent) => {
    const line = offered[active]
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(active < 0 ? 0 : -1)
    else if (event.key === 'Enter' && open) line && choose(line)
    else if (event.key === 'Escape' && open) set(value)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const putBack = (next: string) => {
    setValue(next)
    setTyped(labelOf(next))
  }
  return { value, typed, open, active, offered, type, show, choose, putBack, leave, press }
}
