import type { Participant } from '../meeting/participant.ts'
import type { Refusal } from '../refusal.ts'
import type { Open } from './command.ts'
import type { Conclusion } from './conclusion.ts'
import { type ContentCode, flawInContent } from './content.ts'
import type { Decision } from './event.ts'
import { type ConclusionFacts, closedToDrafting, type DraftingCode, mayOpen } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { flawInSupersession, type SupersedingCode } from './supersession.ts'
import { flawIn } from './text.ts'

/** Why somebody cannot open a draft in this meeting; null: they can. */
function barredFromOpening(
  { meeting }: ConclusionFacts,
  by: Participant,
): Refusal<DraftingCode> | Refusal<'not-entitled'> | null {
  return closedToDrafting(meeting) ?? (mayOpen(by, meeting) ? null : { refused: 'not-entitled' })
}

/** A draft is opened: version 1. It may start from wording that was not adopted, and may name what it supersedes. */
export function decideOpening(
  command: Open,
  facts: ConclusionFacts,
  now: Date,
): Decision<
  DraftingCode | 'not-entitled' | ContentCode | 'resolution-needs-multilateral' | 'origin-not-ended' | SupersedingCode
> {
  const { by, conclusionId, kind, title, content } = command
  const refusal =
    barredFromOpening(facts, by) ??
    flawIn('title', title, 'must-be-there') ??
    flawInKind(command, facts) ??
    flawInContent(kind, content) ??
    flawInOrigin(facts) ??
    flawInSupersession(facts.supersedes)
  if (refusal) return refusal
  return [
    {
      type: 'opened',
      conclusionId,
      at: now,
      byPersonId: by.group.personId,
      byPartyId: by.party?.partyId ?? null,
      kind,
      title,
      originId: facts.origin?.id ?? null,
      supersedesId: facts.supersedes?.conclusion.id ?? null,
      content,
    },
  ]
}

/** Rule 5: resolutions belong to multilaterals; every other kind to all meetings. */
function flawInKind({ kind }: Open, { meeting }: ConclusionFacts): Refusal<'resolution-needs-multilateral'> | null {
  return kind === 'resolution' && meeting.kind !== 'multilateral' ? { refused: 'resolution-needs-multilateral' } : null
}

/** Rule 8: declined or lapsed wording may start a new draft; so may wording on which a divergence was recorded. */
function mayStartAnew({ state }: Conclusion): boolean {
  return state === 'declined' || state === 'lapsed' || state === 'diverged'
}

function flawInOrigin({ origin }: ConclusionFacts): ConclusionRefusalWith<'origin-not-ended'> | null {
  if (origin === null || mayStartAnew(origin)) return null
  return { refused: 'origin-not-ended', state: origin.state }
}
