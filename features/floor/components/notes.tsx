import { useTranslations } from 'next-intl'
import type { FloorItem, FloorView } from '../views.ts'
import { FoldedNotes } from './folded-notes.tsx'
import { NotesForm } from './notes-form.tsx'

interface Props {
  readonly floor: FloorView
  readonly item: FloorItem
  /** They are folded away at first. */
  readonly folded?: boolean
}

/** The notes of an item: to write for who keeps the record, to read for everybody else. */
export function Notes({ floor, item, folded = false }: Props) {
  const t = useTranslations('floor')
  if (!floor.can.keepRecord)
    return item.notes === '' ? (
      <p className="text-soft">{t('notesNone')}</p>
    ) : (
      <p dir="auto" className="max-w-reading whitespace-pre-line font-serif">
        {item.notes}
      </p>
    )
  const Form = folded ? FoldedNotes : NotesForm
  return (
    <Form
      key={item.id}
      meetingId={floor.id}
      itemId={item.id}
      notes={item.notes}
      notesVersion={item.notesVersion}
      title={item.title}
    />
  )
}
