import { useTranslations } from 'next-intl'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { useNames } from '#lib/words/use-language.ts'
import { zoneLabel } from '#lib/zone-names.ts'
import type { PartiesView } from '../views.ts'

/** The parties of a group. */
export function PartyList({ groupId, view }: { readonly groupId: string; readonly view: PartiesView }) {
  const t = useTranslations('parties')
  const list = useNames()
  return (
    <ItemList label={t('title')}>
      {view.parties.map(({ id, name, shortName, timeZone, leftAt, heads, headInvited, role }) => (
        <Item
          key={id}
          title={
            <TextLink look="title" href={`/groups/${groupId}/parties/${id}`}>
              <bdi>{name}</bdi>
            </TextLink>
          }
          meta={
            <>
              {shortName !== name && <bdi>{shortName}</bdi>}
              <bdi>{zoneLabel(timeZone)}</bdi>
              <span>
                {heads.length === 0 ? (
                  t(headInvited ? 'headInvited' : 'noHead')
                ) : (
                  <>
                    <Term of="head" first={view.parties.find((one) => one.heads.length > 0)?.id === id}>
                      {t('heads')}
                    </Term>
                    : <bdi>{list(heads)}</bdi>
                  </>
                )}
              </span>
              {leftAt !== null && (
                <span>
                  {t('leftAt')} <Time instant={leftAt} zone={view.viewerZone} shape="day" />
                </span>
              )}
            </>
          }
          aside={role === null ? undefined : t('yours', { role: t(`role.${role}`) })}
        />
      ))}
    </ItemList>
  )
}
