'use client'
import { useEffect, useRef, useState } from 'react'
import { NotesForm, type NotesFormProps } from './notes-form.tsx'

/**
 * Notes that are folded away, for who keeps the record: their form comes when they are unfolded. Until then they stand there to be read,
 * on paper and for whoever looks for words on the page.
 */
export function FoldedNotes(props: NotesFormProps) {
  const at = useRef<HTMLDivElement>(null)
  const [wasOpened, setWasOpened] = useState(false)
  useEffect(() => {
    const fold = at.current?.closest('details')
    // It may have been unfolded before the page was awake.
    const look = () => fold?.open && setWasOpened(true)
    look()
    fold?.addEventListener('toggle', look)
    return () => fold?.removeEventListener('toggle', look)
  }, [])
  return (
    <div ref={at}>
      {wasOpened ? (
        <NotesForm {...props} />
      ) : (
        <p dir="auto" className="max-w-reading whitespace-pre-line font-serif">
          {props.notes}
        </p>
      )}
    </div>
  )
}
