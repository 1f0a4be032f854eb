import { BookOpenText, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor, ButtonLink } from '#components/actions/button.tsx'
import { PrintButton } from '#components/actions/print-button.tsx'
import { hrefOf } from '#lib/api/send.ts'
import type { RecordView } from '../views.ts'

/** The record to take home: as a text, as a file that can be checked, on paper. */
export function RecordExports({ view, base }: { readonly view: RecordView; readonly base: string }) {
  const t = useTranslations('records.export')
  const params = { meetingId: view.meetingId }
  return (
    <nav aria-label={t('label')} className="print:hidden mt-5 flex flex-wrap items-center gap-2">
      <FileLink href={hrefOf({ route: 'GET /meetings/{meetingId}/record.md', params })}>{t('markdown')}</FileLink>
      {view.audience === 'parties' && (
        <FileLink href={hrefOf({ route: 'GET /meetings/{meetingId}/record.json', params })}>{t('json')}</FileLink>
      )}
      <PrintButton label={t('print')} />
      <ButtonLink href={`${base}?passages=whole`} size="small" icon={<BookOpenText aria-hidden />}>
        {t('withPassages')}
      </ButtonLink>
      {view.audience === 'parties' && (
        <ButtonLink href="/verify-record" variant="plain" size="small">
          {t('verify')}
        </ButtonLink>
      )}
    </nav>
  )
}

/** A plain link: what is behind it is a file and no page. */
function FileLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <ButtonAnchor href={href} size="small" icon={<Download aria-hidden />}>
      {children}
    </ButtonAnchor>
  )
}
