'use client'
import { ChevronDown, Minus, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { PassageFrame, PassageMargin, PassageNumberButton, PassageWords } from '#components/frame/reading-layout.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { beginningOf } from '#domain/text/grapheme.ts'
import { shownReference, titleReference } from '#domain/text/reference.ts'
import type { DraftLine as Row } from '../views.ts'
import { DraftChoices } from './draft-choices.tsx'
import { SplitAt } from './split-at.tsx'
import type { DraftEdits } from './use-draft.ts'

export interface DraftRowProps {
  readonly row: Row
  readonly draft: DraftEdits
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly activate: () => void
  readonly open: (isOpen: boolean) => void
  /** To the next row, or to the one before. */
  readonly move: (step: 1 | -1) => void
}

/** One passage of a draft under its provisional number, which opens what can be done with it. */
export function DraftRow(props: DraftRowProps) {
  const t = useTranslations('texts.editor')
  const s = useTranslations('texts.suspect')
  const { row, draft, isActive, isOpen, activate, open, move } = props
  const number = useRef<HTMLButtonElement>(null)
  const [inSplit, setInSplit] = useState(false)
  const leaveSplit = () => {
    setInSplit(false)
    number.current?.focus()
  }
  const acts = actsOn(row, draft, t)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyed(event, { ...acts, move, split: () => setInSplit(!row.dropped) })
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const name =
    row.reference === null ? t('dropped') : t('passage', { reference: shownReference(row.reference, row.text) })
  const isAside = row.suspect !== null && !row.dropped
  return (
    <PassageFrame
      as="li"
      kind={row.kind}
      level={Math.min(row.level + 1, 6)}
      depth={row.kind === 'list-item' ? row.level : undefined}
      labelled={row.kind === 'list-item' && row.label !== null}
      current={isOpen}
    >
      <PassageNumberButton
        ref={number}
        kind={row.kind}
        data-row={row.id}
        tabIndex={isActive ? 0 : -1}
        aria-expanded={isOpen}
        aria-label={name}
        onFocus={activate}
        onKeyDown={press}
        onClick={() => open(!isOpen)}
      >
        <bdi dir="ltr">{row.reference === titleReference ? '¶' : (row.reference ?? '–')}</bdi>{' '}
        <ChevronDown aria-hidden />
      </PassageNumberButton>
      <div className="min-w-0">
        {inSplit ? (
          <SplitAt row={row} split={acts.splitAt} leave={leaveSplit} />
        ) : (
          <PassageWords as="p" dropped={row.dropped}>
            {row.label !== null && <span>{row.label} </span>}
            {row.text}
          </PassageWords>
        )}
        {isOpen && !inSplit && <DraftChoices {...{ row, acts }} split={() => setInSplit(true)} />}
      </div>
      {(isAside || row.dropped) && (
        <PassageMargin>
          <div className="flex flex-wrap items-center gap-2">
            <StateMark
              tone={isAside ? 'alert' : 'still'}
              icon={isAside ? <TriangleAlert aria-hidden /> : <Minus aria-hidden />}
            >
              {row.dropped ? t('dropped') : row.suspect !== null && s(row.suspect)}
            </StateMark>
            <Button
              size="small"
              variant="plain"
              aria-label={`${acts.toggleWord}: ${beginningOf(row.text, 80)}`}
              onClick={acts.toggle}
            >
              {acts.toggleWord}
            </Button>
          </div>
        </PassageMargin>
      )}
    </PassageFrame>
  )
}

/** What can be done with one passage. */
export type RowActs = ReturnType<typeof actsOn>

function actsOn({ id, dropped }: Row, { edit }: DraftEdits, t: ReturnType<typeof useTranslations<'texts.editor'>>) {
  return {
    toggleWord: dropped ? t('restore') : t('drop'),
    toggle: () =>
      edit({ edit: dropped ? 'restore' : 'drop', ids: [id] }, (count) =>
        t(dropped ? 'restored' : 'didDrop', { count }),
      ),
    merge: (side: 'next' | 'previous') => edit({ edit: 'merge', id, with: side }, () => t('merged')),
    splitAt: (offset: number) => edit({ edit: 'split', id, offset }, () => t('didSplit')),
    retype: (kind: Row['kind'], level: number) => edit({ edit: 'retype', id, kind, level }, () => t('retyped')),
  }
}

type Keyed = Pick<RowActs, 'toggle' | 'merge'> & { move: (step: 1 | -1) => void; split: () => void }

/** The keys on a passage's number; they work there alone (WCAG 2.1.4). */
function keyed({ key, shiftKey }: KeyboardEvent, acts: Keyed): (() => void) | undefined {
  if (key === 'ArrowDown') return () => acts.move(1)
  if (key === 'ArrowUp') return () => acts.move(-1)
  switch (key.toLowerCase()) {
    case 'd':
      return () => void acts.toggle()
    case 'm':
      return () => void acts.merge(shiftKey ? 'previous' : 'next')
    case 's':
      return acts.split
    default:
      return undefined
  }
}
