import { Facts } from '#components/collections/facts.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { RecordExport } from '#domain/record/export.ts'
import type { ExportVerdict } from '#domain/record/verify-export.ts'
import { filled, VerdictNotice, type VerdictWords } from './verdict-notice.tsx'

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

type Props = { readonly results: readonly VerifyResult[]; readonly words: VerdictWords }

/** Of the file of a party every record is checked; a head that was kept is that of a record exported alone. */
export function VerifyResults({ results, words }: Props) {
  return (
    <>
      {results.map((result) => (
        <section key={'record' in result ? result.place : 'problem'} className="grid gap-3">
          {'record' in result && results.length > 1 && (
            <h2 className="font-semibold">
              <bdi>{result.record.meeting.title}</bdi>
            </h2>
          )}
          <Outcome result={result} words={words} />
        </section>
      ))}
    </>
  )
}

function Outcome({ result, words }: { readonly result: VerifyResult; readonly words: VerdictWords }) {
  const { verify } = words
  if ('problem' in result) return <Notice live tone="refusal" title={result.problem} />
  const { record, verdict, head } = result
  const above = head === null ? verify.withoutHead : filled(verify.withHead ?? '', { sequence: head })
  return (
    <>
      <VerdictNotice verdict={verdict} words={words} above={above ?? ''} />
      {verdict.intact && (
        <Facts
          facts={[
            {
              name: verify.meeting ?? '',
              value: <bdi>{verdict.title ?? filled(verify.claimed ?? '', { title: record.meeting.title })}</bdi>,
            },
            { name: verify.entries ?? '', value: record.links.length },
            { name: verify.agreed ?? '', value: record.agreed.length },
            {
              name: verify.headNow ?? '',
              value: <code className="break-all">{`${verdict.head.sequence}:${verdict.head.hash}`}</code>,
            },
          ]}
        />
      )}
    </>
  )
}
