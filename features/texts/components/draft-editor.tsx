'use client'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { ReadingLayout } from '#components/frame/reading-layout.tsx'
import { SectionTitle } from '#components/frame/section.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { Direction } from '#domain/text/direction.ts'
import type { Suspect } from '#domain/text/passage.ts'
import type { DraftLine as Row } from '../views.ts'
import { DraftRow } from './draft-row.tsx'
import { DraftSuspects, type SuspectGroup } from './draft-suspects.tsx'
import { useDraft } from './use-draft.ts'

export interface DraftEditorProps {
  readonly textId: string
  readonly revision: number
  readonly direction: Direction
  readonly rows: readonly Row[]
  readonly suspects: readonly SuspectGroup[]
}

/** The passages of a draft to be corrected. One passage at a time is in the order of Tab; the arrows lead to the others. */
export function DraftEditor({ textId, revision, direction, rows, suspects }: DraftEditorProps) {
  const t = useTranslations('texts.editor')
  const own = useTranslations('components.page')
  const draft = useDraft(textId, revision)
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const present = rows.some(({ id }) => id === active) ? active : (rows[0]?.id ?? null)

  const focusOn = (row: Row | undefined) => {
    if (row === undefined) return
    setActive(row.id)
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
    if (event.target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    void draft.undo()
  }
  const dropAll = (suspect: Suspect) =>
    draft.edit({ edit: 'drop-suspects', suspect }, (count) => t('didDrop', { count }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of undoing work wherever the focus is inside.
    <div onKeyDown={press}>
      <DraftSuspects groups={suspects} pending={draft.pending} drop={dropAll} />
      <SectionTitle>{t('passages')}</SectionTitle>
      <div className="print:hidden sticky top-0 z-10 flex flex-wrap items-center gap-3 border-b border-line bg-paper py-2">
        <Button
          size="small"
          icon={<Undo2 className="rtl:-scale-x-100" aria-hidden />}
          pending={draft.pending}
          aria-disabled={!draft.canUndo}
          onClick={draft.undo}
        >
          {own('undo')}
        </Button>
        {draft.refusal !== null && (
          <div className="min-w-0 flex-1 basis-64">
            <Notice tone="refusal" title={draft.refusal} live />
          </div>
        )}
      </div>
      <div dir={direction}>
        <ReadingLayout margin>
          <ul ref={list} aria-label={t('label')}>
            {rows.map((row, index) => (
              <DraftRow
                key={row.id}
                row={row}
                draft={draft}
                isActive={row.id === present}
                isOpen={row.id === opened}
                activate={() => setActive(row.id)}
                open={(isOpen) => setOpened(isOpen ? row.id : null)}
                move={(step) => focusOn(rows[index + step])}
              />
            ))}
          </ul>
        </ReadingLayout>
      </div>
    </div>
  )
}
