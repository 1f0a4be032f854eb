'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import type { OfferedOutcome } from '#domain/carry-over.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'

/** One open thing as the form shows it. */
export interface ClosingThing {
  readonly kind: 'item' | 'commitment'
  readonly id: string
  readonly title: string
  /** What tells it from others: whether it was talked about; whose it is and by when. */
  readonly meta: string
  /** What is chosen at first; null: nothing, whoever closes says it. */
  readonly first: OfferedOutcome | null
}

export interface ClosingFormProps {
  readonly meetingId: string
  readonly kind: MeetingKind
  /** Where to go when it is closed. */
  readonly then: string
  readonly things: readonly ClosingThing[]
  /** Where things can be carried to, the draft that is made for them (`next`) among them; empty: nowhere. */
  readonly carriers: readonly { readonly value: string; readonly label: string }[]
  readonly suggestedTitle: string
}

/** Asks of everything that is open what becomes of it (rule 16), and closes the meeting. */
export function ClosingForm({
  meetingId,
  kind: meetingKind,
  then,
  things,
  carriers,
  suggestedTitle,
}: ClosingFormProps) {
  const t = useTranslations('floor.closing')
  const { act } = useAct()
  const [outcomes, setOutcomes] = useState(() => new Map(things.map(({ id, first }) => [id, first ?? ''])))
  const [target, setTarget] = useState(carriers[0]?.value ?? '')
  const carries = [...outcomes.values()].includes('carry')

  async function send(data: FormData) {
    const dispositions = things.map(({ kind, id }) => {
      const outcome = outcomes.get(id)
      if (outcome === 'carry') return { kind, id, outcome, toMeetingId: target }
      return outcome === 'dropped'
        ? { kind, id, outcome, reason: data.get(`reason-${id}`) ?? '' }
        : { kind, id, outcome }
    })
    const next = carries && target === 'next' ? { next: { title: data.get('next.title') } } : {}
    return act({
      method: 'POST',
      path: `/meetings/${meetingId}/close`,
      body: { dispositions, ...next },
      goTo: () => then,
    })
  }

  return (
    <Form send={send} draft={`close-${meetingId}`} label={t('submit')}>
      {things.map(({ kind, id, title, meta, first }) => (
        <div key={id} className="grid gap-3 border-t border-line pt-4">
          <RadioGroup
            label={<bdi className="font-serif text-lg">{title}</bdi>}
            description={meta}
            name={`outcome-${id}`}
            required
            defaultValue={first ?? ''}
            onChange={(value) => setOutcomes((before) => new Map(before).set(id, value))}
            choices={choicesOf(kind, t).filter(({ value }) => value !== 'carry' || carriers.length > 0)}
          />
          {outcomes.get(id) === 'dropped' && <TextField label={t('reason')} name={`reason-${id}`} required />}
        </div>
      ))}
      {carries && (
        <div className="grid gap-5 border-t border-line pt-4">
          <Select
            label={t('next')}
            description={t('nextHint')}
            name="target"
            required
            value={target}
            onChange={(event) => setTarget(event.currentTarget.value)}
            choices={carriers}
          />
          {target === 'next' && (
            <TextField
              label={t('newTitle')}
              description={t(meetingKind === 'bilateral' ? 'newMeansBilateral' : 'newMeans')}
              name="next.title"
              required
              maxLength={200}
              defaultValue={suggestedTitle}
            />
          )}
        </div>
      )}
      <div>
        <SubmitButton variant="danger">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

function choicesOf(kind: ClosingThing['kind'], t: ReturnType<typeof useTranslations<'floor.closing'>>) {
  if (kind === 'commitment')
    return [
      { value: 'stays-open', label: t('staysOpen') },
      { value: 'carry', label: t('carryReport') },
    ]
  return [
    { value: 'carry', label: t('carry') },
    { value: 'settled', label: t('settled') },
    { value: 'dropped', label: t('dropped') },
  ]
}
