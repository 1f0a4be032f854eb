'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { FieldsSaidTogether } from '#components/forms/field.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { agendaDefaults } from '#domain/agenda/agenda.ts'
import { fewestParties } from '#domain/meeting/arity.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'
import type { BeginningView } from '../queries/beginning.ts'
import type { DeclinedView } from '../queries/declined.ts'
import { AgendaAgain } from './agenda-again.tsx'
import { partyChoices } from './party-choices.ts'
import { TimeFields, timeIn, timeTyped, useTwiceQuestion } from './time-fields.tsx'
import { VenueFields } from './venue-fields.tsx'

type Kind = MeetingKind | 'proposal'

type Props = {
  readonly groupId: string
  readonly view: BeginningView
  /** The kinds to choose from, with a sentence about what each is good for. */
  readonly kinds: readonly { readonly value: Kind; readonly label: string; readonly description: string }[]
  /** Minutes that a meeting of each kind usually takes. */
  readonly minutes: Readonly<Record<Kind, number>>
  /** The party to which one proposes a meeting at first; null: none is named. */
  readonly proposedTo: string | null
  /** The declined proposal that is made once more, with its agenda; null: none. */
  readonly again: DeclinedView | null
}

/** Begins a meeting: a draft that is scheduled later, or a proposal that another party answers. */
export function NewMeetingForm({ groupId, view, kinds, minutes, proposedTo, again: asked }: Props) {
  const t = useTranslations('meetings.begin')
  const { act } = useAct()
  const [kind, setKind] = useState<Kind>(proposedTo === null ? (view.usual ?? kinds[0]?.value ?? 'study') : 'proposal')
  const question = useTwiceQuestion(null)
  const [studying, others] = [view.kinds.includes('bilateral') ? view.parties : view.parties.filter(led), view.parties]
  const proposal = kind === 'proposal'
  const again = proposal ? asked : null
  // Nobody asks the one party for which they ask.
  const ownAlone = view.proposesFor.length === 1 ? view.proposesFor : []
  const needed = neededOf(kind, others)

  const begin = (data: FormData) =>
    kind === 'proposal'
      ? act(
          { route: 'POST /groups/{groupId}/meetings/proposals', params: { groupId }, body: proposalIn(data, again) },
          planOf,
        )
      : act({ route: 'POST /groups/{groupId}/meetings', params: { groupId }, body: draftIn(kind, data) }, planOf)
  const planOf = ({ id }: { readonly id: string }) => `/groups/${groupId}/meetings/${id}/plan`

  async function send(data: FormData) {
    const refusals = await begin(data)
    question.heed(refusals)
    return refusals
  }
  return (
    <Form send={send} draft={`meeting-new-${asked?.id ?? groupId}`}>
      <RadioGroup
        name="kind"
        label={t('kind')}
        choices={kinds}
        defaultValue={kind}
        required
        onChange={(value) => setKind(kinds.find((one) => one.value === value)?.value ?? kind)}
      />
      <Shown when={kind === 'study'}>
        <Select
          name="studyPartyId"
          label={t('partiesOne')}
          choices={choicesOf(studying)}
          {...(studying.length > 1 && { placeholder: '' })}
        />
      </Shown>
      <Shown when={kind === 'bilateral' || kind === 'multilateral'}>
        <FieldsSaidTogether>
          <CheckboxGroup
            key={needed.length}
            name="partyIds"
            defaultValue={needed}
            label={kind === 'bilateral' ? t('partiesTwo') : t('partiesMany')}
            description={t('partiesHint')}
            choices={partyChoices(others)}
          />
        </FieldsSaidTogether>
      </Shown>
      <Shown when={proposal}>
        <div className="grid gap-5">
          <Select name="asPartyId" label={t('as')} choices={choicesOf(view.parties.filter(led))} />
          <Select
            name="withPartyId"
            label={t('ask')}
            choices={choicesOf(others.filter(({ id }) => !ownAlone.includes(id)))}
            placeholder=""
            defaultValue={proposedTo ?? ''}
            required={proposal}
          />
        </div>
      </Shown>
      {again !== null && <AgendaAgain again={again} />}
      <TextField name="title" label={t('name')} defaultValue={asked?.title ?? ''} required maxLength={200} />
      <TextArea
        name="aim"
        label={t('aim')}
        description={t('aimHint')}
        defaultValue={asked?.aim ?? ''}
        maxLength={2000}
      />
      <fieldset className="grid gap-5 border-t border-line pt-4">
        <legend className="sr-only">{t('when')}</legend>
        <FieldHint>{proposal ? t('whenOffer') : t('whenHint')}</FieldHint>
        <TimeFields
          initial={{
            date: '',
            clock: '',
            timeZone: view.viewerZone,
            durationMinutes: again?.duration ?? minutes[kind],
            fold: null,
          }}
          required={proposal}
          question={question}
          partiesIn={(data) => chosenIn(data, view.parties)}
          room={roomIn(kind, again)}
        />
      </fieldset>
      <VenueFields place={asked?.place ?? ''} link={asked?.link ?? ''} />
      <Shown when={proposal}>
        <TextArea name="message" label={t('message')} description={t('messageHint')} maxLength={2000} />
      </Shown>
      <div className="grid justify-items-start gap-2">
        <FieldHint>{proposal ? t('proposeHint') : t('createHint')}</FieldHint>
        <SubmitButton>{proposal ? t('propose') : t('create')}</SubmitButton>
      </div>
    </Form>
  )
}

