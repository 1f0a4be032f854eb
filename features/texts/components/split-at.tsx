'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import type { DraftLine } from '../views.ts'
import { WordsArea } from './words-area.tsx'

export interface SplitAtProps {
  readonly row: DraftLine
  /** Answers whether it was done. */
  readonly split: (offset: number) => Promise<boolean>
  readonly leave: () => void
}

/** Finds the place at which a passage becomes two. */
export function SplitAt({ row, split, leave }: SplitAtProps) {
  const t = useTranslations('texts.editor')
  const helpId = useId()
  const [offset, setOffset] = useState(0)
  const done = async () => {
    if (await split(offset)) leave()
  }
  return (
    <div className="grid gap-2 font-sans text-base font-normal">
      <FieldHint id={helpId}>{t('splitHelp')}</FieldHint>
      <WordsArea
        text={row.text}
        label={t('split')}
        describedBy={helpId}
        onSelect={(start) => setOffset(start)}
        onEnter={done}
        onEscape={leave}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={done}>
          {t('splitHere')}
        </Button>
        <Button size="small" onClick={leave}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
