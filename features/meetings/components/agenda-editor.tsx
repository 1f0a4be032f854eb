'use client'
import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { ReorderList } from '#components/collections/reorder-list.tsx'
import { Modal } from '#components/overlays/modal.tsx'
import type { AgendaItemView, AgendaView } from '../views/agenda.ts'
import type { ItemFormProps } from './item-form.tsx'
import { useReorder } from './use-reorder.ts'

const ItemForm = lazy(async () => ({ default: (await import('./item-form.tsx')).ItemForm }))

/** A link to this place of the page begins a new item: nobody looks for the button that does. */
const newItemPlace = '#new-item'

export type AgendaEditorProps = Pick<ItemFormProps, 'meetingId' | 'kinds' | 'leads' | 'defaults' | 'renderPicker'> & {
  readonly agenda: Pick<AgendaView, 'version' | 'items'>
  /** Each item as it is read, in the order of the agenda: made on the server. */
  readonly rows: readonly { readonly id: string; readonly content: ReactNode }[]
}

/** The agenda in the hands of those who write it: order, items, passages. */
export function AgendaEditor({ meetingId, agenda, rows, ...form }: AgendaEditorProps) {
  const t = useTranslations('meetings.agenda')
  const i = useTranslations('meetings.item')
  const { reorder, refused } = useReorder(meetingId, agenda)
  const [open, setOpen] = useState<AgendaItemView | 'new' | null>(null)
  const [ownVersion, setOwnVersion] = useState(0)
  useEffect(() => {
    const begin = () => setOpen((now) => now ?? 'new')
    const hear = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null
      if (link?.hash === newItemPlace && link.pathname === location.pathname) begin()
    }
    if (location.hash === newItemPlace) begin()
    document.addEventListener('click', hear)
    return () => document.removeEventListener('click', hear)
  }, [])

  const items = agenda.items.map((item) => ({
    id: item.id,
    name: item.title,
    content: (
      <>
        {rows.find(({ id }) => id === item.id)?.content}
        <span className="print:hidden mt-1 -ms-2 flex flex-wrap items-center sm:ms-16">
          <Button
            size="small"
            variant="plain"
            icon={<Pencil aria-hidden />}
            aria-label={t('editName', { title: item.title })}
            onClick={() => setOpen(item)}
          >
            {t('edit')}
          </Button>
          {!item.taken && (
            <ConfirmAct
              label={t('remove')}
              name={t('removeName', { title: item.title })}
              title={t('removeTitle')}
              thing={item.title}
              confirmLabel={t('removeConfirm')}
              act={{
                route: 'DELETE /meetings/{meetingId}/items/{itemId}',
                params: { meetingId, itemId: item.id },
                query: { agendaVersion: agenda.version },
              }}
              buttonSize="small"
              variant="plain"
            >
              <p>{t('removeMeans')}</p>
            </ConfirmAct>
          )}
        </span>
      </>
    ),
  }))
  return (
    <>
      {items.length > 0 && <ReorderList key={refused} label={t('reorder')} items={items} onReorder={reorder} />}
      <div className="print:hidden mt-4">
        <Button id="new-item" icon={<Plus aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen('new')}>
          {t('add')}
        </Button>
      </div>
      {open !== null && (
        <Modal title={open === 'new' ? i('new') : i('edit')} size="wide" placement="side" onClose={() => setOpen(null)}>
          <Suspense fallback={null}>
            <ItemForm
              meetingId={meetingId}
              agenda={agenda}
              ownVersion={ownVersion}
              onSaved={setOwnVersion}
              item={open === 'new' ? null : open}
              {...form}
            />
          </Suspense>
        </Modal>
      )}
    </>
  )
}
