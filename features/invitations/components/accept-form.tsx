'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import type { Accepted } from '../commands/accept.ts'

export type AcceptFormProps = {
  readonly token: string
  /** Whoever accepts has not said their name yet: they say it themselves, and nothing is put into their mouth. */
  readonly asksName: boolean
  /** Who is asked to confirm it, where it was sent to another address. */
  readonly claimFrom?: string
}

/** Accepts an invitation, or asks the inviter to confirm it. */
export function AcceptForm({ token, asksName, claimFrom }: AcceptFormProps) {
  const t = useTranslations('invitations.answer')
  const { act } = useAct()
  const send = (data: FormData) =>
    act<Accepted>({
      method: 'POST',
      path: '/invitations/acceptances',
      body: { token, ...(asksName ? { name: data.get('name') } : {}) },
      goTo: (view) => ('groupId' in view ? placeOf(view) : null),
    })
  return (
    <Form send={send}>
      {asksName && <TextField label={t('name')} name="name" autoComplete="name" maxLength={120} required />}
      <div>
        <SubmitButton>{claimFrom === undefined ? t('accept') : t('claim', { inviter: claimFrom })}</SubmitButton>
      </div>
    </Form>
  )
}

function placeOf({ groupId, partyId }: { groupId: string; partyId?: string | null }): string {
  return partyId == null ? `/groups/${groupId}` : `/groups/${groupId}/parties/${partyId}`
}
