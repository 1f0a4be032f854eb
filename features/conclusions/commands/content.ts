import { activeParties } from '#domain/meeting/meeting.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { judgeCitations } from '#store/citation/judge.ts'
import type { HeldMeeting } from '#store/conclusion/acts.ts'
import type { ContentInput } from '../schema.ts'

/**
 * What somebody sent, as a content: its citations exist, are in their one form and can be read by every party of this
 * meeting, for they decide on it; and whoever is named in a commitment is in it. No chain head: minutes alone have one.
 * Refusals: those of citations; `invalid-input` for a party or person from elsewhere, or that left.
 */
export async function contentFrom(held: HeldMeeting, { wording, citations, commitments }: ContentInput) {
  const stranger = await strangerIn(held, commitments)
  if (stranger !== null) return stranger
  const judged = await judgeCitations(held.act.tx, held.scope, citations, activeParties(held.meeting))
  if (isRefusal(judged)) return judged
  return { wording, citations: judged, commitments, chainHead: null }
}

interface Stranger extends Refusal<'invalid-input'> {
  readonly fields: readonly { readonly field: string; readonly problem: 'unknown'; readonly message: 'unknown' }[]
}

/** A commitment names a party that is in this meeting, and a person only with the party to which they belong. */
async function strangerIn(
  { act: { tx }, meeting }: HeldMeeting,
  commitments: ContentInput['commitments'],
): Promise<Stranger | null> {
  const present = activeParties(meeting)
  const people = commitments.flatMap(({ personId }) => personId ?? [])
  const members =
    people.length === 0
      ? []
      : await tx.partyMember.findMany({
          where: { personId: { in: people }, removedAt: null },
          select: { partyId: true, personId: true },
        })
  for (const [place, { partyId, personId }] of commitments.entries()) {
    if (partyId !== null && !present.includes(partyId)) return unknown(`content.commitments.${place}.partyId`)
    const belongs = members.some((member) => member.partyId === partyId && member.personId === personId)
    if (personId !== null && !belongs) return unknown(`content.commitments.${place}.personId`)
  }
  return null
}

function unknown(field: string): Stranger {
  return { refused: 'invalid-input', fields: [{ field, problem: 'unknown', message: 'unknown' }] }
}
