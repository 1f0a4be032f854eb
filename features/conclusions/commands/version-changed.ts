import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { findDifference, type VersionDifference } from '../queries/difference.ts'
import type { Held } from './held.ts'

/** The version that was named is not the current one any more; `difference` says what changed. */
export interface VersionChanged extends Refusal<'version-changed'> {
  readonly current: number
  readonly difference: VersionDifference
}

/** A refusal for an old version says what changed since (rule 6): `difference` from the version named to the current one. */
export async function withDifference<T extends object>(
  { tx, scope, loaded }: Held,
  version: number,
  answer: T | Refusal,
): Promise<T | Refusal> {
  if (!isRefusal(answer) || answer.refused !== 'version-changed') return answer
  const current = loaded.rows.versions[0]?.number ?? version
  const difference = await findDifference(tx, scope, loaded.rows.id, { from: version, to: current })
  if (difference === null) return answer
  const changed: VersionChanged = { refused: 'version-changed', current, difference }
  return changed
}
