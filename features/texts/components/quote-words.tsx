'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { quoteFrom } from '#domain/text/quote.ts'
import type { PassageView } from '../views.ts'
import { assignHref, passageHref } from './passage-href.ts'
import { quoteText, type SelectionBarProps } from './selection-bar.tsx'
import { WordsArea } from './words-area.tsx'

export type QuoteWordsProps = Omit<SelectionBarProps, 'words'> & {
  readonly passage: Pick<PassageView, 'ordinal' | 'reference' | 'text'>
}

/** Quotes words of a passage without a pointer: the same as a selection in the text. */
export function QuoteWords({ groupId, textId, title, baseUrl, passage, assign }: QuoteWordsProps) {
  const t = useTranslations('texts.quoting')
  const helpId = useId()
  const [[start, end], select] = useState<readonly [number, number]>([0, 0])
  const quote = quoteFrom(passage.text, start, end)
  const href = isRefusal(quote) ? '' : passageHref(groupId, textId, { first: passage.ordinal, quote })
  return (
    <div className="grid max-w-reading basis-full gap-2">
      <FieldHint id={helpId}>{t('wordsHelp')}</FieldHint>
      <WordsArea
        text={passage.text}
        label={t('chooseWords')}
        describedBy={helpId}
        onSelect={(from, to) => select([from, to])}
      />
      {isRefusal(quote) ? (
        <FieldHint>{t('noWords')}</FieldHint>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <CopyButton label={t('copyQuote')} text={quoteText(quote, title, passage.reference, `${baseUrl}${href}`)} />
          <TextLink href={href}>{t('toWords')}</TextLink>
          {assign && (
            <TextLink href={assignHref(groupId, textId, { first: passage.ordinal, quote })}>{assign}</TextLink>
          )}
        </div>
      )}
    </div>
  )
}
