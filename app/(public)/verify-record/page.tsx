import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Term } from '#components/text/term.tsx'
import { VerifyForm } from '#features/records/components/verify-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records.verify'))('title') }
}

/** Anybody who holds an exported record checks it here, in their own browser. */
export default function VerifyRecordPage() {
  const t = useTranslations('records.verify')
  return (
    <PageWords of={['records.fault', 'records.verify', 'records.wrong']}>
      <PageHeader title={<Term of="record">{t('title')}</Term>} asked={t('lead')} />
      <VerifyForm />
      <p className="mt-8 text-sm text-soft">{t('offline')}</p>
    </PageWords>
  )
}
