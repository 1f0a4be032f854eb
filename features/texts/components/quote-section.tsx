'use client'
import { Quote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import type { QuoteWordsProps } from './quote-words.tsx'
import { SelectionBar } from './selection-bar.tsx'

const QuoteWords = lazy(async () => ({ default: (await import('./quote-words.tsx')).QuoteWords }))

/** Quoting words of the passage: by selecting them in the text, or, without a pointer, in a field of their own. */
export function QuoteSection(props: QuoteWordsProps) {
  const t = useTranslations('texts.quoting')
  const own = useTranslations('components.page')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {!isOpen && (
        <Button size="small" icon={<Quote aria-hidden />} onClick={() => setOpen(true)}>
          {t('chooseWords')}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={<p role="status">{own('loading')}</p>}>
          <QuoteWords {...props} />
        </Suspense>
      )}
      <SelectionBar {...props} />
    </>
  )
}
