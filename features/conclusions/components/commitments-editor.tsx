'use client'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import { DateField } from '#components/forms/date-field.tsx'
import { FieldsSaidTogether } from '#components/forms/field.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { KeptValue } from '#components/forms/kept-value.tsx'
import { type Choice, Select } from '#components/forms/select.tsx'
import { TextField } from '#components/forms/text-field.tsx'

/** A commitment as it is being written; whatever is still missing is empty. */
export interface CommitmentRow {
  readonly what: string
  /** A party, or one of its people as `party:person`. */
  readonly who: string
  /** `YYYY-MM-DD`. */
  readonly dueOn: string
}

type Props = {
  readonly initial: readonly CommitmentRow[]
  readonly responsible: readonly Choice[]
}

interface Keyed extends CommitmentRow {
  readonly key: number
}

const blank: CommitmentRow = { what: '', who: '', dueOn: '' }

/** Who does what by when, row by row. The form's data holds all rows as JSON under `commitments`, so that a reload restores them. */
export function CommitmentsEditor({ initial, responsible }: Props) {
  const t = useTranslations('conclusions.form')
  const [rows, setRows] = useState<readonly Keyed[]>(() => keyed(initial.length === 0 ? [blank] : initial))
  const change = (key: number, part: Partial<CommitmentRow>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () => setRows((now) => [...now, { ...blank, key: nextKey(now) }])
  return (
    <FieldsSaidTogether>
      <fieldset className="grid gap-4">
        <legend className="font-label">{t('commitments')}</legend>
        <FieldHint>{t('commitmentsHint')}</FieldHint>
        <KeptValue name="commitments" value={rows.map(bare)} onPutBack={(kept) => setRows(keyed(kept))} />
        {rows.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            place={index}
            responsible={responsible}
            onChange={(part) => change(row.key, part)}
            onRemove={() => setRows((now) => now.filter((other) => other.key !== row.key))}
          />
        ))}
        <div>
          <Button size="small" icon={<Plus aria-hidden />} onClick={add}>
            {t('addCommitment')}
          </Button>
        </div>
      </fieldset>
    </FieldsSaidTogether>
  )
}

type RowProps = {
  readonly row: CommitmentRow
  readonly place: number
  readonly responsible: readonly Choice[]
  readonly onChange: (part: Partial<CommitmentRow>) => void
  readonly onRemove: () => void
}

function Row({ row, place, responsible, onChange, onRemove }: RowProps) {
  const t = useTranslations('conclusions.form')
  const number = place + 1
  const at = `content.commitments.${place}`
  return (
    <fieldset aria-label={t('commitment', { number })} className="grid gap-3 border-s-3 border-line ps-4">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            name={`${at}.what`}
            label={t('what')}
            value={row.what}
            maxLength={1_000}
            onChange={(event) => onChange({ what: event.currentTarget.value })}
          />
        </div>
        <IconButton label={t('removeCommitment', { number })} icon={<X aria-hidden />} onClick={onRemove} />
      </div>
      <div className="flex flex-wrap gap-4">
        <Select
          name={`${at}.partyId`}
          label={t('who')}
          choices={responsible}
          placeholder={t('whoNone')}
          value={row.who}
          onChange={(event) => onChange({ who: event.currentTarget.value })}
        />
        <DateField
          name={`${at}.dueOn`}
          label={t('due')}
          value={row.dueOn}
          onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  )
}

/** The rows of the form's data, as the API takes them; rows in which nothing was said are left out. */
export function commitmentsIn(json: string) {
  const rows: readonly CommitmentRow[] = json === '' ? [] : JSON.parse(json)
  return rows
    .filter(({ what, who, dueOn }) => what.trim() !== '' || who !== '' || dueOn !== '')
    .map(({ what, who, dueOn }) => {
      const [partyId, personId] = who.split(':')
      return { what, partyId: partyId || null, personId: personId ?? null, dueOn: dueOn || null }
    })
}

function keyed(rows: readonly CommitmentRow[]): readonly Keyed[] {
  return rows.map((row, key) => ({ ...bare(row), key }))
}

function bare({ what, who, dueOn }: CommitmentRow): CommitmentRow {
  return { what, who, dueOn }
}

function nextKey(rows: readonly Keyed[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1
}
