'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { refusalsOf } from '#components/actions/use-act.ts'
import { useGoing } from '#components/actions/use-going.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { Notice } from '#components/text/notice.tsx'
import { longestNotes } from '#domain/meeting/notes.ts'
import { send } from '#lib/api/send.ts'

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
  const { renew } = useGoing()
  const [seen, setSeen] = useState(notesVersion)
  const [other, setOther] = useState<Other | null>(null)

  async function save(data: FormData) {
    const body = { notes: String(data.get('notes') ?? ''), notesVersion: seen }
    const path = `/meetings/${meetingId}/items/${itemId}/notes`
    const sent = await send<{ notesVersion: number }>('PUT', path, body, crypto.randomUUID())
    if (!sent.ok) {
      const { problem } = sent
      if (problem.refused !== 'notes-changed') return refusalsOf(problem)
      const now = { notes: String(problem.notes), notesVersion: Number(problem.notesVersion) }
      setOther(now)
      setSeen(now.notesVersion)
      return [{ message: problem.title, field: 'notes' }]
    }
    setSeen(sent.view.notesVersion)
    setOther(null)
    showToast({ message: t('saved') })
    renew()
    return []
  }

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
