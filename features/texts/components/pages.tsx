import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'

export interface PagesProps {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** From one page of a list to the next; nothing when there is only one. */
export function Pages({ page, pages, hrefOf }: PagesProps) {
  const t = useTranslations('texts')
  if (pages <= 1) return null
  return (
    <nav aria-label={t('pages')} className="print:hidden flex flex-wrap items-center gap-4 py-5">
      {page > 1 && (
        <ButtonLink size="small" href={hrefOf(page - 1)} icon={<ArrowLeft className="rtl:-scale-x-100" aria-hidden />}>
          {t('earlier')}
        </ButtonLink>
      )}
      <span className="text-sm text-soft tabular-nums">{t('pageOf', { page, pages })}</span>
      {page < pages && (
        <ButtonLink size="small" href={hrefOf(page + 1)} icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
          {t('later')}
        </ButtonLink>
      )}
    </nav>
  )
}
