'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceIn, textIn } from '#components/forms/form-values.ts'
import { KeptValue } from '#components/forms/kept-value.tsx'
import { NumberField } from '#components/forms/number-field.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { Notice } from '#components/text/notice.tsx'
import { itemKinds } from '#domain/agenda/agenda.ts'
import type { ProblemOf } from '#lib/api/contract.ts'
import { bareCitation } from '#store/citation/bare.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { AgendaItemView, AgendaView } from '../views/agenda.ts'
import { type AgendaChange, agendaChanges } from './agenda-changes.ts'

/** Something a form offers. */
export type Option = { readonly value: string; readonly label: string }

export type ItemFormProps = {
  readonly meetingId: string
  /** The agenda on which one writes. */
  readonly agenda: Pick<AgendaView, 'version' | 'items'>
  /** Null: a new item. */
  readonly item: AgendaItemView | null
  readonly kinds: readonly Option[]
  /** Who can lead: `party:<id>` or `person:<id>`. */
  readonly leads: readonly Option[]
  readonly defaults: { readonly kind: string; readonly minutes: number }
  /** Where passages are picked; from the texts, by the page. Absent: passages stay as they are. */
  readonly renderPicker?:
    | ((value: readonly CitationView[], onChange: (next: readonly CitationView[]) => void) => ReactNode)
    | undefined
}

type ItemProblem = ProblemOf<'POST /meetings/{meetingId}/items' | 'PUT /meetings/{meetingId}/items/{itemId}'>

/**
 * Writes one item. When somebody changed the agenda meanwhile it says what, keeps what was typed, and saves on top of it
 * when told so.
 */
export function ItemForm({ meetingId, agenda, item, ...props }: ItemFormProps) {
  const t = useTranslations('meetings.item')
  const { kinds, leads, defaults, renderPicker } = props
  const { stay } = useAct()
  const close = useClose()
  const [base, setBase] = useState(agenda)
  const [changes, setChanges] = useState<readonly AgendaChange[]>([])
  const [citations, setCitations] = useState<readonly CitationView[]>(() => item?.citations ?? [])
  const gone = item !== null && !base.items.some(({ id }) => id === item.id)

  function refused(problem: ItemProblem) {
    const current = problem.refused === 'agenda-changed' ? problem.agenda : null
    if (current == null) return undefined
    setChanges(agendaChanges(base, current))
    setBase(current)
    return [{ message: problem.title }]
  }
  async function send(data: FormData) {
    const body = { agendaVersion: base.version, ...contentIn(data), citations: citations.map(bareCitation) }
    const hears = { done: () => {}, refused }
    const refusals = await (item === null || gone
      ? stay({ route: 'POST /meetings/{meetingId}/items', params: { meetingId }, body }, hears)
      : stay(
          { route: 'PUT /meetings/{meetingId}/items/{itemId}', params: { meetingId, itemId: item.id }, body },
          hears,
        ))
    if (refusals.length === 0) close()
    return refusals
  }
  const lead = leadOf(item)
  // The picker has a form of its own, so it stands beside this one and not in it.
  const picker = renderPicker && (
    <section className="mb-6 grid gap-2" aria-label={t('passages')}>
      <h3 className="font-sans font-label">{t('passages')}</h3>
      {renderPicker(citations, setCitations)}
    </section>
  )
  return (
    <>
      {picker}
      <Form send={send} draft={`agenda-item-${meetingId}-${item?.id ?? 'new'}`}>
        {changes.length > 0 && <Changes changes={changes} gone={gone} />}
        <Select name="kind" label={t('kind')} choices={kinds} defaultValue={item?.kind ?? defaults.kind} required />
        <TextField
          name="title"
          label={t('title')}
          defaultValue={item?.title ?? ''}
          required
          maxLength={200}
          autoFocus
          data-begins
        />
        <TextArea
          name="aim"
          label={t('aim')}
          description={t('aimHint')}
          defaultValue={item?.aim ?? ''}
          maxLength={2000}
        />
        <NumberField
          name="minutes"
          label={t('minutes')}
          description={t('minutesHint')}
          unit={t('unit')}
          defaultValue={item?.minutes ?? defaults.minutes}
          required
        />
        <Select name="lead" label={t('lead')} choices={leads} defaultValue={lead} placeholder={t('nobody')} />
        <KeptValue name="citations" value={citations} onPutBack={setCitations} />
        <div>
          <SubmitButton>{changes.length > 0 ? t('saveAgain') : item === null ? t('add') : t('save')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}

function Changes({ changes, gone }: { changes: readonly AgendaChange[]; gone: boolean }) {
  const t = useTranslations('meetings.item')
  return (
    <Notice tone="warning" title={t('conflict')} live>
      {gone && <p>{t('gone')}</p>}
      <ul className="mt-1 list-disc ps-5">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeText(change, t)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function changeText(change: AgendaChange, t: ReturnType<typeof useTranslations<'meetings.item'>>): string {
  switch (change.change) {
    case 'added':
    case 'removed':
      return t(change.change, { title: change.title })
    case 'changed': {
      const fields = change.fields.map((field) => t(`field.${field}`)).join(', ')
      return t('changed', { title: change.title, fields })
    }
    case 'moved':
      return t('moved')
    default:
      return change satisfies never
  }
}

function contentIn(data: FormData) {
  const text = (name: string) => textIn(data, name)
  const [who, id = null] = text('lead').split(':')
  return {
    kind: choiceIn(data, 'kind', itemKinds),
    title: text('title'),
    aim: text('aim'),
    minutes: Number(text('minutes')),
    leadPartyId: who === 'party' ? id : null,
    leadPersonId: who === 'person' ? id : null,
  }
}

function leadOf(item: AgendaItemView | null): string {
  if (item?.leadPersonId) return `person:${item.leadPersonId}`
  return item?.leadPartyId ? `party:${item.leadPartyId}` : ''
}
