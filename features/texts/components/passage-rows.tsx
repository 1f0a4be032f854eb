'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { shownReference } from '#domain/text/reference.ts'
import { windowSize } from '#domain/text/window.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { PassageView, PassageWindow } from '../views.ts'
import type { PickedFrom } from './picked.ts'
import { PickerReference } from './picker-reference.tsx'
import { WordsChoice } from './words-choice.tsx'

export interface PassageRowsProps {
  readonly shown: PassageWindow
  readonly from: PickedFrom
  /** The ordinal that takes the focus when the rows appear; null: none. */
  readonly focusOn: number | null
  /** The ordinal of the passage to which one was led: it stands out. */
  readonly target: number | null
  readonly isPicked: (passage: PassageView) => boolean
  readonly isChosen: (passage: PassageView) => boolean
  /** Words of it are picked, and not the whole. */
  readonly hasWords: (passage: PassageView) => boolean
  readonly toggle: (passage: PassageView) => void
  /** What was picked last, also in another window; a run can be taken from there. */
  readonly latest: PassageView | null
  readonly addRun: (since: PassageView, passage: PassageView) => void
  /** The next one that is chosen ends a run that begins with the latest, in whatever window it stands. */
  readonly isRun: boolean
  readonly setRun: (isRun: boolean) => void
  readonly addWords: (citation: CitationView) => void
  /** Shows the passages from an ordinal on; the focus goes to the first or the last of them. */
  readonly visit: (from: number, end?: 'first' | 'last') => void
}

/** A window of a text to pick from. One row at a time is in the order of Tab; arrows move between rows. */
export function PassageRows(props: PassageRowsProps) {
  const t = useTranslations('texts.picker')
  const { shown, focusOn, latest, toggle, addRun, visit, isRun, setRun } = props
  const { passages, total } = shown
  const [first, last] = [passages[0], passages.at(-1)]
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(focusOn ?? first?.ordinal ?? 1)
  const boxOf = (ordinal: number) => list.current?.querySelector<HTMLInputElement>(`[data-ordinal="${ordinal}"]`)
  useEffect(() => {
    const box = list.current?.querySelector<HTMLInputElement>(`[data-ordinal="${focusOn}"]`)
    box?.focus()
    box?.closest('li')?.scrollIntoView({ block: 'center' })
  }, [focusOn])

  const choose = (passage: PassageView, event: MouseEvent | KeyboardEvent) => {
    if (latest === null || !(isRun || event.shiftKey)) return toggle(passage)
    addRun(latest, passage)
    setRun(false)
  }
  const move = (event: KeyboardEvent, { ordinal }: PassageView) => {
    const next = { ArrowDown: ordinal + 1, ArrowUp: ordinal - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    if (next >= 1 && first && next < first.ordinal) return visit(Math.max(1, next - windowSize + 1), 'last')
    if (last && next > last.ordinal && next <= total) return visit(next)
    boxOf(next)?.focus()
  }
  const helpId = useId()
  return (
    <div className="grid gap-2">
      <div id={helpId} className={isRun ? '' : 'tight:sr-only'}>
        <FieldHint>
          {isRun ? (
            t(latest === null ? 'runFirst' : 'runLast', {
              reference: latest ? shownReference(latest.reference, latest.text) : '',
            })
          ) : (
            <>
              <span className="pointer-coarse:hidden">{t('help')}</span>
              <span className="hidden pointer-coarse:inline">{t('helpTouch')}</span>
            </>
          )}
        </FieldHint>
      </div>
      <div>
        <Button size="small" aria-pressed={isRun} onClick={() => setRun(!isRun)}>
          {isRun ? t('runLeave') : t('run')}
        </Button>
      </div>
      {first && first.ordinal > 1 && (
        <Button size="small" variant="plain" onClick={() => visit(Math.max(1, first.ordinal - windowSize), 'last')}>
          {t('earlier')}
        </Button>
      )}
      <ul
        ref={list}
        aria-label={t('passages')}
        aria-describedby={helpId}
        className="border-b border-line **:scroll-mb-48"
      >
        {passages.map((passage) => (
          <Row
            key={passage.ordinal}
            {...props}
            passage={passage}
            isActive={passage.ordinal === active}
            onActive={() => setActive(passage.ordinal)}
            choose={(event) => choose(passage, event)}
            move={(event) => move(event, passage)}
          />
        ))}
      </ul>
      {last && last.ordinal < total && (
        <Button size="small" variant="plain" onClick={() => visit(last.ordinal + 1)}>
          {t('later')}
        </Button>
      )}
    </div>
  )
}

interface RowProps extends PassageRowsProps {
  readonly passage: PassageView
  readonly isActive: boolean
  readonly onActive: () => void
  readonly choose: (event: MouseEvent | KeyboardEvent) => void
  readonly move: (event: KeyboardEvent) => void
}

function Row({ passage, isActive, onActive, choose, move, ...rest }: RowProps) {
  const t = useTranslations('texts.picker')
  const { isPicked, isChosen, hasWords, latest, addRun, from, addWords, target } = rest
  const isTarget = target === passage.ordinal
  const [inWords, setInWords] = useState(false)
  const press = (event: KeyboardEvent) => {
    if (event.key !== ' ') return move(event)
    event.preventDefault()
    choose(event)
  }
  return (
    <li
      className={`border-t border-line py-1.5 ${isTarget ? 'border-s-3 border-s-accent bg-accent-wash ps-2' : ''}`}
      data-kind={passage.kind}
      aria-current={isTarget || undefined}
    >
      <label className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
        <input
          type="checkbox"
          className="mt-1 size-5"
          data-ordinal={passage.ordinal}
          checked={isPicked(passage)}
          tabIndex={isActive ? 0 : -1}
          // A press moves the focus before it is a click: were the row to open then, the click would land elsewhere.
          onFocus={(event) => event.currentTarget.matches(':focus-visible') && onActive()}
          onClick={(event) => {
            onActive()
            choose(event)
          }}
          onChange={() => {}}
          onKeyDown={press}
        />
        <span className="min-w-0">
          <PickerReference
            reference={passage.reference}
            said={[isChosen(passage) && t('alreadyCited'), hasWords(passage) && t('wordsChosen')]}
          />
          {!inWords && (
            <span
              dir="auto"
              className={`block font-serif ${passage.kind === 'heading' ? 'font-semibold' : ''} ${isActive ? '' : 'line-clamp-3 tight:line-clamp-2'}`}
            >
              {passage.label !== null && `${passage.label} `}
              {passage.text}
            </span>
          )}
        </span>
      </label>
      {isActive && !inWords && (
        <div className="flex flex-wrap gap-2 ps-8 pt-1">
          <Button size="small" variant="plain" onClick={() => setInWords(true)}>
            {t('words')}
          </Button>
          {latest && latest.ordinal !== passage.ordinal && (
            <Button size="small" variant="plain" onClick={() => addRun(latest, passage)}>
              {t('toHere', { reference: shownReference(latest.reference, latest.text) })}
            </Button>
          )}
        </div>
      )}
      {inWords && <WordsChoice {...{ passage, from }} leave={() => setInWords(false)} take={addWords} />}
    </li>
  )
}
