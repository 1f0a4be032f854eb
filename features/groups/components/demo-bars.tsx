'use client'
import { useEffect, useRef, useState } from 'react'
import { showToast } from '#components/overlays/toast.ts'
import { type KeptPoint, tourKeys } from '#lib/demo/tour.ts'
import { keepPoint, wasMoved } from './perspective.ts'
import { PerspectiveBar, type PerspectiveBarProps } from './perspective-bar.tsx'
import { TourNote, type TourNoteProps } from './tour-note.tsx'

export type DemoBarsProps = Omit<PerspectiveBarProps, 'tour' | 'words'> & {
  /** Where on the tour somebody was when the page was made; null: they had begun none. */
  readonly kept: KeptPoint | null
  readonly words: PerspectiveBarProps['words'] & Readonly<Record<'begin' | 'goOn' | 'tour' | 'moved', string>>
  /** What the tour says; null: it is not begun, or put away. */
  readonly tour: Pick<TourNoteProps, 'stop' | 'before' | 'after' | 'words'> | null
}

/** As whom one looks at the demo, and below it the note of the tour, until it is put away or over. */
export function DemoBars({ groupId, current, kept: keptThen, words, tour }: DemoBarsProps) {
  const [kept, setKept] = useState(keptThen)
  const bar = useRef<HTMLDivElement>(null)
  const leave = (next: KeptPoint | null) => {
    keepPoint(next)
    setKept(next)
  }
  const isPutAway = kept?.isAway === true && keptThen?.isAway === false
  // What was pressed is gone: the tour is found again at the first control of the bar.
  useEffect(() => {
    if (isPutAway) focusFirst(bar.current)
  }, [isPutAway])
  useEffect(() => {
    if (wasMoved()) showToast({ message: words.moved })
  }, [words.moved])
  const isOn = tour !== null && keptThen !== null && kept?.isAway !== true
  const toTour = {
    key: kept?.key ?? tourKeys[0],
    label: kept === null ? words.begin : words.goOn,
    short: words.tour,
  }
  return (
    <>
      <PerspectiveBar
        ref={bar}
        groupId={groupId}
        current={current}
        words={words}
        tour={isOn && kept !== null ? null : toTour}
      />
      {isOn && (
        <TourNote
          groupId={groupId}
          current={current}
          {...tour}
          isOver={kept === null}
          onPutAway={() => leave({ key: keptThen.key, isAway: true })}
          onEnd={() => leave(null)}
        />
      )}
    </>
  )
}

function focusFirst(within: HTMLElement | null): void {
  const buttons = [...(within?.querySelectorAll('button') ?? [])]
  buttons.find((button) => button.checkVisibility())?.focus()
}
