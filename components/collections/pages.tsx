import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '../actions/button.tsx'

export type PagesProps = {
  /** The page on screen, counted from 1. */
  readonly page: number
  /** How many there are, or, where nobody counts them, whether another follows. */
  readonly of: number | { readonly hasMore: boolean }
  /** The address of a page. */
  readonly hrefOf: (page: number) => string
}

/** From one page of a list to the next; nothing when there is only one. */
export function Pages({ page, of, hrefOf }: PagesProps) {
  const t = useTranslations('components.lists')
  const hasMore = typeof of === 'number' ? page < of : of.hasMore
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label={t('pages')} className="mt-6 print:hidden flex flex-wrap items-center gap-4">
      {page > 1 && (
        <ButtonLink size="small" href={hrefOf(page - 1)} icon={<ArrowLeft className="rtl:-scale-x-100" aria-hidden />}>
          {t('previousPage')}
        </ButtonLink>
      )}
      {typeof of === 'number' && (
        <span className="text-sm text-soft tabular-nums">{t('pageOf', { page, pages: of })}</span>
      )}
      {hasMore && (
        <ButtonLink size="small" href={hrefOf(page + 1)} icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
          {t('nextPage')}
        </ButtonLink>
      )}
    </nav>
  )
}
