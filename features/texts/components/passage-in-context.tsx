import { useTranslations } from 'next-intl'
import { ReadingLayout } from '#components/reading-layout.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { quoteFrom } from '#domain/text/quote.ts'
import type { PassageInContext as View } from '../loaders.ts'
import { PassageText, ranksOf } from './passage-text.tsx'

export interface PassageInContextProps {
  readonly view: View
  readonly marked: readonly [number, number] | null
}

/** The words to mark that an address names; null when it names none that stand in the passage. */
export function markedBy(text: string, start: unknown, end: unknown): readonly [number, number] | null {
  const quote = quoteFrom(text, Number(start ?? Number.NaN), Number(end ?? Number.NaN))
  return isRefusal(quote) ? null : [quote.start, quote.end]
}

/** A passage between those that stand around it. */
export function PassageInContext({ view, marked }: PassageInContextProps) {
  const t = useTranslations('texts.reader')
  const { head, passage, before, after } = view
  const passages = [...before, passage, ...after]
  const ranks = ranksOf(passages)
  return (
    <div dir={head.edition?.direction}>
      <h2 className="sr-only">{t('inContext')}</h2>
      <ReadingLayout>
        {passages.map((one, index) => (
          <PassageText
            key={one.ordinal}
            passage={one}
            groupId={head.groupId}
            textId={head.id}
            name={t('passage', { reference: one.reference })}
            rank={ranks[index]}
            current={one === passage}
            marked={one === passage ? marked : null}
          />
        ))}
      </ReadingLayout>
    </div>
  )
}
