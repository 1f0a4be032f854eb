import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Prepared } from '#components/markup/prepared.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import type { PlannedAgenda } from '../views/agenda.ts'
import { AgendaOrder } from './agenda-order.tsx'
import { itemButton, newItemButton, opensPlan } from './opens-plan.ts'

type Props = {
  readonly meetingId: string
  readonly agenda: PlannedAgenda
  /** Each item as it is read, in the order of the agenda. */
  readonly rows: readonly { readonly id: string; readonly content: ReactNode }[]
}

/** The agenda in the hands of those who write it: order, items, passages. What is written in comes when it is opened. */
export function AgendaEditor({ meetingId, agenda, rows }: Props) {
  const t = useTranslations('meetings.agenda')
  const items = agenda.items.map((item, index) => ({
    id: item.id,
    name: item.title,
    content: (
      <Prepared>
        <div>
          {rows[index]?.content}
          <ItemActs item={item} />
        </div>
      </Prepared>
    ),
  }))
  return (
    <>
      {items.length > 0 && <AgendaOrder {...{ meetingId, version: agenda.version, items }} label={t('reorder')} />}
      <div className="print:hidden mt-4">
        <OpensDialog id={newItemButton} icon={<Plus aria-hidden />} opens={opensPlan('add-item')}>
          {t('add')}
        </OpensDialog>
      </div>
    </>
  )
}

function ItemActs({ item: { id, title, taken } }: { readonly item: PlannedAgenda['items'][number] }) {
  const t = useTranslations('meetings.agenda')
  return (
    <span className="print:hidden mt-1 -ms-2 flex flex-wrap items-center sm:ms-16">
      <OpensDialog
        id={itemButton(id)}
        size="small"
        variant="plain"
        icon={<Pencil aria-hidden />}
        aria-label={t('editName', { title })}
        opens={opensPlan('item', id)}
      >
        {t('edit')}
      </OpensDialog>
      {!taken && (
        <OpensDialog
          size="small"
          variant="plain"
          aria-label={t('removeName', { title })}
          opens={opensPlan('remove-item', id)}
        >
          {t('remove')}
        </OpensDialog>
      )}
    </span>
  )
}
