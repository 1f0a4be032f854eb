'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useGoing } from '#components/actions/use-going.ts'
import { showToast } from '#components/overlays/toast.ts'
import { send } from '#lib/api/send.ts'
import type { Edited } from '../commands/edit-draft.ts'
import type { EditInput } from '../schema.ts'

/** The edits of a draft, one at a time, each on the draft as this browser knows it. */
export interface DraftEdits {
  readonly pending: boolean
  /** Why the last edit was not done, in words. */
  readonly refusal: string | null
  /** There is an edit to take back. */
  readonly canUndo: boolean
  /** Answers whether it was done. `said`: what was done, in words, from the number of passages that changed. */
  readonly edit: (edit: EditInput, said: (changed: number) => string) => Promise<boolean>
  readonly undo: () => Promise<void>
}

/** Sends edits and shows the page anew after each; `shown` is the revision on the page. */
export function useDraft(textId: string, shown: number): DraftEdits {
  const t = useTranslations('texts.editor')
  const { renew } = useGoing()
  const own = useTranslations('components')
  const revision = useRef(shown)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => {
    revision.current = shown
  }, [shown])

  async function act(path: string, body: object, said: (changed: number) => string): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    setPending(true)
    const sent = await send<Edited>(
      'POST',
      `/texts/${textId}/draft/${path}`,
      { ...body, revision: revision.current },
      crypto.randomUUID(),
    ).catch(() => null)
    busy.current = false
    setPending(false)
    if (sent === null) {
      setRefusal(own('failed'))
      return false
    }
    setRefusal(sent.ok ? null : sent.problem.title)
    if (sent.ok) {
      revision.current = sent.view.revision
      setLast(sent.view.undo)
      showToast({ message: said(sent.view.changed) })
    } else if (sent.problem.refused === 'draft-changed') {
      setLast(null)
      showToast({ message: t('stale') })
    }
    renew()
    return sent.ok
  }
  return {
    pending,
    refusal,
    canUndo: last !== null,
    edit: (edit, said) => act('edits', { edit }, said),
    undo: async () => {
      if (last !== null) await act('undo', { undo: last }, () => t('undone'))
    },
  }
}
