'use client'
import { RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useGoing } from '#components/actions/use-going.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import type { PartyRole } from '#domain/party/membership.ts'
import { send, sendUnderKey } from '#lib/api/send.ts'
import type { InvitingAct } from './invite-form.tsx'
import { type InvitationMade, MadeNotice } from './made-notice.tsx'

export interface InviteAgainProps {
  readonly invitationId: string
  /** Where such an invitation is made. */
  readonly to: InvitingAct
  /** The role in a party; null: organizing. */
  readonly role: PartyRole | null
  /** Null: its link was handed over. */
  readonly email: string | null
  /** What the inviter called the guest; null: nothing. */
  readonly name: string | null
}

/**
 * Sends an invitation once more, or shows its link once more. Nothing keeps a link that was sent: so a new invitation is made, and the one
 * before is withdrawn once that is there.
 */
export function InviteAgain(props: InviteAgainProps) {
  const t = useTranslations('invitations.again')
  const { renew } = useGoing()
  const words = props.email === null ? t('link') : t('mail')
  return (
    <Dialog
      label={words}
      name={`${words}: ${props.name ?? props.email ?? t('byLink')}`}
      title={words}
      buttonSize="small"
      icon={<RotateCw aria-hidden />}
      // Not before: the line in which this stands is gone then, and with it the link that is shown once.
      closed={renew}
    >
      <Again {...props} words={words} />
    </Dialog>
  )
}

function Again({ invitationId, to, role, email, name, words }: InviteAgainProps & { readonly words: string }) {
  const t = useTranslations('invitations.again')
  const key = useRef<string | null>(null)
  const [made, setMade] = useState<InvitationMade | null>(null)
  if (made !== null) return <MadeNotice made={made} />
  const guest = { ...(email !== null && { email }), ...(name !== null && { name }) }
  async function invite() {
    key.current ??= crypto.randomUUID()
    const sent =
      to.route === 'POST /parties/{partyId}/invitations'
        ? await sendUnderKey({ ...to, body: { ...guest, role: role ?? 'observer' } }, key.current)
        : await sendUnderKey({ ...to, body: guest }, key.current)
    key.current = null
    if (!sent.ok) return [{ message: sent.problem.title }]
    // Where this does not arrive both are open, which the list shows.
    await send({ route: 'DELETE /invitations/{invitationId}', params: { invitationId } }).catch(() => null)
    setMade({ link: sent.view.link ?? null, address: email ?? '' })
    return []
  }
  return (
    <Form send={invite}>
      <p>{email === null ? t('linkMeans') : t('mailMeans', { address: email })}</p>
      <div>
        <SubmitButton variant="primary">{words}</SubmitButton>
      </div>
    </Form>
  )
}
