'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { Notice } from '#components/text/notice.tsx'

/** What of a new invitation the inviter is shown: its link once, or nothing when the mail alone carries it. */
interface Made {
  readonly link: string | null
  /** Where the mail goes. */
  readonly address: string
}

export type InviteFormProps = {
  /** Where it is sent, below `/api/v1`. */
  readonly path: string
  /** The roles one may offer; fewer than two: there is nothing to choose. */
  readonly roles: readonly { readonly value: string; readonly label: string; readonly description: string }[]
  readonly lead?: ReactNode
}

/** Invites somebody by mail or by a link that the inviter hands over; stands in a dialog. */
export function InviteForm({ path, roles, lead }: InviteFormProps) {
  const t = useTranslations('invitations.form')
  const { act } = useAct()
  const [way, setWay] = useState('mail')
  const [made, setMade] = useState<Made | null>(null)
  if (made !== null) return <MadeNotice made={made} />

  function send(data: FormData) {
    const email = way === 'mail' ? { email: data.get('email') } : {}
    const name = data.get('guestName')
    const role = roles.length > 0 ? { role: data.get('role') ?? roles[0]?.value } : {}
    const body = { ...role, ...email, ...(typeof name === 'string' && name.trim() !== '' ? { name } : {}) }
    return act<Pick<Made, 'link'>>({
      method: 'POST',
      path,
      body,
      goTo: (view) => {
        setMade({ ...view, address: String(data.get('email') ?? '') })
        return null
      },
    })
  }
  return (
    <Form send={send}>
      {lead && <p>{lead}</p>}
      {roles.length > 1 && (
        <RadioGroup label={t('role')} name="role" choices={roles} defaultValue={roles.at(-1)?.value ?? ''} required />
      )}
      <RadioGroup
        label={t('how')}
        name="way"
        required
        defaultValue={way}
        onChange={setWay}
        choices={[
          { value: 'mail', label: t('byMail'), description: t('byMailMeans') },
          { value: 'link', label: t('byLink'), description: t('byLinkMeans') },
        ]}
      />
      {way === 'mail' && (
        <TextField label={t('address')} name="email" type="email" dir="ltr" autoComplete="off" required />
      )}
      <TextField
        label={t('guestName')}
        description={t('guestNameHint')}
        name="guestName"
        maxLength={120}
        autoComplete="off"
      />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

function MadeNotice({ made: { link, address } }: { readonly made: Made }) {
  const t = useTranslations('invitations.form')
  const close = useClose()
  return (
    <div className="grid gap-5">
      {link === null ? (
        <Notice tone="info" title={t('madeMail', { address })} live />
      ) : (
        <Notice tone="info" title={t('madeLink')} live>
          <p>{t('madeLinkMeans')}</p>
          <p className="mt-3 break-all font-mono text-sm" dir="ltr">
            {link}
          </p>
          <div className="mt-2">
            <CopyButton text={link} label={t('copyLink')} />
          </div>
        </Notice>
      )}
      <div>
        <Button variant="primary" onClick={close}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
