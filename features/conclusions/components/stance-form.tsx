'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import { ActBar } from '#components/actions/act-bar.tsx'
import { Button } from '#components/actions/button.tsx'
import { DateField } from '#components/forms/date-field.tsx'
import { Form, type FormRefusal } from '#components/forms/form.tsx'
import { choiceIn, textIn } from '#components/forms/form-values.ts'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { STANCE_KINDS, type StanceKind } from '#domain/conclusion/stance.ts'
import type { StanceInput } from '../schema.ts'
import type { ConclusionView } from '../views/conclusion.ts'
import { useAnswering } from './not-taken.tsx'
import { useAnswered, useShown } from './use-shown.ts'

export interface StanceFormProps {
  readonly conclusionId: string
  /** The version whose words stand above. */
  readonly version: number
  /** When the reader's side gave the answer that stands, ISO 8601; null: it has given none. */
  readonly given: string | null
  /** What the reader's side has answered and when, in a form that changes with each answer; empty: nothing. */
  readonly answered: string
  /** What it was and what the answers amount to with it, said beside the acts; nothing: nothing. */
  readonly said: ReactNode
  /** The reader is asked for it: on a phone the acts stay within reach while the words are read. */
  readonly asked: boolean
  /** It is the minutes of a meeting. */
  readonly isRecord: boolean
  /** What consent brings about at once, said beside its button; null: nothing yet. */
  readonly decides: ConclusionView['decidedByConsent']
  /** What can be answered otherwise; once an answer stands, to consent too. */
  readonly others: readonly { readonly value: StanceKind; readonly label: string; readonly description: string }[]
  /** Beside the button that consents: what that means, and the id under which it stands. */
  readonly consentMark: { readonly id: string; readonly mark: ReactNode }
  /** Beside the day that is named for the principals: who these are. */
  readonly principalsMark: ReactNode
  /** The first day that can be named for the principals. */
  readonly earliest: string
}

/** One press consents to the version above; every other answer, with its reason, is there on demand. */
export function StanceForm({
  conclusionId,
  version,
  given: before,
  answered,
  said: given,
  asked,
  isRecord,
  decides,
  others,
  consentMark,
  principalsMark,
  earliest,
}: StanceFormProps) {
  const t = useTranslations('conclusions.answer')
  const { act, pending, refuse } = useAnswering()
  // An answer that stands is changed by choosing another: a second touch in the same place changes nothing.
  const mayConsent = before === null
  const [isOther, setOther] = useState(false)
  const otherwiseId = useId()
  const byForm = useRef(false)
  const [isDone, note] = useAnswered(answered, byForm)
  const otherwise = useShown(isOther)
  const answer = async (answer: StanceInput['answer']): Promise<readonly FormRefusal[]> => {
    const refusals = await act({
      act: {
        route: 'POST /conclusions/{conclusionId}/stances',
        params: { conclusionId },
        body: { version, answer, replaces: before },
      },
      renews: true,
    })
    if (refusals.length === 0) setOther(false)
    const message = refusals[0]?.message
    refuse(message === undefined ? null : { message, byForm: byForm.current })
    return refusals
  }
  function consent() {
    byForm.current = false
    return answer({ kind: 'consent' })
  }
  return (
    <>
      <ActBar
        label={t('title')}
        // Once answered it stays where it was pressed: what was said stands in it, and the words do not move.
        stays={asked || isDone}
        everywhere={asked || isDone}
        note={
          (given || (mayConsent && decides)) && (
            <div ref={note} tabIndex={-1} className="grid max-w-reading gap-2 max-md:gap-1">
              {given}
              {mayConsent && decides && <p>{t(`decides.${decides}`)}</p>}
            </div>
          )
        }
      >
        {mayConsent && (
          <>
            <Button variant="primary" pending={pending} onClick={consent} aria-describedby={consentMark.id}>
              {t(isRecord ? 'agree' : 'consent', { version })}
            </Button>
            {/* In the bar of a phone there is room for the acts alone; there the meaning is told with the button. */}
            <span className="max-md:hidden">{consentMark.mark}</span>
          </>
        )}
        {others.length > 0 && (
          <Button aria-expanded={isOther} aria-controls={otherwiseId} onClick={() => setOther(!isOther)}>
            {t(before === null ? 'otherwise' : 'change')}
          </Button>
        )}
      </ActBar>
      <div className="max-w-reading pb-11">
        <div id={otherwiseId} ref={otherwise} hidden={!isOther} className="pt-5">
          {others.length > 0 && (
            <Otherwise
              {...{ conclusionId, version, others, principalsMark, earliest }}
              answer={(given) => {
                byForm.current = true
                return answer(given)
              }}
            />
          )}
        </div>
      </div>
    </>
  )
}

type OtherwiseProps = Pick<StanceFormProps, 'conclusionId' | 'version' | 'others' | 'principalsMark' | 'earliest'> & {
  readonly answer: (given: StanceInput['answer']) => Promise<readonly FormRefusal[]>
}

function Otherwise({ conclusionId, version, others, principalsMark, earliest, answer }: OtherwiseProps) {
  const t = useTranslations('conclusions.answer')
  const [kind, setKind] = useState<string>()
  return (
    <Form send={(data) => answer(answerIn(data))} draft={`stance ${conclusionId} ${version}`}>
      <RadioGroup label={t('kind', { version })} name="kind" required choices={others} onChange={setKind} />
      {kind === 'consent-with-reservation' && (
        <TextArea label={t('reservation')} name="reservation" required maxLength={2_000} />
      )}
      {kind === 'ad-referendum' && (
        <DateField label={t('date')} mark={principalsMark} name="referendumOn" required min={earliest} />
      )}
      {(kind === 'stand-aside' || kind === 'object') && (
        <TextArea label={t('reason')} name="reason" required maxLength={2_000} />
      )}
      <div>
        <SubmitButton>{t('send', { version })}</SubmitButton>
      </div>
    </Form>
  )
}

/** The fields that are there are those of the chosen kind. */
function answerIn(data: FormData): StanceInput['answer'] {
  const kind = choiceIn(data, 'kind', STANCE_KINDS)
  switch (kind) {
    case 'consent':
      return { kind }
    case 'consent-with-reservation':
      return { kind, reservation: textIn(data, 'reservation') }
    case 'ad-referendum':
      return { kind, referendumOn: textIn(data, 'referendumOn') }
    case 'stand-aside':
    case 'object':
      return { kind, reason: textIn(data, 'reason') }
    default:
      return kind satisfies never
  }
}
