import { useTranslations } from 'next-intl'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { Term } from '#components/text/term.tsx'
import { writeHead } from '#domain/record/export.ts'
import type { NewestEntry } from '../views.ts'

/** Where a record ends, and its hash: what a party keeps, so that nobody can rewrite the record behind its back. */
export function RecordHead({ head }: { readonly head: NewestEntry }) {
  const t = useTranslations('records.head')
  return (
    <footer className="border-t border-line pt-[1.1rem] pb-11 print:break-inside-avoid">
      <p className="small-caps">
        <Term of="checksum">{t('label')}</Term>
      </p>
      <HeadText head={head} entry={t('entry', { sequence: head.sequence })} copy={t('copy')} />
      <p className="mt-1 max-w-reading text-sm text-soft">{t('means')}</p>
    </footer>
  )
}

/** The entry by which a conclusion was adopted. */
export function AdoptionHead({ head }: { readonly head: NewestEntry }) {
  const t = useTranslations('records.head')
  return (
    <div className="mt-6 mb-8">
      <HeadText head={head} entry={t('adoption', { sequence: head.sequence })} copy={t('copy')} />
    </div>
  )
}

function HeadText({
  head,
  entry,
  copy,
}: {
  readonly head: NewestEntry
  readonly entry: string
  readonly copy: string
}) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <span>{entry}</span>
      <code className="min-w-0 text-sm break-all">{head.hash}</code>
      <CopyButton text={writeHead(head)} label={copy} />
    </div>
  )
}
