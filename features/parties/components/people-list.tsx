import { useTranslations } from 'next-intl'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { partyRoles } from '#domain/party/membership.ts'
import type { MemberLine, PartyView } from '../views.ts'
import { RoleForm } from './role-form.tsx'

/** The people of a party, with what the viewer may change about each. */
export function PeopleList({ party }: { readonly party: PartyView }) {
  const t = useTranslations('parties')
  return (
    <ItemList label={t('people')}>
      {party.members.map((member, index) => (
        <Item
          key={member.personId}
          lead={
            <Term of={member.role} first={party.members.findIndex(({ role }) => role === member.role) === index}>
              {t(`role.${member.role}`)}
            </Term>
          }
          title={
            <>
              <PersonName name={member.name} />
              {member.isViewer && <span className="text-soft"> ({t('you')})</span>}
            </>
          }
          meta={
            <>
              {member.email !== null && <bdi>{member.email}</bdi>}
              <span>
                {t('since')} <Time instant={member.since} zone={party.viewerZone} shape="day" />
              </span>
            </>
          }
          aside={<MemberActs party={party} member={member} />}
        />
      ))}
    </ItemList>
  )
}

function MemberActs({ party, member }: { readonly party: PartyView; readonly member: MemberLine }) {
  const t = useTranslations('parties')
  const terms = useTranslations('terms')
  const { personId, name, isViewer, can } = member
  return (
    <span className="flex flex-wrap gap-2">
      {can.changeTo.length > 0 && (
        <Dialog
          label={t('change')}
          name={t('changeName', { name })}
          title={t('changeRoleTitle', { name })}
          buttonSize="small"
        >
          <RoleForm
            partyId={party.id}
            personId={personId}
            role={member.role}
            names={Object.fromEntries(partyRoles.map((role) => [role, t(`role.${role}`)]))}
            roles={can.changeTo.map((role) => ({
              value: role,
              label: t(`role.${role}`),
              description: terms(`${role}.meaning`),
            }))}
            words={{ role: t('changeRole'), submit: t('change') }}
          />
        </Dialog>
      )}
      {can.remove && (
        <ConfirmAct
          label={isViewer ? t('leave') : t('remove')}
          {...(!isViewer && { name: t('removeName', { name }) })}
          title={isViewer ? t('leaveTitle', { party: party.name }) : t('removeTitle', { name, party: party.name })}
          thing={<bdi>{name}</bdi>}
          confirmLabel={isViewer ? t('leave') : t('remove')}
          variant="quiet"
          buttonSize="small"
          act={{ route: 'DELETE /parties/{partyId}/members/{personId}', params: { partyId: party.id, personId } }}
          {...(isViewer ? { goTo: '/groups' } : {})}
        >
          {party.members.length === 1 ? t('lastMeans') : isViewer ? t('leaveMeans') : t('removeMeans')}
        </ConfirmAct>
      )}
    </span>
  )
}
