import { randomUUIDv7 } from 'node:crypto'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import {
  dropOrRestore,
  type EditChange,
  type EditCommand,
  editPassages,
  maxPassagesPerEdit,
} from '#domain/text/edit.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { perform } from '#store/perform.ts'
import { draft, type HeldDraft } from '#store/text/acts.ts'
import { loadWindow, spreadAnew, suspectsOf } from '#store/text/draft-rows.ts'
import type { TextEvent } from '#store/text/rows.ts'
import type { EditInput } from '../schema.ts'
import { inverseOf, openUndo, sealUndo } from './undo.ts'

/** One edit of the preview. Refusals: those of a draft and of the edit (domain/text/edit.ts). */
export function editDraft(viewer: Viewer, textId: string, { revision, edit }: { revision: number; edit: EditInput }) {
  const asked: { command?: EditCommand } = {}
  const command = async (held: HeldDraft) => {
    asked.command = await commandOf(held, edit)
    return edited(await decide(held, asked.command))
  }
  return perform(viewer, draft(textId, revision), command, {
    answer: (held, events) => {
      const change = changeIn(events)
      const next = held.draft.revision + 1
      const inverse = asked.command && inverseOf(asked.command, change)
      const undo = inverse ? sealUndo({ editionId: held.draft.id, revision: next, ...inverse }) : null
      return { revision: next, changed: change.update.length + change.insert.length, undo }
    },
  })
}

/** Takes the last edit back. Refusals: those of a draft; `draft-changed` when it is not the last one any more. */
export function undoEdit(viewer: Viewer, textId: string, { revision, undo }: { revision: number; undo: string }) {
  const command = async (held: HeldDraft) => {
    const sealed = openUndo(undo)
    if (sealed === null || sealed.editionId !== held.draft.id || sealed.revision !== held.draft.revision) {
      return { refused: 'draft-changed', revision: held.draft.revision } as const
    }
    if ('change' in sealed) return { type: 'draft-edited', change: sealed.change } as const
    return edited(dropOrRestore(await loadWindow(held.act.tx, held.draft.id, sealed.edit), sealed.edit))
  }
  return perform(viewer, draft(textId, revision), command, {
    answer: (held, events) => {
      const { update, insert } = changeIn(events)
      return { revision: held.draft.revision + 1, changed: update.length + insert.length, undo: null }
    },
  })
}

function edited<Refused extends Refusal>(change: EditChange | Refused) {
  return 'refused' in change ? change : ({ type: 'draft-edited', change } as const)
}

function changeIn(events: readonly TextEvent[]): EditChange {
  const event = events.find(({ type }) => type === 'draft-edited')
  if (event?.type !== 'draft-edited') throw new Error('An edit that was done changed a draft.')
  return event.change
}

async function commandOf({ act: { tx }, draft: { id } }: HeldDraft, edit: EditInput): Promise<EditCommand> {
  if (edit.edit === 'split') return { ...edit, newId: randomUUIDv7() }
  if (edit.edit !== 'drop-suspects') return edit
  return { edit: 'drop', ids: await suspectsOf(tx, id, edit.suspect, maxPassagesPerEdit) }
}

/** Decides on the window that the edit needs; a draft without room left at the place is spread first. */
async function decide({ act: { tx }, draft: { id } }: HeldDraft, command: EditCommand) {
  const change = editPassages(await loadWindow(tx, id, command), command)
  if (!isRefusal(change) || change.refused !== 'no-position-left') return change
  await spreadAnew(tx, id)
  return editPassages(await loadWindow(tx, id, command), command)
}
