import { UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from '#components/overlays/dialog.tsx'
import type { PartyRole } from '#domain/party/membership.ts'
import { InviteForm, type InvitingAct } from './invite-form.tsx'
import type { SeveralInto } from './several-guests.tsx'

export type InviteDialogProps = {
  /** What is invited to. */
  readonly to: InvitingAct
  readonly label: string
  /** The button's accessible name where others beside it have the same words: these, and their object. */
  readonly name?: string
  readonly title: string
  /** The roles one may offer into a party; none for an organizer or a replaced head. */
  readonly roles?: readonly { readonly value: PartyRole; readonly label: string; readonly description: string }[]
  readonly lead?: ReactNode
  /** Set where several can be invited at once: into a party. */
  readonly several?: SeveralInto
  readonly variant?: 'primary' | 'quiet'
}

/** A button that opens the form of an invitation. */
export function InviteDialog({
  to,
  label,
  name,
  title,
  roles = [],
  lead,
  several,
  variant = 'quiet',
}: InviteDialogProps) {
  return (
    <Dialog
      label={label}
      {...(name !== undefined && { name })}
      title={title}
      variant={variant}
      icon={<UserPlus aria-hidden />}
    >
      <InviteForm to={to} roles={roles} lead={lead} {...(several !== undefined && { several })} />
    </Dialog>
  )
}
