/** What the names in an entry look like. */
import { conclusionKinds } from '../../conclusion/conclusion.ts'
import type { CitedText, CommitmentText, ConclusionRef, UpTo, VersionText } from '../conclusion-entry.ts'
import type { ActorRef, ItemRef, PartyRef, PersonRef, SideRef } from '../entry.ts'
import { exactly, isNumber, isText, listOf, oneOfWords, orNull } from '../shape.ts'

/** A `PersonRef`. */
export const person = exactly<PersonRef>({ id: isText, name: isText })
/** A `PartyRef`. */
export const party = exactly<PartyRef>({ id: isText, name: isText })
/** An `ActorRef`. */
export const actor = exactly<ActorRef>({ person, party: orNull(party) })
/** An `ItemRef`. */
export const item = exactly<ItemRef>({ id: isText, title: isText })
/** A `SideRef`. */
export const side = exactly<SideRef>({ kind: oneOfWords('party', 'person'), id: isText, name: isText })
/** A `ConclusionRef`. */
export const conclusion = exactly<ConclusionRef>({
  id: isText,
  kind: oneOfWords(...conclusionKinds),
  title: isText,
  item: orNull(item),
})
/** An `UpTo`. */
export const upTo = exactly<UpTo>({ sequence: isNumber, hash: isText })
/** A `VersionText`. */
export const versionText = exactly<VersionText>({
  number: isNumber,
  wording: isText,
  passages: listOf(exactly<CitedText>({ text: isText, reference: isText, quote: orNull(isText) })),
  commitments: listOf(
    exactly<CommitmentText>({ what: isText, party: orNull(party), person: orNull(person), dueOn: orNull(isText) }),
  ),
})
