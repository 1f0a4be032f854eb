import { useTranslations } from 'next-intl'
import { Facts } from '#components/collections/facts.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { RecordExport } from '#domain/record/export.ts'
import type { ExportVerdict } from '#domain/record/verify-export.ts'
import { VerdictNotice } from './verdict-notice.tsx'

/** Why nothing was checked; or what came out of checking one record. */
export type VerifyResult =
  | { readonly problem: string }
  | {
      /** Which of the records in the file it is, from 0: two may be of one meeting. */
      readonly place: number
      readonly record: RecordExport
      readonly verdict: ExportVerdict
      /** Up to which entry a kept head goes; null: none was named. */
      readonly head: number | null
    }

type Props = { readonly results: readonly VerifyResult[] }

/** Of the file of a party every record is checked; a head that was kept is that of a record exported alone. */
export function VerifyResults({ results }: Props) {
  return (
    <>
      {results.map((result) => (
        <section key={'record' in result ? result.place : 'problem'} className="grid gap-3">
          {'record' in result && results.length > 1 && (
            <h2 className="font-semibold">
              <bdi>{result.record.meeting.title}</bdi>
            </h2>
          )}
          <Outcome result={result} />
        </section>
      ))}
    </>
  )
}

function Outcome({ result }: { readonly result: VerifyResult }) {
  const t = useTranslations('records.verify')
  if ('problem' in result) return <Notice live tone="refusal" title={result.problem} />
  const { record, verdict, head } = result
  const above = head === null ? t('withoutHead') : t('withHead', { sequence: head })
  return (
    <>
      <VerdictNotice verdict={verdict} above={above} />
      {verdict.intact && (
        <Facts
          facts={[
            {
              name: t('meeting'),
              value: <bdi>{verdict.title ?? t('claimed', { title: record.meeting.title })}</bdi>,
            },
            { name: t('entries'), value: record.links.length },
            { name: t('agreed'), value: record.agreed.length },
            {
              name: t('headNow'),
              value: <code className="break-all">{`${verdict.head.sequence}:${verdict.head.hash}`}</code>,
            },
          ]}
        />
      )}
    </>
  )
}
