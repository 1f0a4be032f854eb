'use client'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import { controlLook } from '#components/forms/control.ts'

export interface WordsAreaProps {
  /** The words of a passage; they cannot be changed here. */
  readonly text: string
  /** The accessible name. */
  readonly label: string
  /** The id of what explains it. */
  readonly describedBy?: string
  /** Where the cursor is, or what is selected, in UTF-16 units. */
  readonly onSelect: (start: number, end: number) => void
  readonly onEnter?: () => void
  readonly onEscape?: () => void
}

/**
 * The words of a passage with a cursor: a place or words in it are chosen by pointer, touch or keyboard alike, for which
 * running text on a page has no cursor. Takes the focus when it appears.
 */
export function WordsArea({ text, label, describedBy, onSelect, onEnter, onEscape }: WordsAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const tell = useEffectEvent(({ selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    onSelect(selectionStart, selectionEnd),
  )
  useEffect(() => {
    const element = area.current
    if (element === null) return
    // Not every way of changing a text can be prevented in React; this one can.
    const keep = (event: Event) => event.preventDefault()
    element.addEventListener('beforeinput', keep)
    // The ends that a finger draws are told by this alone: no key and no pointer goes up in the words.
    const changed = () => tell(element)
    element.addEventListener('select', changed)
    element.addEventListener('selectionchange', changed)
    document.addEventListener('selectionchange', changed)
    // Its full height first: the focus scrolls to what is there when it comes.
    element.style.blockSize = `${element.scrollHeight + 4}px`
    element.focus()
    element.setSelectionRange(0, 0)
    return () => {
      element.removeEventListener('beforeinput', keep)
      element.removeEventListener('select', changed)
      element.removeEventListener('selectionchange', changed)
      document.removeEventListener('selectionchange', changed)
    }
  }, [])
  const press = (event: KeyboardEvent) => {
    const act = event.key === 'Enter' ? onEnter : event.key === 'Escape' ? onEscape : undefined
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <textarea
      ref={area}
      value={text}
      aria-label={label}
      aria-describedby={describedBy}
      dir="auto"
      spellCheck={false}
      // Nothing is typed: no keyboard of a phone rises over the words.
      inputMode="none"
      className={controlLook({ set: 'text' })}
      onChange={(event) => event.preventDefault()}
      onKeyDown={press}
    />
  )
}
