import { createHmac, timingSafeEqual } from 'node:crypto'
import { type DropOrRestore, type EditChange, type EditCommand, undo } from '#domain/text/edit.ts'
import { authSecret } from '#lib/settings.ts'

/** What takes an edit back: another edit, or the exact rows where no edit says it. */
type Inverse = { readonly edit: DropOrRestore } | { readonly change: EditChange }

/** Bound to the draft as the edit left it. */
type Undo = Inverse & { readonly editionId: string; readonly revision: number }

/** The inverse of an edit that was carried out as `change`. */
export function inverseOf(command: EditCommand, change: EditChange): Inverse {
  const ids = change.update.map(({ before }) => before.id)
  switch (command.edit) {
    case 'drop':
      return { edit: { edit: 'restore', ids } }
    case 'restore':
      return { edit: { edit: 'drop', ids } }
    case 'merge':
    case 'split':
    case 'retype':
      return { change: undo(change) }
    default:
      return command satisfies never
  }
}

/**
 * The browser keeps what takes its last edit back. The seal makes sure that it comes back as it went: through it nobody
 * writes other words into a passage.
 */
export function sealUndo(inverse: Undo): string {
  const payload = Buffer.from(JSON.stringify(inverse)).toString('base64url')
  return `${payload}.${sealOf(payload).toString('base64url')}`
}

/** Null: not from here. */
export function openUndo(sealed: string): Undo | null {
  const [payload = '', seal = ''] = sealed.split('.')
  const given = Buffer.from(seal, 'base64url')
  const expected = sealOf(payload)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}

function sealOf(payload: string): Buffer {
  return createHmac('sha256', authSecret()).update(`draft-undo ${payload}`).digest()
}
