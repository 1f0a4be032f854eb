'use client'
import { useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import type { DraftLine } from '../queries/draft.ts'
import type { DraftWords } from './draft-words.ts'
import { WordsArea } from './words-area.tsx'

export interface SplitAtProps {
  readonly row: DraftLine
  readonly words: DraftWords['editor']
  /** Answers whether it was done. */
  readonly split: (offset: number) => Promise<boolean>
  readonly leave: () => void
}

/** Finds the place at which a passage becomes two. */
export function SplitAt({ row, words, split, leave }: SplitAtProps) {
  const helpId = useId()
  const [offset, setOffset] = useState(0)
  const done = async () => {
    if (await split(offset)) leave()
  }
  return (
    <div className="grid gap-2 font-sans text-base font-normal">
      <p id={helpId} className="field-hint">
        {words.splitHelp}
      </p>
      <WordsArea
        text={row.text}
        label={words.split}
        describedBy={helpId}
        onSelect={(start) => setOffset(start)}
        onEnter={done}
        onEscape={leave}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={done}>
          {words.splitHere}
        </Button>
        <Button size="small" onClick={leave}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
