import type { UpTo } from '../conclusion-entry.ts'
import type { RecordLine } from '../entry.ts'
import { conclusionsIn, type RecordedConclusion } from './conclusions.ts'
import { linesOfKinds } from './lines.ts'

/** The minutes as their parties decide, or decided, on them. */
export interface MinutesAgreement {
  /** The conclusion by which the minutes are agreed, as it stands now; null before they were first put. */
  readonly conclusion: RecordedConclusion | null
  /** Where the minutes that stand before the parties end; null: none stand. */
  readonly upTo: UpTo | null
  /** When they were put; null: none stand. */
  readonly putAt: Date | null
}

/** How the agreement on the minutes stands. Minutes that were taken back, withdrawn, declined or lapsed do not stand. */
export function agreementIn(lines: readonly RecordLine[], now: Date): MinutesAgreement {
  const conclusion = conclusionsIn(lines, now).findLast((view) => view.kind === 'record') ?? null
  if (conclusion === null || !stands(conclusion)) return { conclusion, upTo: null, putAt: null }
  const put = linesOfKinds(lines, 'record-put').findLast(({ entry }) => entry.conclusion.id === conclusion.id)
  return { conclusion, upTo: put?.entry.upTo ?? null, putAt: put === undefined ? null : new Date(put.at) }
}

/** Whether a line tells of the agreement itself and of nothing that the minutes are about. */
export function isOfAgreement({ entry }: RecordLine): boolean {
  return entry !== null && 'conclusion' in entry && entry.conclusion.kind === 'record'
}

/** They stand from their putting on, whatever the answers so far amount to, unless their date has passed. */
function stands({ state, outcome }: RecordedConclusion): boolean {
  return outcome !== 'lapsed' && (state === 'put' || state === 'ad-referendum' || state === 'adopted')
}
