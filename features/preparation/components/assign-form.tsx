'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { useAct } from '#components/actions/use-act.ts'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { fieldLook } from '#components/forms/control.ts'
import { DateField } from '#components/forms/date-field.tsx'
import { Form } from '#components/forms/form.tsx'
import { choiceIn, textIn, textOrNull, textsIn } from '#components/forms/form-values.ts'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { Select } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useFollowing } from '#components/forms/use-following.ts'
import { showToast } from '#components/overlays/toast.ts'
import { type AssignmentKind, assignmentKinds } from '#domain/preparation.ts'
import { bareCitation } from '#store/citation/bare.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { AssigningAs, PreparationView } from '../views.ts'

export interface AssignFormProps {
  readonly groupId: string
  /** The meeting it prepares; null: none. */
  readonly meetingId: string | null
  /** The roles in which the viewer can give homework; at least one. */
  readonly assigning: readonly (AssigningAs & { readonly label: string; readonly means: string })[]
  /** The items of the meeting's agenda, with the passages that each is about. */
  readonly items: PreparationView['items']
  /** The item that is chosen at first, with its passages; without it none. */
  readonly itemId?: string | null
  readonly kinds: readonly { readonly value: AssignmentKind; readonly label: string; readonly means: string }[]
  /** The passages that are chosen at first. */
  readonly citations?: readonly CitationView[]
  /** Chooses passages: comes from the texts, put together by the page. */
  readonly renderPicker: (
    value: readonly CitationView[],
    onChange: (value: readonly CitationView[]) => void,
  ) => ReactNode
  /** Where to go when it was given; without it the form is emptied in its place. */
  readonly then?: string
}

/** Gives passages to parties or people to prepare. */
export function AssignForm(props: AssignFormProps) {
  const [round, setRound] = useState(0)
  // A new key empties the form, the chosen passages with it.
  return (
    <Fields key={round} {...props} itemId={round === 0 ? props.itemId : null} onGiven={() => setRound(round + 1)} />
  )
}

function Fields({
  groupId,
  meetingId,
  assigning,
  items,
  itemId = null,
  kinds,
  citations: chosenFirst,
  renderPicker,
  then,
  onGiven,
}: Omit<AssignFormProps, 'itemId'> & { readonly itemId: string | null | undefined; readonly onGiven: () => void }) {
  const t = useTranslations('preparation.form')
  const { act } = useAct()
  const [as, setAs] = useState(assigning[0]?.as ?? 'party')
  const passages = useFollowing(chosenFirst ?? items.find(({ id }) => id === itemId)?.citations ?? [])
  const role = assigning.find((one) => one.as === as)
  if (role === undefined) return null

  async function send(data: FormData) {
    const body = {
      as,
      meetingId,
      kind: choiceIn(data, 'kind', assignmentKinds),
      to: textsIn(data, 'to').map(receiver),
      itemId: textOrNull(data, 'itemId'),
      dueOn: textOrNull(data, 'dueOn'),
      instructions: textIn(data, 'instructions'),
      citations: passages.value.map(bareCitation),
    }
    const refusals = await act(
      { route: 'POST /groups/{groupId}/assignments', params: { groupId }, body },
      () => then ?? null,
    )
    if (refusals.length > 0) return refusals
    showToast({ message: t('givenToast') })
    if (then === undefined) onGiven()
    return []
  }

  return (
    <Form send={send} label={t('submit')}>
      {assigning.length > 1 && (
        <RadioGroup
          label={t('as')}
          name="as"
          required
          defaultValue={as}
          onChange={(value) => setAs(assigning.find((one) => one.as === value)?.as ?? as)}
          choices={assigning.map(({ as: value, label, means }) => ({ value, label, description: means }))}
        />
      )}
      <RadioGroup
        label={t('what')}
        name="kind"
        required
        defaultValue={kinds[0]?.value ?? 'read'}
        choices={kinds.map(({ value, label, means }) => ({ value, label, description: means }))}
      />
      {items.length > 0 && (
        <Select
          label={t('item')}
          description={t('itemHint')}
          name="itemId"
          placeholder={t('noItem')}
          defaultValue={itemId ?? ''}
          choices={items.map(({ id, title }) => ({ value: id, label: title }))}
          onInput={({ currentTarget: { value } }) =>
            passages.follow(items.find(({ id }) => id === value)?.citations ?? [])
          }
        />
      )}
      <div className={fieldLook}>
        <p className="font-label">{t('passages')}</p>
        {renderPicker(passages.value, passages.change)}
        {passages.take && (
          <div>
            <Button size="small" variant="plain" onClick={passages.take}>
              {t('takeItems')}
            </Button>
          </div>
        )}
      </div>
      <CheckboxGroup
        key={as}
        label={t('to')}
        description={t('toHint')}
        name="to"
        required
        choices={receivers(role, t('wholeParty'))}
      />
      <DateField label={t('dueOn')} description={t('dueOnHint')} name="dueOn" />
      <TextArea label={t('instructions')} description={t('instructionsHint')} name="instructions" maxLength={4000} />
      <div>
        <SubmitButton variant="primary">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

/** `party` or `party person`. */
function receiver(value: string): { partyId: string; personId: string | null } {
  const [partyId = '', personId] = value.split(' ')
  return { partyId, personId: personId ?? null }
}

function receivers({ parties, people }: AssigningAs, whole: string) {
  return parties.flatMap(({ id, name }) => {
    const own = people.filter(({ partyId }) => partyId === id)
    const party = { value: id, label: own.length === 0 ? name : `${name} (${whole})` }
    return [party, ...own.map((person) => ({ value: `${id} ${person.id}`, label: person.name }))]
  })
}
