'use client'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { filled, type VerdictWords } from './verdict-notice.tsx'
import { type VerifyResult, VerifyResults } from './verify-results.tsx'

/** More than any record (domain/record/bounds.ts); a browser takes it in one go. */
const mostMegabytes = 150

type Props = { readonly words: VerdictWords }

/** Checks an exported record in the browser. Nothing is sent: not the record, not the head. */
export function VerifyForm({ words }: Props) {
  const [text, setText] = useState('')
  const [head, setHead] = useState('')
  const [results, setResults] = useState<readonly VerifyResult[]>([])
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
      <VerifyResults results={results} words={words} />
    </form>
  )
}

async function check(text: string, headText: string, verify: VerdictWords['verify']): Promise<readonly VerifyResult[]> {
  if (text.length > mostMegabytes * 2 ** 20) return [{ problem: tooLarge(verify) }]
  const { readHead } = await import('#domain/record/export.ts')
  const { readRecords } = await import('#domain/record/party-export.ts')
  const { verifyExport } = await import('#domain/record/verify-export.ts')
  const { sha256 } = await import('#store/record/sha256.ts')
  const records = readRecords(text)
  if (records === null) return [{ problem: verify.notAnExport ?? '' }]
  if (records.length === 0) return [{ problem: verify.noRecords ?? '' }]
  const head = headText.trim() === '' ? undefined : readHead(headText)
  if (head === null) return [{ problem: verify.notAHead ?? '' }]
  if (head !== undefined && records.length > 1) return [{ problem: verify.headOfOne ?? '' }]
  return records.map((record, place) => ({
    place,
    record,
    verdict: verifyExport(record, sha256, head),
    head: head?.sequence ?? null,
  }))
}

const tooLarge = (verify: VerdictWords['verify']) => filled(verify.tooLarge ?? '', { limit: mostMegabytes })
