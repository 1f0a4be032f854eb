'use client'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Facts } from '#components/collections/facts.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { RecordExport } from '#domain/record/export.ts'
import type { ExportVerdict } from '#domain/record/verify-export.ts'
import { filled, VerdictNotice, type VerdictWords } from './verdict-notice.tsx'

/** More than any record (domain/record/bounds.ts); a browser takes it in one go. */
const mostMegabytes = 150

type Props = { readonly words: VerdictWords }

type Result =
  | { readonly problem: string }
  | { readonly record: RecordExport; readonly verdict: ExportVerdict; readonly head: number | null }

/** Of the file of a party every record is checked; a head that was kept is that of a record exported alone. */
type Results = readonly Result[]

/** Checks an exported record in the browser. Nothing is sent: not the record, not the head. */
export function VerifyForm({ words }: Props) {
  const [text, setText] = useState('')
  const [head, setHead] = useState('')
  const [results, setResults] = useState<Results>([])
  const { verify } = words
  return (
    <form
      className="grid gap-5"
      onSubmit={async (event) => {
        event.preventDefault()
        setResults(await check(text, head, verify))
      }}
    >
      <label className="grid gap-1">
        <span className="font-semibold">{verify.file}</span>
        <input
          type="file"
          accept=".json,application/json"
          className="control file:me-3 file:font-medium file:text-accent"
          onChange={async ({ target }) => {
            const file = target.files?.[0]
            setResults([])
            if (file === undefined) return
            if (file.size > mostMegabytes * 2 ** 20) setResults([{ problem: tooLarge(verify) }])
            else setText(await file.text())
          }}
        />
      </label>
      <TextArea
        label={verify.record ?? ''}
        name="record"
        required
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextField
        label={verify.head ?? ''}
        description={verify.headHint}
        name="head"
        value={head}
        onChange={({ target }) => setHead(target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <Button type="submit" variant="primary">
          {verify.check}
        </Button>
      </div>
      {results.map((result) => (
        <section key={'record' in result ? result.record.meeting.id : 'problem'} className="grid gap-3">
          {'record' in result && results.length > 1 && (
            <h2 className="font-semibold">
              <bdi>{result.record.meeting.title}</bdi>
            </h2>
          )}
          <Outcome result={result} words={words} />
        </section>
      ))}
    </form>
  )
}

async function check(text: string, headText: string, verify: VerdictWords['verify']): Promise<Results> {
  if (text.length > mostMegabytes * 2 ** 20) return [{ problem: tooLarge(verify) }]
  const { readHead } = await import('#domain/record/export.ts')
  const { readRecords } = await import('#domain/record/party-export.ts')
  const { verifyExport } = await import('#domain/record/verify-export.ts')
  const { sha256InBrowser } = await import('#store/record/sha256.ts')
  const records = readRecords(text)
  if (records === null) return [{ problem: verify.notAnExport ?? '' }]
  if (records.length === 0) return [{ problem: verify.noRecords ?? '' }]
  const head = headText.trim() === '' ? undefined : readHead(headText)
  if (head === null) return [{ problem: verify.notAHead ?? '' }]
  if (head !== undefined && records.length > 1) return [{ problem: verify.headOfOne ?? '' }]
  return records.map((record) => ({
    record,
    verdict: verifyExport(record, sha256InBrowser, head),
    head: head?.sequence ?? null,
  }))
}

function Outcome({ result, words }: Props & { readonly result: Result }) {
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

const tooLarge = (verify: VerdictWords['verify']) => filled(verify.tooLarge ?? '', { limit: mostMegabytes })
