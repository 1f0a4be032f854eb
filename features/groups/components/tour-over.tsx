'use client'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import { Note, useRunning } from './note-of-tour.tsx'
import { lookAsHeadOf } from './perspective.ts'

type Props = {
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  readonly words: Readonly<Record<'title' | 'ended' | 'ownGroups' | 'close', string>>
}

/** The tour is over: what one can do next. It came in the place of what was pressed, and takes its focus. */
export function TourOver({ current, words }: Props) {
  const run = useRunning()
  const [isClosed, setClosed] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  if (isClosed) return null
  const toOwnGroups = () =>
    run(async () => {
      if (current === null || (await lookAsHeadOf(null))) window.location.assign('/groups')
    })
  return (
    <Note title={words.title}>
      <p ref={said} tabIndex={-1} className="min-w-0 max-w-reading flex-1 max-md:basis-full">
        {words.ended}
      </p>
      <Button size="small" variant="primary" onClick={toOwnGroups}>
        {words.ownGroups}
      </Button>
      <span className="ms-auto">
        <IconButton label={words.close} icon={<X aria-hidden />} onClick={() => setClosed(true)} />
      </span>
    </Note>
  )
}
