'use client'
import { type InputEvent, useEffect, useRef } from 'react'

export type KeptValueProps<Value> = {
  readonly name: string
  /** What stands on the page and in no field of its own: chosen passages, rows. */
  readonly value: Value
  /** Gives back what was kept, as it was given. */
  readonly onPutBack: (value: Value) => void
}

/** Makes a value part of its form: its data holds it as JSON under `name`, and a draft of the form keeps it. */
export function KeptValue<Value>({ name, value, onPutBack }: KeptValueProps<Value>) {
  const hidden = useRef<HTMLInputElement>(null)
  const shown = JSON.stringify(value)
  const before = useRef(shown)
  // A form keeps its draft when something is typed; this is how it hears of a value that changed otherwise.
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    hidden.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [shown])
  const putBack = (event: InputEvent<HTMLInputElement>) => {
    const kept = event.currentTarget.value
    if (kept !== shown) onPutBack(JSON.parse(kept))
  }
  return <input ref={hidden} type="hidden" data-draft name={name} value={shown} onInput={putBack} />
}
