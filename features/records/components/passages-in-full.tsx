import { BookOpenText, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor, ButtonLink } from '#components/actions/button.tsx'
import { hrefOf } from '#lib/api/send.ts'

type Props = {
  readonly params: { readonly conclusionId: string }
  /** The page of the conclusion. */
  readonly href: string
  /** The passages stand on the page already. */
  readonly isWhole: boolean
}

/** A conclusion as a document that stands alone: on the page, to be printed, or as a text to take along. */
export function PassagesInFull({ params, href, isWhole }: Props) {
  const t = useTranslations('records')
  return (
    <nav aria-label={t('export.label')} className="print:hidden mt-6 flex flex-wrap gap-2">
      <ButtonLink
        href={isWhole ? href : `${href}?passages=whole#passages-cited`}
        size="small"
        icon={<BookOpenText aria-hidden />}
      >
        {t(isWhole ? 'passages.leave' : 'passages.show')}
      </ButtonLink>
      <ButtonAnchor
        href={hrefOf({ route: 'GET /conclusions/{conclusionId}/conclusion.md', params })}
        size="small"
        icon={<Download aria-hidden />}
      >
        {t('export.markdown')}
      </ButtonAnchor>
    </nav>
  )
}
