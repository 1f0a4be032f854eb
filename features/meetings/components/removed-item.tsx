'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useUndoOffer } from '#components/actions/undoable.ts'
import { useAct } from '#components/actions/use-act.ts'
import { showToast } from '#components/overlays/toast.ts'
import { bareCitation } from '#store/citation/bare.ts'
import type { AgendaItemView, PlannedAgenda } from '../views/agenda.ts'
import { itemButton, newItemButton } from './opens-plan.ts'

type Props = {
  readonly meetingId: string
  readonly agenda: PlannedAgenda
  readonly item: AgendaItemView
  readonly onClose: () => void
}

/** Takes an item on which nothing hangs off the agenda of a draft without asking, and offers to put it back at its place, with its passages. */
export function RemovedItem({ meetingId, agenda, item, onClose }: Props) {
  const t = useTranslations('meetings.agenda')
  const { stay } = useAct()
  const offerUndo = useUndoOffer()
  const begun = useRef(false)
  const remove = useEffectEvent(async () => {
    const { id, kind, title, aim, minutes, leadPartyId, leadPersonId, citations } = item
    const before = agenda.items[agenda.items.findIndex((one) => one.id === id) + 1]?.id ?? null
    const opener = document.activeElement
    let version: number | undefined
    const refusals = await stay(
      {
        route: 'DELETE /meetings/{meetingId}/items/{itemId}',
        params: { meetingId, itemId: id },
        query: { agendaVersion: agenda.version },
      },
      {
        done: ({ agendaVersion }) => {
          version = agendaVersion
        },
        refused: () => undefined,
      },
    )
    for (const { message } of refusals) showToast({ message })
    // What was done already in an earlier try is answered without the version: then there is nothing to act on.
    if (version !== undefined) {
      const content = { kind, title, aim, minutes, leadPartyId, leadPersonId, citations: citations.map(bareCitation) }
      // What was pressed goes with its item: whoever goes by keyboard stands on what follows.
      if (opener instanceof HTMLElement && opener.dataset.opens !== undefined && opener.closest('#fit') === null)
        document.getElementById(before === null ? newItemButton : itemButton(before))?.focus()
      offerUndo({
        said: t('removed', { title }),
        act: {
          route: 'POST /meetings/{meetingId}/items',
          params: { meetingId },
          body: { agendaVersion: version, before, ...content },
        },
      })
    }
    onClose()
  })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void remove()
  }, [])
  return null
}
