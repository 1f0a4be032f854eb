import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { PrintButton } from '#components/actions/print-button.tsx'
import { PrintsWhole } from '#components/actions/prints-whole.tsx'
import { gutterLook } from '#components/frame/gutter.ts'
import { ReadingLayout } from '#components/frame/reading-layout.tsx'
import { mostPrinted } from '#domain/text/window.ts'
import type { PrintedView } from '../loaders.ts'
import { readerHref } from './passage-href.ts'
import { Passages } from './reader-parts.tsx'

/** A text as it goes to paper: its name and its passages under their numbers, and nothing of the product around them. */
export function PrintedText({ view }: { readonly view: PrintedView }) {
  const t = useTranslations('texts')
  const { head, passages, from, total } = view
  const to = passages.at(-1)?.ordinal ?? from
  const at = `/groups/${head.groupId}/texts/${head.id}/passages`
  return (
    <main className={`${gutterLook} pb-20 print:pb-0`}>
      <PrintsWhole whole={null} />
      <nav aria-label={t('printing.acts')} className="print:hidden flex flex-wrap items-center gap-3 py-4">
        <PrintButton variant="primary" size="normal" label={t('printing.print')} />
        <ButtonLink
          href={readerHref(head.groupId, head.id, from)}
          icon={<ArrowLeft className="rtl:-scale-x-100" aria-hidden />}
        >
          {t('printing.leave')}
        </ButtonLink>
        {from > 1 && <ButtonLink href={`${at}?from=${from - mostPrinted}`}>{t('printing.previous')}</ButtonLink>}
        {to < total && (
          <ButtonLink href={`${at}?from=${to + 1}`} icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
            {t('printing.next')}
          </ButtonLink>
        )}
      </nav>
      <header className="grid gap-1 pt-6 pb-7">
        <h1 className="text-3xl font-[460] tracking-[-0.015em]">
          <bdi>{head.title}</bdi>
        </h1>
        <h2 className="font-sans text-base font-normal text-soft">
          {to - from + 1 === total ? t('passages', { count: total }) : t('readingOn.showing', { from, to, total })}
        </h2>
      </header>
      <div dir={head.edition?.direction}>
        <ReadingLayout>
          <div>
            <Passages head={head} passages={passages} />
          </div>
        </ReadingLayout>
      </div>
    </main>
  )
}