/** What is to have room in the time. */
function roomIn(kind: Kind, again: DeclinedView | null) {
  if (again !== null) return { agenda: again.needed }
  return kind === 'multilateral' ? { statementOfEach: agendaDefaults(kind).statementMinutes } : undefined
}

/** Hidden, not taken away: what was chosen there is still chosen when one comes back to it. */
function Shown({ when, children }: { when: boolean; children: ReactNode }) {
  return <div hidden={!when}>{children}</div>
}

function contentIn(data: FormData) {
  const text = (name: string) => textIn(data, name)
  return { title: text('title'), aim: text('aim'), place: text('place'), link: text('link') }
}

function proposalIn(data: FormData, again: DeclinedView | null) {
  const between = { partyId: textIn(data, 'asPartyId'), withPartyId: textIn(data, 'withPartyId') }
  return {
    ...contentIn(data),
    ...between,
    time: timeTyped(data),
    message: textIn(data, 'message'),
    ...(again && { again: again.id }),
  }
}

function draftIn(kind: MeetingKind, data: FormData) {
  const time = timeIn(data)
  const partyIds = [...partyIdsIn(kind, data)]
  return { ...contentIn(data), kind, partyIds, ...(time === undefined ? {} : { time }) }
}

/** The ids of the parties where a meeting of this kind needs every one that the group has, so that there is nothing to choose. */
function neededOf(kind: Kind, parties: BeginningView['parties']): readonly string[] {
  const isEvery = (kind === 'bilateral' || kind === 'multilateral') && parties.length === fewestParties(kind)
  return isEvery ? parties.map(({ id }) => id) : []
}

/** The ids of the parties that are chosen for a meeting of this kind. */
function partyIdsIn(kind: Kind, data: FormData): readonly string[] {
  const fields = {
    study: ['studyPartyId'],
    proposal: ['asPartyId', 'withPartyId'],
    bilateral: ['partyIds'],
    multilateral: ['partyIds'],
  }
  return fields[kind].flatMap((name) => data.getAll(name).map(String)).filter((id) => id !== '')
}

/** The parties that are chosen, as the form stands. */
function chosenIn(data: FormData, parties: BeginningView['parties']) {
  const kind = (['study', 'bilateral', 'multilateral', 'proposal'] as const).find((one) => one === data.get('kind'))
  const ids = kind === undefined ? [] : partyIdsIn(kind, data)
  return parties.filter(({ id }) => ids.includes(id))
}

function led({ led: leads }: BeginningView['parties'][number]): boolean {
  return leads
}

function choicesOf(parties: BeginningView['parties']) {
  return parties.map(({ id, name }) => ({ value: id, label: name }))
}
