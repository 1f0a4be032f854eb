'use client'
import { useState } from 'react'
import { Button } from '#components/button.tsx'
import { Facts } from '#components/facts.tsx'
import { Notice } from '#components/notice.tsx'
import { TextArea } from '#components/text-area.tsx'
import { TextField } from '#components/text-field.tsx'
import type { RecordExport } from '#domain/record/export.ts'
import type { ExportVerdict } from '#domain/record/verify-export.ts'

/** More than any record (domain/record/bounds.ts); a browser takes it in one go. */
const mostMegabytes = 150

type Verify = { readonly [name: string]: string }
type Props = {
  /** Sentences with `{name}` for what they name: they are put together here, where the record stays. */
  readonly words: { readonly verify: Verify; readonly fault: Readonly<Record<string, string>> }
}

type Result =
  | { readonly problem: string }
  | { readonly record: RecordExport; readonly verdict: ExportVerdict; readonly head: number | null }

/** Checks an exported record in the browser. Nothing is sent: not the record, not the head. */
export function VerifyForm({ words }: Props) {
  const [text, setText] = useState('')
  const [head, setHead] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const { verify } = words
  return (
    <form
      className="grid gap-5"
      onSubmit={async (event) => {
        event.preventDefault()
        setResult(await check(text, head, verify))
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
            setResult(null)
            if (file === undefined) return
            if (file.size > mostMegabytes * 2 ** 20) setResult({ problem: tooLarge(verify) })
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
      {result !== null && <Outcome result={result} words={words} />}
    </form>
  )
}

async function check(text: string, headText: string, verify: Verify): Promise<Result> {
  if (text.length > mostMegabytes * 2 ** 20) return { problem: tooLarge(verify) }
  const { readExport, readHead } = await import('#domain/record/export.ts')
  const { verifyExport } = await import('#domain/record/verify-export.ts')
  const { sha256 } = await import('#lib/record/sha256.ts')
  const record = readExport(text)
  if (record === null) return { problem: verify.notAnExport ?? '' }
  const head = headText.trim() === '' ? undefined : readHead(headText)
  if (head === null) return { problem: verify.notAHead ?? '' }
  return { record, verdict: verifyExport(record, sha256, head), head: head?.sequence ?? null }
}

function Outcome({ result, words }: Props & { readonly result: Result }) {
  const { verify, fault } = words
  if ('problem' in result) return <Notice live tone="refusal" title={result.problem} />
  const { record, verdict, head } = result
  if (!verdict.intact)
    return (
      <Notice live tone="refusal" title={verify.broken}>
        {filled(fault[verdict.fault] ?? verdict.fault, verdict)}
      </Notice>
    )
  const { title, erased, unproven } = verdict
  const proven = unproven.length === 0
  return (
    <>
      <Notice live tone={proven ? 'info' : 'warning'} title={proven ? verify.intact : verify.intactInPart}>
        <p>{verify.intactMeans}</p>
        <p>{proven ? verify.proven : filled(verify.unproven ?? '', { titles: unproven.join(' · ') })}</p>
        <p>{head === null ? verify.withoutHead : filled(verify.withHead ?? '', { sequence: head })}</p>
        {erased.length > 0 && <p>{filled(verify.erasedEntries ?? '', { entries: erased.join(', ') })}</p>}
      </Notice>
      <Facts
        facts={[
          {
            name: verify.meeting ?? '',
            value: <bdi>{title ?? filled(verify.claimed ?? '', { title: record.meeting.title })}</bdi>,
          },
          { name: verify.entries ?? '', value: record.links.length },
          { name: verify.agreed ?? '', value: record.agreed.length },
          {
            name: verify.headNow ?? '',
            value: <code className="break-all">{`${verdict.head.sequence}:${verdict.head.hash}`}</code>,
          },
        ]}
      />
    </>
  )
}

const tooLarge = (verify: Verify) => filled(verify.tooLarge ?? '', { limit: mostMegabytes })

function filled(sentence: string, facts: object): string {
  const known = facts as Readonly<Record<string, unknown>>
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''))
}
