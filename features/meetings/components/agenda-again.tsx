import { useTranslations } from 'next-intl'
import { Notice } from '#components/text/notice.tsx'
import type { DeclinedView } from '../queries/declined.ts'

/** What of the declined proposal goes along without being asked for. */
export function AgendaAgain({ again: { items, needed } }: { readonly again: DeclinedView }) {
  const t = useTranslations('meetings.begin')
  if (items.length === 0) return null
  return (
    <Notice tone="info" title={t('again', { count: items.length, needed })}>
      <ul className="mt-1 list-disc ps-5">
        {items.map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
