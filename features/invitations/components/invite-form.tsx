'use client'
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
import { fill } from '#components/text/words.tsx'

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
  readonly words: Readonly<
    Record<
      | 'role'
      | 'how'
      | 'byMail'
      | 'byMailMeans'
      | 'byLink'
      | 'byLinkMeans'
      | 'address'
      | 'guestName'
      | 'guestNameHint'
      | 'submit'
      | 'madeMail'
      | 'madeLink'
      | 'madeLinkMeans'
      | 'copyLink'
      | 'done',
      string
    >
  >
}

/** Invites somebody by mail or by a link that the inviter hands over; stands in a dialog. */
export function InviteForm({ path, roles, lead, words }: InviteFormProps) {
  const { act } = useAct()
  const [way, setWay] = useState('mail')
  const [made, setMade] = useState<Made | null>(null)
  if (made !== null) return <MadeNotice made={made} words={words} />

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
        <RadioGroup label={words.role} name="role" choices={roles} defaultValue={roles.at(-1)?.value ?? ''} required />
      )}
      <RadioGroup
        label={words.how}
        name="way"
        required
        defaultValue={way}
        onChange={setWay}
        choices={[
          { value: 'mail', label: words.byMail, description: words.byMailMeans },
          { value: 'link', label: words.byLink, description: words.byLinkMeans },
        ]}
      />
      {way === 'mail' && (
        <TextField label={words.address} name="email" type="email" dir="ltr" autoComplete="off" required />
      )}
      <TextField
        label={words.guestName}
        description={words.guestNameHint}
        name="guestName"
        maxLength={120}
        autoComplete="off"
      />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  )
}

function MadeNotice({ made: { link, address }, words }: { readonly made: Made } & Pick<InviteFormProps, 'words'>) {
  const close = useClose()
  return (
    <div className="grid gap-5">
      {link === null ? (
        <Notice tone="info" title={fill(words.madeMail, { address })} live />
      ) : (
        <Notice tone="info" title={words.madeLink} live>
          <p>{words.madeLinkMeans}</p>
          <p className="mt-3 break-all font-mono text-sm" dir="ltr">
            {link}
          </p>
          <div className="mt-2">
            <CopyButton text={link} label={words.copyLink} />
          </div>
        </Notice>
      )}
      <div>
        <Button variant="primary" onClick={close}>
          {words.done}
        </Button>
      </div>
    </div>
  )
}
