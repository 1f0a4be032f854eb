import { randomUUIDv7 } from 'node:crypto'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { type EditChange, type EditCommand, editPassages, maxPassagesPerEdit } from '#domain/text/edit.ts'
import type { DraftRefusal } from '#domain/text/edition.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { EditInput } from '../schema.ts'
import type { Edited } from '../views.ts'
import { loadWindow, saveChange, spreadAnew, suspectsOf } from './draft-rows.ts'
import { type HeldDraft, holdDraft, raiseRevision } from './held-draft.ts'
import { inverseOf, openUndo, sealUndo } from './undo.ts'

const write = { write: true }

/** One edit of the preview. Refusals: those of `holdDraft` and of the edit (domain/text/edit.ts). */
export function editDraft(
  viewer: Viewer,
  textId: string,
  { revision, edit }: { revision: number; edit: EditInput },
): Promise<Edited | Refusal> {
  const work = async (tx: Tx) => {
    const held = await holdDraft(tx, viewer, textId, revision)
    if (isRefusal(held)) return held
    const command = await commandOf(tx, held, edit)
    const change = await decide(tx, held, command)
    if (isRefusal(change)) return change
    const next = await save(tx, held, change)
    const undo = sealUndo({ editionId: held.draft.id, revision: next, ...inverseOf(command, change) })
    return { revision: next, changed: change.update.length + change.insert.length, undo }
  }
  return asViewer(viewer, work, write)
}

/** Takes the last edit back. Refusals: those of `holdDraft`; `draft-changed` when it is not the last one any more. */
export function undoEdit(
  viewer: Viewer,
  textId: string,
  { revision, undo }: { revision: number; undo: string },
): Promise<Edited | Refusal> {
  const work = async (tx: Tx): Promise<Edited | DraftRefusal | Refusal> => {
    const held = await holdDraft(tx, viewer, textId, revision)
    if (isRefusal(held)) return held
    const sealed = openUndo(undo)
    if (sealed === null || sealed.editionId !== held.draft.id || sealed.revision !== held.draft.revision)
      return { refused: 'draft-changed', revision: held.draft.revision }
    const change = 'change' in sealed ? sealed.change : await decide(tx, held, sealed.edit)
    if (isRefusal(change)) return change
    const next = await save(tx, held, change)
    return { revision: next, changed: change.update.length + change.insert.length, undo: null }
  }
  return asViewer(viewer, work, write)
}

async function commandOf(tx: Tx, { draft }: HeldDraft, edit: EditInput): Promise<EditCommand> {
  if (edit.edit === 'split') return { ...edit, newId: randomUUIDv7() }
  if (edit.edit !== 'drop-suspects') return edit
  return { edit: 'drop', ids: await suspectsOf(tx, draft.id, edit.suspect, maxPassagesPerEdit) }
}

/** Decides on the window that the edit needs; a draft without room left at the place is spread first. */
async function decide(tx: Tx, { draft }: HeldDraft, command: EditCommand): Promise<EditChange | Refusal> {
  const change = editPassages(await loadWindow(tx, draft.id, command), command)
  if (!isRefusal(change) || change.refused !== 'no-position-left') return change
  await spreadAnew(tx, draft.id)
  return editPassages(await loadWindow(tx, draft.id, command), command)
}

async function save(tx: Tx, { scope, draft }: HeldDraft, change: EditChange): Promise<number> {
  await saveChange(tx, scope.groupId, draft.id, change)
  return raiseRevision(tx, draft, { kept: keptBy(change) })
}

/** How many more passages are kept after a change; negative: fewer. */
function keptBy({ update, insert, remove }: EditChange): number {
  const kept = (rows: readonly { dropped: boolean }[]) => rows.filter(({ dropped }) => !dropped).length
  const changed = kept(update.map(({ after }) => after)) - kept(update.map(({ before }) => before))
  return changed + kept(insert) - kept(remove)
}
