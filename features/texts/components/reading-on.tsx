'use client'
import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { ButtonLink } from '#components/actions/button.tsx'
import { PrintsWhole } from '#components/actions/prints-whole.tsx'
import { ReadingLayout } from '#components/frame/reading-layout.tsx'
import { KeptMarkup } from '#components/markup/kept-markup.tsx'
import { partSize } from '#domain/text/window.ts'
import { type Read, useDeepLink, useFindKey, useNearing, useReadingOn, useReadOnPress } from './use-reading-on.ts'

export interface ReadingOnProps extends Read {
  readonly direction: 'ltr' | 'rtl' | undefined
  /** The way to what stands before. */
  readonly before: ReactNode
  /** The address under which people reach the instance. */
  readonly baseUrl: string
}

/**
 * The passages of a text, and on from there: the next part comes when one nears the end, or presses "Read on", which is a link to
 * the same passages and more. The address says how far one has read, so that a page that is fetched again holds as much.
 */
export function ReadingOn({ direction, before, baseUrl, ...read }: ReadingOnProps) {
  const t = useTranslations('texts.readingOn')
  const { at, total } = read
  const reading = useReadingOn(read)
  const { shown, first, last, isFull } = reading
  const { said, press } = useReadOnPress(reading, total)
  const end = useNearing(reading, total)
  useFindKey(reading, total)
  useDeepLink(at, total)
  const follow = (event: MouseEvent) => {
    if (isFull || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void press()
  }
  return (
    <>
      <h2 className={first === 1 && last >= total ? 'sr-only' : 'mb-2 text-sm font-normal text-soft tabular-nums'}>
        {t('showing', { from: first, to: last, total })}
      </h2>
      <OnPaper isWhole={first === 1 && last >= total} whole={`${at}/passages`} baseUrl={baseUrl} />
      {before}
      <div dir={direction}>
        <ReadingLayout margin>
          {shown.map(({ from, to, ...of }) => (
            <KeptMarkup key={from} as="div" attributes={{ 'data-part': from, 'data-to': to }} {...of} />
          ))}
        </ReadingLayout>
      </div>
      {last < total && (
        <nav ref={end} aria-label={t('more')} className="print:hidden flex flex-wrap gap-3 py-4">
          <ButtonLink href={hrefOn(at, reading)} icon={<ArrowDown aria-hidden />} onClick={follow}>
            {t('more')}
          </ButtonLink>
        </nav>
      )}
      <p role="status" className="text-sm text-soft print:hidden">
        {said}
      </p>
    </>
  )
}

interface OnPaperProps {
  readonly isWhole: boolean
  /** The page on which the whole text is printed. */
  readonly whole: string
  readonly baseUrl: string
}

/** Where a part of the text is there: the keys that print lead to the whole, and what is printed by a menu says that it is a part. */
function OnPaper({ isWhole, whole, baseUrl }: OnPaperProps) {
  const t = useTranslations('texts.readingOn')
  if (isWhole) return null
  return (
    <>
      <PrintsWhole whole={whole} />
      <p className="mb-4 hidden text-sm print:block">{t('onPaper', { address: `${baseUrl}${whole}` })}</p>
    </>
  )
}

/** The same passages and a part more; once a page holds as many as it may, the page that follows. */
function hrefOn(at: string, { first, last, isFull }: ReturnType<typeof useReadingOn>): string {
  if (isFull) return `${at}?from=${last + 1}#p-${last + 1}`
  return `${at}?${first === 1 ? '' : `from=${first}&`}to=${last + partSize}#p-${last + 1}`
}
