'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { FieldError } from '#components/forms/field-error.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { shownReference } from '#domain/text/reference.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { PassageView } from '../views.ts'
import { citingWords, type PickedFrom } from './picked.ts'
import { WordsArea } from './words-area.tsx'

interface WordsChoiceProps {
  readonly passage: PassageView
  readonly from: PickedFrom
  readonly leave: () => void
  readonly take: (citation: CitationView) => void
}

/** Choosing some words of a passage instead of all of it. */
export function WordsChoice({ passage, from, leave, take }: WordsChoiceProps) {
  const t = useTranslations('texts.picker')
  const helpId = useId()
  const [selected, setSelected] = useState<readonly [number, number]>([0, 0])
  const [refused, setRefused] = useState(false)
  const done = () => {
    const citation = citingWords(from, passage, selected)
    setRefused(isRefusal(citation))
    if (isRefusal(citation)) return
    take(citation)
    leave()
  }
  return (
    <div className="grid gap-2 ps-8 pt-2">
      <div id={helpId}>
        <FieldHint>
          <span className="pointer-coarse:hidden">{t('wordsHelp')}</span>
          <span className="hidden pointer-coarse:inline">{t('wordsHelpTouch')}</span>
        </FieldHint>
      </div>
      <WordsArea
        text={passage.text}
        label={`${t('words')}: ${shownReference(passage.reference, passage.text)}`}
        describedBy={helpId}
        onSelect={(start, end) => setSelected([start, end])}
        onEnter={done}
        onEscape={leave}
      />
      {refused && <FieldError role="alert" message={t('noWords')} />}
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={done}>
          {t('citeWords')}
        </Button>
        <Button size="small" onClick={leave}>
          {t('back')}
        </Button>
      </div>
    </div>
  )
}
