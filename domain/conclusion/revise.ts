import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { sameContent } from './canonical.ts'
import type { Revise } from './command.ts'
import type { Conclusion, Draft } from './conclusion.ts'
import { type ContentCode, flawInContent } from './content.ts'
import type { Decision } from './event.ts'
import { type ConclusionFacts, closedToDrafting, type DraftingCode, mayRevise } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'

type RevisingCode = DraftingCode | 'not-entitled' | 'version-stands-still' | 'not-a-draft' | 'minutes-are-rendered'

/** The draft that somebody may change, or why not. */
function draftToRevise(
  conclusion: Conclusion,
  { meeting }: ConclusionFacts,
  by: Participant,
): Draft | ConclusionRefusalWith<RevisingCode> {
  const closed = closedToDrafting(meeting)
  if (closed) return closed
  if (!mayRevise(by, meeting)) return { refused: 'not-entitled' }
  if (conclusion.state === 'put') return { refused: 'version-stands-still', version: conclusion.current.number }
  if (conclusion.state !== 'draft') return { refused: 'not-a-draft', state: conclusion.state }
  return conclusion.kind === 'record' ? { refused: 'minutes-are-rendered' } : conclusion
}

/** Changing makes version n+1, from the version that the writer had before them. Saving the same again makes none. */
export function decideRevision(
  conclusion: Conclusion,
  command: Revise,
  facts: ConclusionFacts,
  now: Date,
): Decision<RevisingCode | 'version-changed' | ContentCode> {
  const draft = draftToRevise(conclusion, facts, command.by)
  if (isRefusal(draft)) return draft
  const { number } = draft.current
  if (command.baseVersion !== number) return { refused: 'version-changed', current: number }
  const flaw = flawInContent(draft.kind, command.content)
  if (flaw) return flaw
  if (sameContent(draft.current, command.content)) return []
  const { by, content } = command
  return [
    { type: 'revised', conclusionId: draft.id, at: now, byPersonId: by.group.personId, version: number + 1, content },
  ]
}
