import { useTranslations } from 'next-intl'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Badge } from '#components/text/badge.tsx'
import { Time } from '#components/text/time.tsx'
import type { HistoryEntry } from '../views.ts'

export type HistoryProps = {
  readonly lines: readonly HistoryEntry[]
  readonly zone: string
  /** On a party's own page there is no need to say which party. */
  readonly namesParty?: boolean
}

/** What happened to the group or a party as such, newest first. */
export function History({ lines, zone, namesParty = true }: HistoryProps) {
  const t = useTranslations('groups')
  const own = useTranslations('components.names')
  const said = (name: string) => (name === '' ? own('noName') : name)
  if (lines.length === 0) return <p className="text-soft">{t('historyNone')}</p>
  return (
    <ItemList label={t('historyTitle')}>
      {lines.map(({ id, kind, at, actor, subject, party, detail, role, effectiveAt }) => (
        <Item
          key={id}
          title={t(`history.${kind}`, {
            actor: said(actor),
            subject: said(subject),
            detail,
            role: role === null ? '' : t(`role.${role}`),
          })}
          meta={
            <>
              <Time instant={at} zone={zone} />
              {effectiveAt !== null && (
                <span>
                  {t('takesEffect')} <Time instant={effectiveAt} zone={zone} />
                </span>
              )}
            </>
          }
          aside={party === null || !namesParty ? undefined : <Badge>{party}</Badge>}
        />
      ))}
    </ItemList>
  )
}
