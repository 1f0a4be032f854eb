import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { saidAsMarkup } from '#components/markup/prepared.tsx'
import { shownReference } from '#domain/text/reference.ts'
import { beginningOfPart } from '#domain/text/window.ts'
import type { PrintedView } from '../loaders.ts'
import type { PassageView, TextHead } from '../views.ts'
import type { ReaderPart } from './parts-read-on.ts'
import { PassageText, ranksOf } from './passage-text.tsx'

/** What belongs to a passage, set beside it; `from`: the first passage of its part. Nothing in it has a script. */
export type RenderMargin = (passage: PassageView, from: number) => ReactNode

/** The parts of some passages, as markup. */
export function usePartsOf({ head, passages }: PrintedView, renderMargin: RenderMargin): readonly ReaderPart[] {
  const parts = Map.groupBy(passages, ({ ordinal }) => beginningOfPart(ordinal))
  return [...parts].map(([from, held]) => ({
    from,
    to: held.at(-1)?.ordinal ?? from,
    ...saidAsMarkup(<Passages head={head} passages={held} renderMargin={(passage) => renderMargin(passage, from)} />),
  }))
}

interface PassagesProps {
  readonly head: TextHead
  readonly passages: readonly PassageView[]
  readonly renderMargin?: (passage: PassageView) => ReactNode
}

/** Passages under their numbers. */
export function Passages({ head, passages, renderMargin }: PassagesProps) {
  const t = useTranslations('texts.reader')
  const ranks = ranksOf(passages)
  return passages.map((passage, index) => (
    <PassageText
      key={passage.ordinal}
      passage={passage}
      groupId={head.groupId}
      textId={head.id}
      name={t('passage', { reference: shownReference(passage.reference, passage.text) })}
      rank={ranks[index]}
      margin={renderMargin?.(passage)}
    />
  ))
}
