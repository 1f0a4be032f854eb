import { useTranslations } from 'next-intl'
import { Pages } from '#components/collections/pages.tsx'
import { Table } from '#components/collections/table.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { Time } from '#components/text/time.tsx'
import type { EntryLine, EntryPage } from '../views.ts'

type Props = { readonly page: EntryPage; readonly base: string }

/** The entries in their order, each with its hash: the chain itself. */
export function EntriesTable({ page, base }: Props) {
  const t = useTranslations('records.entries')
  if (page.entries.length === 0) return <p className="text-soft">{t('empty')}</p>
  return (
    <Prepared>
      <Table
        caption={t('caption')}
        captionHidden
        columns={[
          { key: 'sequence', label: t('sequence'), align: 'end' },
          { key: 'at', label: t('at') },
          { key: 'what', label: t('what'), term: 'entry' },
          { key: 'by', label: t('by') },
          { key: 'hash', label: t('hash'), term: 'checksum' },
        ]}
        rows={page.entries.map((entry) => ({
          id: String(entry.sequence),
          cells: {
            sequence: <span className="tabular-nums">{entry.sequence}</span>,
            at: <Time instant={entry.at} zone={page.zone} />,
            what: <What entry={entry} />,
            by: entry.by && <By by={entry.by} />,
            hash: <code title={entry.hash}>{entry.hash.slice(0, 8)}</code>,
          },
        }))}
      />
      <Pages page={page.page} of={page.pages} hrefOf={(to) => `${base}?page=${to}`} />
    </Prepared>
  )
}

function What({ entry: { kind, about } }: { readonly entry: EntryLine }) {
  const t = useTranslations('records')
  if (kind === null) return <span className="text-soft">{t('entries.erased')}</span>
  return (
    <>
      {t(`entry.${kind}`)}
      {about !== null && (
        <>
          : <bdi className="font-medium">{about}</bdi>
        </>
      )}
    </>
  )
}

function By({ by: { person, party } }: { readonly by: NonNullable<EntryLine['by']> }) {
  return <PersonName name={person} {...(party === null ? {} : { party })} />
}
