'use client'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'

interface Props {
  /** What unfolds the words, and what folds them again. */
  readonly whole: string
  readonly less: string
  /** How many lines a phone shows at first. Default 3. */
  readonly lines?: 3 | 6
  readonly children: ReactNode
}

/** Words of which a phone shows the first lines until they are unfolded; everywhere else, and on paper, they stand whole. */
export function FirstLines({ whole, less, lines = 3, children }: Props) {
  const [isWhole, setWhole] = useState(false)
  const id = useId()
  const first = lines === 6 ? 'max-md:not-print:line-clamp-6' : 'max-md:not-print:line-clamp-3'
  return (
    <>
      <p id={id} className={isWhole ? '' : first}>
        {children}
      </p>
      <div className="md:hidden print:hidden">
        <Button
          size="small"
          variant="plain"
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? less : whole}
        </Button>
      </div>
    </>
  )
}
