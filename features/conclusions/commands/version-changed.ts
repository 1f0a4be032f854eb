import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { languageHere } from '#lib/words/context.ts'
import type { HeldConclusion } from '#store/conclusion/acts.ts'
import { comparedVersions, findDifference, type TwoVersions } from '../queries/difference.ts'
import type { VersionDifference } from '../views/difference.ts'

/** The version that was named is not the current one any more; `difference` says what changed. */
export interface VersionChanged extends Refusal<'version-changed'> {
  readonly current: number
  readonly difference: VersionDifference
}

/** The named version is not the current one any more, and both are still to be compared: inside the transaction. */
interface ToCompare extends Refusal<'version-changed'> {
  readonly current: number
  readonly versions: TwoVersions
}

/** A refusal for an old version takes along what stood in it and what stands now; `explained` compares them. */
export function withVersions(version: number) {
  return async <Refused extends Refusal>(
    { act: { tx }, scope, loaded: { rows } }: HeldConclusion,
    refusal: Refused,
  ): Promise<Refused | ToCompare> => {
    if (refusal.refused !== 'version-changed') return refusal
    const current = rows.versions[0]?.number ?? version
    const versions = await findDifference(tx, scope, rows.id, { from: version, to: current }, languageHere())
    return versions === null ? refusal : { refused: 'version-changed', current, versions }
  }
}

/** A refusal for an old version says what changed since (rule 6). After the transaction: comparing may take long. */
export async function explained<Answer extends object>(
  viewer: Viewer,
  answer: Answer,
): Promise<Answer | VersionChanged> {
  if (!isToCompare(answer)) return answer
  const { current, versions } = answer
  return { refused: 'version-changed', current, difference: await comparedVersions(viewer.personId, versions) }
}

function isToCompare(answer: object): answer is ToCompare {
  return isRefusal(answer) && answer.refused === 'version-changed' && 'versions' in answer
}
