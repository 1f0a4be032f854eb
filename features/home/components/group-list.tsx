import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { HomeView } from '../queries/home.ts'
import { inviteHref } from './home-header.tsx'

/** The groups of the viewer and what they are in each. */
export function GroupList({ home: { groups, isInstanceAdmin, leaderless } }: { readonly home: HomeView }) {
  const t = useTranslations('home')
  const list = useNames()
  const all = isInstanceAdmin && (
    <>
      <TextLink href="/groups/new">{t('makeGroup')}</TextLink> <TextLink href="/groups">{t('allGroups')}</TextLink>
    </>
  )
  return (
    <Section title={t('groups')} actions={all}>
      <ItemList label={t('groups')}>
        {groups.map(({ id, name, organizer, parties }) => (
          <Item
            key={id}
            title={
              <TextLink look="title" href={`/groups/${id}`}>
                <bdi>{name}</bdi>
              </TextLink>
            }
            meta={list([...(organizer ? [t('organizer')] : []), ...parties.map(({ shortName }) => shortName)])}
          />
        ))}
      </ItemList>
      {leaderless.length > 0 && (
        <div className="mt-6">
          <h3 className="mb-2 font-sans font-semibold">{t('leaderless')}</h3>
          <ItemList label={t('leaderless')}>
            {leaderless.map((group) => (
              <Item
                key={group.id}
                title={<TextLink href={inviteHref(group)}>{t('inviteOrganizer', { group: group.name })}</TextLink>}
              />
            ))}
          </ItemList>
        </div>
      )}
    </Section>
  )
}

/** Before there is any group: what to do first. */
export function NoGroups({ isInstanceAdmin }: { readonly isInstanceAdmin: boolean }) {
  const t = useTranslations('home')
  if (!isInstanceAdmin) return <EmptyState title={t('groupsNone')}>{t('groupsNoneMeans')}</EmptyState>
  return (
    <EmptyState
      title={t('adminNone')}
      action={
        <ButtonLink variant="primary" href="/groups">
          {t('makeGroup')}
        </ButtonLink>
      }
    >
      {t('adminNoneMeans')}
    </EmptyState>
  )
}
