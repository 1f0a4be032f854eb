import type { Metadata } from 'next'
import { useMessages } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/frame/page-header.tsx'
import { VerifyForm } from '#features/records/components/verify-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records.verify'))('title') }
}

/** Anybody who holds an exported record checks it here, in their own browser. */
export default function VerifyRecordPage() {
  const { verify, fault, wrong } = useMessages().records
  const { lacks, ...sentences } = verify
  return (
    <>
      <PageHeader title={verify.title} asked={verify.lead} />
      <VerifyForm words={{ verify: sentences, fault, lacks, wrong }} />
      <p className="mt-8 text-sm text-soft">{verify.offline}</p>
    </>
  )
}
