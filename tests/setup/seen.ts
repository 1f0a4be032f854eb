/** What stands, as somebody sees it who is about to say it anew. */
import { groupKinds } from '#domain/group-kind.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { asSystem } from '#lib/db/transaction.ts'

/** The settings of a group. */
export async function settingsSeen(id: string) {
  const select = { name: true, purpose: true, timeZone: true, kind: true, language: true, replacementDelayHours: true }
  const { kind, ...rest } = await asSystem('test', (tx) => tx.group.findUniqueOrThrow({ where: { id }, select }))
  return { ...rest, kind: kind === null ? null : oneOf(groupKinds, kind) }
}

/** What a party is called, and where it lives. */
export function partySeen(id: string) {
  const select = { name: true, shortName: true, timeZone: true }
  return asSystem('test', (tx) => tx.party.findUniqueOrThrow({ where: { id }, select }))
}
