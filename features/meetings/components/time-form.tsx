'use client'
import type { ReactNode } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { showToast } from '#components/overlays/toast.ts'
import type { ActTaking } from '#lib/api/contract.ts'
import type { TimeInput } from '../schema.ts'
import type { Room } from './room-for-agenda.tsx'
import { type TimeDraft, TimeFields, timeTyped, useTwiceQuestion } from './time-fields.tsx'
import type { PartyOfTime } from './typed-times.tsx'

/** Words that go along with a time, which the act calls by their name. */
type Along<Name> = { readonly name: Name; readonly label: string; readonly hint: string }

type Props = {
  /** A name for what is being written: it survives a reload and a new sign-in. */
  readonly draft: string
  readonly initial: TimeDraft
  /** The parties whose local times follow what is being typed. */
  readonly parties: readonly PartyOfTime[]
  /** What is to have room in it; undefined: the agenda is not the viewer's to see. */
  readonly room: Room | undefined
  /** What the act takes from whoever does it, said at its button. */
  readonly note?: ReactNode
  readonly submit: string
  /** The part at the top of the page, by its id, to which one is brought once it is done, and what is said then; absent: one stays where one is. */
  readonly led?: { readonly place: string; readonly said: string } | undefined
  /** What the time is for, with what else is asked: a reason, or a message to the other party. */
  readonly what:
    | { readonly act: ActTaking<{ time: TimeInput }>; readonly along?: undefined }
    | { readonly act: ActTaking<{ time: TimeInput; reason: string }>; readonly along: Along<'reason'> }
    | { readonly act: ActTaking<{ time: TimeInput; message: string }>; readonly along: Along<'message'> }
}

/** Sets or offers a time. */
export function TimeForm({ what, draft, initial, parties, room, note, submit, led }: Props) {
  const { act } = useAct()
  const close = useClose()
  const question = useTwiceQuestion(initial.fold)
  const { along } = what
  function sendTime(data: FormData) {
    const time = timeTyped(data)
    switch (what.along?.name) {
      case undefined:
        return act({ ...what.act, body: { time } })
      case 'reason':
        return act({ ...what.act, body: { time, reason: textIn(data, 'reason') } })
      case 'message':
        return act({ ...what.act, body: { time, message: textIn(data, 'message') } })
    }
  }
  async function send(data: FormData) {
    const refusals = await sendTime(data)
    question.heed(refusals)
    if (refusals.length > 0) return refusals
    if (led) {
      showToast({ message: led.said })
      window.scrollTo({ top: 0 })
      document.getElementById(led.place)?.focus({ preventScroll: true })
    }
    close()
    return refusals
  }
  return (
    <Form send={send} draft={draft}>
      <TimeFields initial={initial} required question={question} partiesIn={() => parties} room={room} />
      {along && <TextArea name={along.name} label={along.label} description={along.hint} maxLength={2000} />}
      {note}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
