'use client'
import { RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useGoing } from '#components/actions/use-going.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { sendUnderKey } from '#lib/api/send.ts'
import { type InvitationMade, MadeNotice } from './made-notice.tsx'

export interface InviteAgainProps {
  readonly invitationId: string
  /** Null: its link was handed over. */
  readonly email: string | null
  /** What the inviter called the guest; null: nothing. */
  readonly name: string | null
}

/** Sends an invitation once more, or shows another link of it: nothing keeps one that was sent, and the one before is dead by the same act. */
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

function Again({ invitationId, email, words }: InviteAgainProps & { readonly words: string }) {
  const t = useTranslations('invitations.again')
  const key = useRef<string | null>(null)
  const [made, setMade] = useState<InvitationMade | null>(null)
  if (made !== null) return <MadeNotice made={made} />
  async function renew() {
    key.current ??= crypto.randomUUID()
    const call = { route: 'POST /invitations/{invitationId}/renewal', params: { invitationId } } as const
    const sent = await sendUnderKey(call, key.current)
    key.current = null
    if (!sent.ok) return [{ message: sent.problem.title }]
    setMade({ link: sent.view.link ?? null, address: email ?? '' })
    return []
  }
  return (
    <Form send={renew}>
      <p>{email === null ? t('linkMeans') : t('mailMeans', { address: email })}</p>
      <div>
        <SubmitButton variant="primary">{words}</SubmitButton>
      </div>
    </Form>
  )
}
