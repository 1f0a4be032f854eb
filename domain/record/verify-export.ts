/**
 * Checking an exported record: what the file says of itself against its links, and the agreed wordings in it against what
 * the record says of their adoption. What an erased entry said proves nothing either way: it is told apart.
 */
import type { ChainHead, Link, Sha256 } from './chain.ts'
import type { AgreedText, RecordExport } from './export.ts'
import { has, isText, oneOf, parsed } from './shape.ts'
import { type Fault, type Verdict, verify } from './verify.ts'

/** What is wrong with an exported record, at its first place. */
export type ExportFault =
  | Fault
  /** The agreed wording is not the one whose hash the record holds. */
  | { readonly fault: 'changed-wording'; readonly title: string }
  /** The record tells of an adoption whose wording is not in the file. */
  | { readonly fault: 'missing-wording'; readonly title: string }
  /** The file calls the meeting, or an agreed wording, otherwise than the record does: by this title. */
  | { readonly fault: 'changed-title'; readonly title: string }

/** That it holds, and what of the file the record proves. */
export type ExportProven = Extract<Verdict, { intact: true }> & {
  /** What the meeting was called last; null: no entry tells it, or one that may have told it was erased. */
  readonly title: string | null
  /** Wordings that nothing proves, by the titles that the file gives them: the entry of their adoption was erased. */
  readonly unproven: readonly string[]
}

export type ExportVerdict = ExportProven | ({ readonly intact: false } & ExportFault)

/** Checks a record that was exported. `exportedHead`: of an earlier export, kept elsewhere. */
export function verifyExport(
  { meeting, head, links, agreed }: RecordExport,
  sha256: Sha256,
  exportedHead?: Omit<ChainHead, 'meetingId'>,
): ExportVerdict {
  const own = links.map((link) => ({ ...link, meetingId: meeting.id }))
  const verdict = verify(meeting.id, own, sha256, { ...head, meetingId: meeting.id })
  if (!verdict.intact) return verdict
  const title = titleTold(own)
  const adoptions = own.flatMap(({ payload }) => adoptionIn(payload) ?? [])
  const fault =
    (title === null || title === meeting.title ? null : ({ fault: 'changed-title', title } as const)) ??
    faultInWordings(agreed, adoptions, { erased: verdict.erased.length > 0, sha256 })
  if (fault !== null) return { intact: false, ...fault }
  const again =
    exportedHead === undefined ? verdict : verify(meeting.id, own, sha256, { ...exportedHead, meetingId: meeting.id })
  if (!again.intact) return again
  const unproven = agreed.filter((text) => !adoptions.some(isOf(text)))
  return { ...again, title, unproven: unproven.map((text) => text.title) }
}

/** What the meeting was called last, as its record tells; null: no entry does, or one that may have done so was erased. */
export function titleTold(links: readonly Pick<Link, 'payload'>[]): string | null {
  const last = links.findLast(({ payload }) => payload === null || titleIn(payload) !== null)
  return last?.payload == null ? null : titleIn(last.payload)
}

interface Adoption {
  readonly conclusion: { readonly id: string; readonly title: string }
  readonly contentHash: string
}

const isOf =
  ({ conclusionId }: Pick<AgreedText, 'conclusionId'>) =>
  ({ conclusion }: Adoption): boolean =>
    conclusion.id === conclusionId

function faultInWordings(
  agreed: readonly AgreedText[],
  adoptions: readonly Adoption[],
  { erased, sha256 }: { readonly erased: boolean; readonly sha256: Sha256 },
): ExportFault | null {
  for (const text of agreed) {
    const told = adoptions.filter(isOf(text))
    const another = told.find(({ conclusion }) => conclusion.title !== text.title)
    if (another !== undefined) return { fault: 'changed-title', title: another.conclusion.title }
    const same = sha256(text.text) === text.contentHash && told.every((one) => one.contentHash === text.contentHash)
    if (!same || (told.length === 0 && !erased)) return { fault: 'changed-wording', title: text.title }
  }
  const missing = adoptions.find((adoption) => !agreed.some((text) => isOf(text)(adoption)))
  return missing === undefined ? null : { fault: 'missing-wording', title: missing.conclusion.title }
}

const adoption = has({
  kind: oneOf('adopted', 'record-agreed'),
  conclusion: has({ id: isText, title: isText }),
  contentHash: isText,
})

function isAdoption(value: unknown): value is Adoption {
  return adoption(value)
}

function adoptionIn(payload: string | null): Adoption | null {
  const entry = payload === null ? null : parsed(payload)
  return isAdoption(entry) ? entry : null
}

const scheduled = has({ kind: oneOf('scheduled'), meeting: has({ title: isText }) })
const described = has({ kind: oneOf('description-changed'), to: has({ title: isText }) })

function titleIn(payload: string): string | null {
  const entry = parsed(payload) as { meeting: { title: string }; to: { title: string } }
  if (scheduled(entry)) return entry.meeting.title
  return described(entry) ? entry.to.title : null
}
