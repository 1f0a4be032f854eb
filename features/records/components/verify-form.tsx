'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { controlLook } from '#components/forms/control.ts'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { type VerifyResult, VerifyResults } from './verify-results.tsx'

/** More than any record (domain/record/bounds.ts); a browser takes it in one go. */
const mostMegabytes = 150

/** Checks an exported record in the browser. Nothing is sent: not the record, not the head. */
export function VerifyForm() {
  const t = useTranslations('records.verify')
  const [text, setText] = useState('')
  const [head, setHead] = useState('')
  const [results, setResults] = useState<readonly VerifyResult[]>([])
  return (
    <form
      className="grid gap-5"
      onSubmit={async (event) => {
        event.preventDefault()
        setResults(await check(text, head, t))
      }}
    >
      <label className="grid gap-1">
        <span className="font-semibold">{t('file')}</span>
        <input
          type="file"
          accept=".json,application/json"
          className={`${controlLook()} file:me-3 file:font-medium file:text-accent`}
          onChange={async ({ target }) => {
            const file = target.files?.[0]
            setResults([])
            if (file === undefined) return
            if (file.size > mostMegabytes * 2 ** 20) setResults([{ problem: t('tooLarge', tooLarge) }])
            else setText(await file.text())
          }}
        />
      </label>
      <TextArea
        label={t('record')}
        name="record"
        required
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextField
        label={t('head')}
        description={t('headHint')}
        name="head"
        value={head}
        onChange={({ target }) => setHead(target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <Button type="submit" variant="primary">
          {t('check')}
        </Button>
      </div>
      <VerifyResults results={results} />
    </form>
  )
}

async function check(
  text: string,
  headText: string,
  t: ReturnType<typeof useTranslations<'records.verify'>>,
): Promise<readonly VerifyResult[]> {
  if (text.length > mostMegabytes * 2 ** 20) return [{ problem: t('tooLarge', tooLarge) }]
  const { readHead } = await import('#domain/record/export.ts')
  const { readRecords } = await import('#domain/record/party-export.ts')
  const { verifyExport } = await import('#domain/record/verify-export.ts')
  const { sha256InBrowser } = await import('#store/record/sha256.ts')
  const records = readRecords(text)
  if (records === null) return [{ problem: t('notAnExport') }]
  if (records.length === 0) return [{ problem: t('noRecords') }]
  const head = headText.trim() === '' ? undefined : readHead(headText)
  if (head === null) return [{ problem: t('notAHead') }]
  if (head !== undefined && records.length > 1) return [{ problem: t('headOfOne') }]
  return records.map((record, place) => ({
    place,
    record,
    verdict: verifyExport(record, sha256InBrowser, head),
    head: head?.sequence ?? null,
  }))
}

const tooLarge = { limit: mostMegabytes }
