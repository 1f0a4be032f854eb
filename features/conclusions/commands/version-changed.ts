import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { languageHere } from '#lib/words/context.ts'
import type { HeldConclusion } from '#store/conclusion/acts.ts'
import { comparedVersions, findDifference, type TwoVersions, type VersionDifference } from '../queries/difference.ts'

/** The version that was named is not the current one any more; `difference` says what changed. */
export interface VersionChanged extends Refusal<'version-changed'> {
  readonly current: number
  readonly difference: VersionDifference
}

/** The same before the wordings are comparedVersions, inside the transaction. */
interface ToCompare extends Refusal<'version-changed'> {
  readonly current: number
  readonly versions: TwoVersions
}

/** A refusal for an old version takes along what stood in it and what stands now; `explained` compares them. */
export function withVersions(version: number): (held: HeldConclusion, refusal: Refusal) => Promise<Refusal> {
  return async ({ act: { tx }, scope, loaded: { rows } }, refusal) => {
    if (refusal.refused !== 'version-changed') return refusal
    const current = rows.versions[0]?.number ?? version
    const versions = await findDifference(tx, scope, rows.id, { from: version, to: current }, languageHere())
    if (versions === null) return refusal
    const changed: ToCompare = { refused: 'version-changed', current, versions }
    return changed
  }
}

/** A refusal for an old version says what changed since (rule 6). After the transaction: comparing may take long. */
export async function explained<T extends object>(viewer: Viewer, answer: T | Refusal): Promise<T | Refusal> {
  if (!isRefusal(answer) || !isToCompare(answer)) return answer
  const { current, versions } = answer
  const difference = await comparedVersions(viewer.personId, versions)
  const changed: VersionChanged = { refused: 'version-changed', current, difference }
  return changed
}

function isToCompare(refusal: Refusal): refusal is ToCompare {
  return refusal.refused === 'version-changed' && 'versions' in refusal
}
