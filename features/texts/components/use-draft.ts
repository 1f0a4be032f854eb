'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useGoing } from '#components/actions/use-going.ts'
import { showToast } from '#components/overlays/toast.ts'
import { send } from '#lib/api/send.ts'
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

/** One edit, or one taken back. */
type Edit = { readonly edit: EditInput } | { readonly undo: string }

function sendOn(revision: number, textId: string, what: Edit) {
  const params = { textId }
  return 'edit' in what
    ? send({ route: 'POST /texts/{textId}/draft/edits', params, body: { ...what, revision } })
    : send({ route: 'POST /texts/{textId}/draft/undo', params, body: { ...what, revision } })
}

/** Sends edits and shows the page anew after each; `shown` is the revision on the page. */
export function useDraft(textId: string, shown: number): DraftEdits {
  const t = useTranslations('texts.editor')
  const { renew } = useGoing()
  const own = useTranslations('components.page')
  const revision = useRef(shown)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => {
    revision.current = shown
  }, [shown])

  async function act(what: Edit, said: (changed: number) => string): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    setPending(true)
    const sent = await sendOn(revision.current, textId, what).catch(() => null)
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
      const { undo } = sent.view
      const takeBack = undo === null ? {} : { undo: () => void act({ undo }, () => t('undone')) }
      showToast({ message: said(sent.view.changed), ...takeBack })
    } else if (sent.problem.refused === 'draft-changed') {
      setLast(null)
      showToast({ message: t('stale') })
    } else if ('undo' in what) {
      // What offered it may stand on no page any more.
      showToast({ message: sent.problem.title })
    }
    renew()
    return sent.ok
  }
  return {
    pending,
    refusal,
    canUndo: last !== null,
    edit: (edit, said) => act({ edit }, said),
    undo: async () => {
      if (last !== null) await act({ undo: last }, () => t('undone'))
    },
  }
}
