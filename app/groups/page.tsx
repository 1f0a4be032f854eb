import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Table } from '#components/collections/table.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { GroupForm } from '#features/groups/components/group-form.tsx'
import { loadInstanceGroups, loadMyGroups, loadParked } from '#features/groups/loaders.ts'
import type { InstanceGroup } from '#features/groups/views.ts'
import { InviteDialog } from '#features/invitations/components/invite-dialog.tsx'
import { PendingInvitations } from '#features/invitations/components/pending-invitations.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { loadAccount } from '#features/people/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { demoBanner } from '../demo-banner.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('mine') }
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** My groups; for the instance admin also every group by name and numbers, and a new one. `?invite=` names a group whose organizer is to be invited. */
export default async function GroupsPage({ searchParams }: Props) {
  const { invite } = await searchParams
  const viewer = await requireViewer('/groups')
  const [account, groups, all, parked] = await Promise.all([
    loadAccount(viewer),
    loadMyGroups(viewer),
    loadInstanceGroups(viewer),
    loadParked(viewer),
  ])
  const lacking = all?.find(({ id, can }) => id === invite && can.inviteOrganizer)
  const t = await getTranslations('groups')
  return (
    <PageWords
      of={[
        'components.choices',
        'components.forms',
        'groups.form',
        'groups.menu',
        'invitations.again',
        'invitations.form',
      ]}
    >
      <OuterFrame name={account.name} banner={await demoBanner(viewer)}>
        <Prepared>
          <PageHeader title={t('mine')} />
          {lacking !== undefined && <OrganizerNext group={lacking} />}
          {groups.length === 0 ? (
            <EmptyState title={t('none')}>
              {all === null ? t('noneMeans') : t(all.length === 0 ? 'noneAdmin' : 'noneAmong')}
            </EmptyState>
          ) : (
            <ItemList label={t('mine')}>
              {groups.map(({ id, name, organizer, parties }) => (
                <Item
                  key={id}
                  title={
                    <TextLink look="title" href={`/groups/${id}`}>
                      {name}
                    </TextLink>
                  }
                  meta={[...(organizer ? [t('organizer')] : []), ...parties].join(', ')}
                />
              ))}
            </ItemList>
          )}
          {all !== null && <Instance groups={all} parked={parked} zone={account.viewerZone} made={lacking?.id ?? ''} />}
        </Prepared>
      </OuterFrame>
    </PageWords>
  )
}

/** What a group needs next that nobody organizes. */
async function OrganizerNext({ group: { id, name } }: { readonly group: InstanceGroup }) {
  const t = await getTranslations('groups')
  const i = await getTranslations('invitations')
  return (
    <section
      id="invite"
      tabIndex={-1}
      className="mb-8 grid max-w-3xl justify-items-start gap-3 border-s-3 border-accent bg-accent-wash ps-4 pe-4 py-4"
    >
      <h2 className="font-sans font-semibold">{t('lacksOrganizer', { group: name })}</h2>
      <p className="max-w-reading">{t('lacksOrganizerMeans')}</p>
      <InviteDialog
        to={{ route: 'POST /groups/{groupId}/organizer-invitations', params: { groupId: id } }}
        label={i('inviteOrganizer')}
        name={i('inviteOrganizerOf', { group: name })}
        title={i('inviteOrganizer')}
        variant="primary"
      />
    </section>
  )
}

interface InstanceProps {
  readonly groups: readonly InstanceGroup[]
  readonly parked: number
  readonly zone: string
  /** The id of the group that was just made for somebody else, so that its form is empty again; or empty. */
  readonly made: string
}

/** Operation, never contents. */
async function Instance({ groups, parked, zone, made }: InstanceProps) {
  const t = await getTranslations('groups')
  const i = await getTranslations('invitations')
  const lacks = groups.some(({ can }) => can.inviteOrganizer)
  const pending = groups.flatMap(({ name, can, invitations }) =>
    invitations.map((invitation) => ({
      ...invitation,
      role: t('organizes', { group: name }),
      again: can.inviteOrganizer,
    })),
  )
  return (
    <>
      <Section title={t('instance')} id="instance">
        <p className="mb-4 max-w-reading text-soft">{t('instanceMeans')}</p>
        {parked > 0 && <p className="mb-4 max-w-reading">{t('parked', { count: parked })}</p>}
        {groups.length === 0 ? (
          <p>{t('instanceNone')}</p>
        ) : (
          <Table
            caption={t('instance')}
            captionHidden
            columns={[
              { key: 'name', label: t('column.name') },
              { key: 'parties', label: t('column.parties'), term: 'party', align: 'end' },
              { key: 'organizers', label: t('column.organizers'), term: 'organizer', align: 'end' },
              ...(lacks ? [{ key: 'act', label: t('column.act') } as const] : []),
            ]}
            rows={groups.map(({ id, name, partyCount, organizerCount, can }) => ({
              id,
              cells: {
                name: <bdi>{name}</bdi>,
                parties: partyCount,
                organizers: organizerCount,
                // Of the group that was just made it stands above.
                act: can.inviteOrganizer && id !== made && (
                  <InviteDialog
                    to={{ route: 'POST /groups/{groupId}/organizer-invitations', params: { groupId: id } }}
                    label={i('inviteOrganizer')}
                    name={i('inviteOrganizerOf', { group: name })}
                    title={i('inviteOrganizer')}
                  />
                ),
              },
            }))}
          />
        )}
        {pending.length > 0 && (
          <div className="mt-8">
            <h3 className="mb-3 font-semibold">{i('pending')}</h3>
            <PendingInvitations zone={zone} invitations={pending} />
          </div>
        )}
      </Section>
      <Section title={t('new')} id="new">
        <div className="grid max-w-reading justify-items-start gap-4">
          <p className="text-soft">{t('newMeans')}</p>
          <ButtonLink variant="primary" href="/groups/new">
            {t('founding.title')}
          </ButtonLink>
        </div>
        <div className="mt-4 max-w-reading">
          <Disclosure summary={t('newForOthers')}>
            <p className="mb-5 text-soft">{t('newForOthersMeans')}</p>
            <GroupForm key={made} />
          </Disclosure>
        </div>
      </Section>
    </>
  )
}
