import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Time } from '#components/text/time.tsx'
import { InviteAgain } from './invite-again.tsx'

export type PendingInvitationsProps = {
  readonly zone: string
  readonly invitations: readonly {
    readonly id: string
    /** The role in words. */
    readonly role: string
    readonly email: string | null
    readonly name: string | null
    readonly inviter?: string
    /** ISO 8601. */
    readonly expiresAt: string
    /** ISO 8601; null: whoever it was sent to has not said no. */
    readonly declinedAt: string | null
    /** It may be sent once more. */
    readonly again: boolean
    readonly claimedBy: { readonly name: string; readonly email: string } | null
  }[]
}

/** Invitations that wait for an answer, or for a confirmation. */
export function PendingInvitations({ zone, invitations }: PendingInvitationsProps) {
  const t = useTranslations('invitations')
  return (
    <ItemList label={t('pending')}>
      {invitations.map(({ id, role, email, name, inviter, expiresAt, declinedAt, again, claimedBy }) => (
        <Item
          key={id}
          title={<bdi>{name ?? email ?? t('byLinkShort')}</bdi>}
          meta={
            <>
              {name !== null && <span>{t('unconfirmed')}</span>}
              <span>{role}</span>
              {name !== null && <bdi>{email ?? t('byLinkShort')}</bdi>}
              {inviter !== undefined && <span>{t('invitedBy', { inviter })}</span>}
              <span className={declinedAt === null ? undefined : 'font-semibold'}>
                {declinedAt === null ? t('expires') : t('declined')}{' '}
                <Time instant={declinedAt ?? expiresAt} zone={zone} shape="day" />
              </span>
            </>
          }
          aside={
            <span className="flex flex-wrap gap-2">
              {claimedBy !== null && (
                <ActButton
                  variant="primary"
                  size="small"
                  act={{ route: 'POST /invitations/{invitationId}/confirmation', params: { invitationId: id } }}
                >
                  {t('confirm')}
                </ActButton>
              )}
              {again && claimedBy === null && <InviteAgain invitationId={id} email={email} name={name} />}
              <ConfirmAct
                label={t('withdraw')}
                name={t('withdrawName', { guest: name ?? email ?? t('byLinkShort') })}
                title={t('withdrawTitle')}
                thing={<bdi>{name ?? email ?? t('byLinkShort')}</bdi>}
                confirmLabel={t('withdraw')}
                variant="quiet"
                buttonSize="small"
                act={{ route: 'DELETE /invitations/{invitationId}', params: { invitationId: id } }}
              >
                {t('withdrawMeans')}
              </ConfirmAct>
            </span>
          }
        >
          {claimedBy !== null && <p>{t('claimedBy', { name: claimedBy.name, address: claimedBy.email })}</p>}
        </Item>
      ))}
    </ItemList>
  )
}
