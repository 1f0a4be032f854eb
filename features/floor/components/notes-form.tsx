'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { Notice } from '#components/text/notice.tsx'
import { longestNotes } from '#domain/meeting/notes.ts'

export interface NotesFormProps {
  readonly meetingId: string
  readonly itemId: string
  /** Of the item. */
  readonly title: string
  readonly notes: string
  readonly notesVersion: number
}

/** What somebody else wrote meanwhile. */
interface Other {
  readonly notes: string
  readonly notesVersion: number
}

/** The rapporteur's notes of one item. What was typed stays, also when somebody else was faster. */
export function NotesForm({ meetingId, itemId, title, notes, notesVersion }: NotesFormProps) {
  const t = useTranslations('floor.noteForm')
  const label = t('of', { title })
  const { stay } = useAct()
  const [seen, setSeen] = useState(notesVersion)
  const [other, setOther] = useState<Other | null>(null)

  const save = (data: FormData) =>
    stay(
      {
        route: 'PUT /meetings/{meetingId}/items/{itemId}/notes',
        params: { meetingId, itemId },
        body: { notes: String(data.get('notes') ?? ''), notesVersion: seen },
      },
      {
        done: (saved) => {
          // Sent twice, it is told without: what is saved follows what it was written on.
          setSeen(saved.notesVersion ?? seen + 1)
          setOther(null)
          showToast({ message: t('saved') })
        },
        refused: (problem) => {
          if (problem.refused !== 'notes-changed') return undefined
          setOther(problem)
          setSeen(problem.notesVersion)
          return [{ message: problem.title, field: 'notes' }]
        },
      },
    )

  return (
    <Form send={save} draft={`notes-${itemId}-${notesVersion}`} label={label}>
      {other !== null && (
        <Notice tone="warning" title={t('now')} live>
          <p dir="auto" className="whitespace-pre-line font-serif">
            {other.notes}
          </p>
        </Notice>
      )}
      <TextArea
        label={label}
        description={t('hint')}
        name="notes"
        asText
        rows={5}
        maxLength={longestNotes}
        defaultValue={notes}
      />
      <div>
        <SubmitButton>{other === null ? t('save') : t('again')}</SubmitButton>
      </div>
    </Form>
  )
}
