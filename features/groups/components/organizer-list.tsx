import { useTranslations } from 'next-intl'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { Time } from '#components/text/time.tsx'
import type { SettingsView } from '../views.ts'

/** Who organizes the group, and how that ends. */
export function OrganizerList({ settings }: { readonly settings: SettingsView }) {
  const t = useTranslations('groups')
  const { id: groupId, name: group, viewerZone, organizers } = settings
  return (
    <ItemList label={t('organizers')}>
      {organizers.map(({ personId, name, since, isViewer, can }) => (
        <Item
          key={personId}
          title={
            <>
              <PersonName name={name} /> {isViewer && <span className="text-soft">({t('you')})</span>}
            </>
          }
          meta={
            <span>
              {t('since')} <Time instant={since} zone={viewerZone} shape="day" />
            </span>
          }
          aside={
            can.remove && (
              <ConfirmAct
                label={isViewer ? t('stop') : t('remove')}
                {...(!isViewer && { name: t('removeName', { name }) })}
                title={isViewer ? t('stopTitle', { group }) : t('removeTitle', { name })}
                thing={<bdi>{name}</bdi>}
                confirmLabel={isViewer ? t('stop') : t('remove')}
                variant="quiet"
                buttonSize="small"
                act={{ route: 'DELETE /groups/{groupId}/organizers/{personId}', params: { groupId, personId } }}
                {...(isViewer ? { goTo: '/groups' } : {})}
              >
                {isViewer ? t('stopMeans') : t('removeMeans')}
              </ConfirmAct>
            )
          }
        />
      ))}
    </ItemList>
  )
}
