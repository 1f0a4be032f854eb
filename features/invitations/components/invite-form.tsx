'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceIn, textIn } from '#components/forms/form-values.ts'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { type PartyRole, partyRoles } from '#domain/party/membership.ts'
import type { ActTaking } from '#lib/api/contract.ts'
import type { NewGuest, NewPartyGuest } from '../schema.ts'
import type { InvitationsSent } from '../views.ts'
import { type InvitationMade, MadeNotice } from './made-notice.tsx'
import { SentNotice } from './sent-notice.tsx'
import { guestsIn, SeveralGuests, type SeveralInto } from './several-guests.tsx'

/** Where an invitation is sent. */
export type InvitingAct = ActTaking<NewGuest> | ActTaking<NewPartyGuest>

export type InviteFormProps = {
  /** What is invited to: organizing a group, a party, or being its new head. */
  readonly to: InvitingAct
  /** The roles one may offer into a party; fewer than two: there is nothing to choose. */
  readonly roles: readonly { readonly value: PartyRole; readonly label: string; readonly description: string }[]
  readonly lead?: ReactNode
  /** Set where several can be invited at once: into a party. */
  readonly several?: SeveralInto
}

/** Invites somebody by mail or by a link that the inviter hands over; stands in a dialog. */
export function InviteForm({ to, roles, lead, several }: InviteFormProps) {
  const t = useTranslations('invitations.form')
  const { act } = useAct()
  const [way, setWay] = useState('mail')
  const [made, setMade] = useState<InvitationMade | null>(null)
  const [sent, setSent] = useState<InvitationsSent | null>(null)
  if (made !== null) return <MadeNotice made={made} />
  if (sent !== null) return <SentNotice sent={sent} />

  const roleIn = (data: FormData) => {
    const [only, ...others] = roles.map(({ value }) => value)
    return only !== undefined && others.length === 0 ? only : choiceIn(data, 'role', partyRoles)
  }
  async function send(data: FormData) {
    if (way === 'several' && several !== undefined) {
      const { guests, flawed } = guestsIn(textIn(data, 'pasted'), { ...several, role: roleIn(data) })
      if (flawed > 0 || guests.length === 0) return [{ field: 'pasted', message: t('mend', { count: flawed }) }]
      return act(
        { route: 'POST /groups/{groupId}/invitations', params: { groupId: several.groupId }, body: { guests } },
        ({ invited = guests.map(({ email }) => email), skipped = [] }) => {
          setSent({ invited, skipped })
          return null
        },
      )
    }
    const email = way === 'mail' ? { email: textIn(data, 'email') } : {}
    const name = textIn(data, 'guestName')
    const guest = { ...email, ...(name.trim() !== '' ? { name } : {}) }
    const show = ({ link }: Pick<InvitationMade, 'link'>) => {
      setMade({ link, address: textIn(data, 'email') })
      return null
    }
    if (to.route !== 'POST /parties/{partyId}/invitations') return act({ ...to, body: guest }, show)
    return act({ ...to, body: { ...guest, role: roleIn(data) } }, show)
  }
  return (
    <Form send={send}>
      {lead && <p>{lead}</p>}
      {roles.length > 1 && (
        <RadioGroup label={t('role')} name="role" choices={roles} defaultValue={usualRole(roles)} required />
      )}
      <RadioGroup
        label={t('how')}
        name="way"
        required
        defaultValue={way}
        onChange={setWay}
        choices={[
          { value: 'mail', label: t('byMail'), description: t('byMailMeans') },
          ...(several === undefined ? [] : [{ value: 'several', label: t('several'), description: t('severalMeans') }]),
          { value: 'link', label: t('byLink'), description: t('byLinkMeans') },
        ]}
      />
      {way === 'mail' && (
        <TextField label={t('address')} name="email" type="email" dir="ltr" autoComplete="off" required />
      )}
      {way === 'several' && several !== undefined ? (
        <SeveralGuests into={several} />
      ) : (
        <TextField
          label={t('guestName')}
          description={t('guestNameHint')}
          name="guestName"
          maxLength={120}
          autoComplete="off"
        />
      )}
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

/** Whom a party brings in mostly: somebody who works with it, where one may. */
function usualRole(roles: InviteFormProps['roles']): string {
  return (roles.find(({ value }) => value === 'delegate') ?? roles.at(-1))?.value ?? ''
}
