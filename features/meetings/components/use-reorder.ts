'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useGoing } from '#components/actions/use-going.ts'
import { showToast } from '#components/overlays/toast.ts'
import { send } from '#lib/api/send.ts'
import { moveBetween } from './agenda-changes.ts'

/** An order of the agenda, and the version in which it stands so. */
interface Known {
  readonly version: number
  readonly order: readonly string[]
}

/**
 * Sends moves of items one after the other: a press that comes before the last was answered builds on it. A refusal is said,
 * the moves after it are dropped, and the agenda is shown as it is; `refused` counts these.
 */
export function useReorder(
  meetingId: string,
  { version, items }: { readonly version: number; readonly items: readonly { readonly id: string }[] },
) {
  const { renew } = useGoing()
  const own = useTranslations('components.page')
  const known = useRef<Known>({ version: 0, order: [] })
  const waiting = useRef<(readonly string[])[]>([])
  const [refused, setRefused] = useState(0)

  /** What stands in the way, in words; null: it was done, or there was nothing to do. */
  async function move(ids: readonly string[]): Promise<string | null> {
    const step = moveBetween(known.current.order, ids)
    if (step === null) return null
    const sent = await send({
      route: 'POST /meetings/{meetingId}/items/{itemId}/move',
      params: { meetingId, itemId: step.itemId },
      body: { before: step.before, agendaVersion: known.current.version },
    })
    if (!sent.ok) return sent.problem.title
    known.current = { version: sent.view.agendaVersion, order: ids }
    return null
  }

  async function reorder(ids: readonly string[]) {
    waiting.current.push(ids)
    if (waiting.current.length > 1) return
    if (version > known.current.version) known.current = { version, order: items.map(({ id }) => id) }
    for (let next = waiting.current[0]; next !== undefined; next = waiting.current[0]) {
      const refusal = await move(next).catch(() => own('failed'))
      waiting.current = refusal === null ? waiting.current.slice(1) : []
      if (refusal === null) continue
      showToast({ message: refusal })
      setRefused((count) => count + 1)
    }
    renew()
  }
  return { reorder, refused }
}
