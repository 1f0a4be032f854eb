import { useTranslations } from 'next-intl'
import type { FloorItem, FloorView } from '../queries/floor.ts'
import { NotesForm } from './notes-form.tsx'

/** The notes of an item: to write for who keeps the record, to read for everybody else. */
export function Notes({ floor, item }: { readonly floor: FloorView; readonly item: FloorItem }) {
  const t = useTranslations('floor')
  if (!floor.can.keepRecord)
    return item.notes === '' ? (
      <p className="text-soft">{t('notesNone')}</p>
    ) : (
      <p dir="auto" className="max-w-reading whitespace-pre-line font-serif">
        {item.notes}
      </p>
    )
  return (
    <NotesForm
      key={item.id}
      meetingId={floor.id}
      itemId={item.id}
      notes={item.notes}
      notesVersion={item.notesVersion}
      title={item.title}
    />
  )
}
