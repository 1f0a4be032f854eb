/** What the names in an entry look like. */
import { conclusionKinds } from '../../conclusion/conclusion.ts'
import type { CitedPassage, CommitmentText, ConclusionRef, UpTo, VersionText } from '../conclusion-entry.ts'
import type { ActorRef, ItemRef, PartyRef, PersonRef, SideRef } from '../entry.ts'
import { exactly, isNumber, isText, listOf, oneOf, orNull } from '../shape.ts'

export const person = exactly<PersonRef>({ id: isText, name: isText })
export const party = exactly<PartyRef>({ id: isText, name: isText })
export const actor = exactly<ActorRef>({ person, party: orNull(party) })
export const item = exactly<ItemRef>({ id: isText, title: isText })
export const side = exactly<SideRef>({ kind: oneOf('party', 'person'), id: isText, name: isText })
export const conclusion = exactly<ConclusionRef>({
  id: isText,
  kind: oneOf(...conclusionKinds),
  title: isText,
  item: orNull(item),
})
export const upTo = exactly<UpTo>({ sequence: isNumber, hash: isText })
export const versionText = exactly<VersionText>({
  number: isNumber,
  wording: isText,
  passages: listOf(exactly<CitedPassage>({ text: isText, reference: isText, quote: orNull(isText) })),
  commitments: listOf(
    exactly<CommitmentText>({ what: isText, party: orNull(party), person: orNull(person), dueOn: orNull(isText) }),
  ),
})
