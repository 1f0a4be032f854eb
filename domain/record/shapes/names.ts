/** What the names in an entry look like. */
import { conclusionKinds } from '../../conclusion/conclusion.ts'
import type { CitedText, CommitmentText, ConclusionRef, UpTo, VersionText } from '../conclusion-entry.ts'
import type { ActorRef, ItemRef, PartyRef, PersonRef, SideRef } from '../entry.ts'
import { exactly, isNumber, isText, listShape, oneOfWords, orNull } from '../shape.ts'

/** A `PersonRef`. */
export const personShape = exactly<PersonRef>({ id: isText, name: isText })
/** A `PartyRef`. */
export const partyShape = exactly<PartyRef>({ id: isText, name: isText })
/** An `ActorRef`. */
export const actorShape = exactly<ActorRef>({ person: personShape, party: orNull(partyShape) })
/** An `ItemRef`. */
export const itemShape = exactly<ItemRef>({ id: isText, title: isText })
/** A `SideRef`. */
export const sideShape = exactly<SideRef>({ kind: oneOfWords('party', 'person'), id: isText, name: isText })
/** A `ConclusionRef`. */
export const conclusionShape = exactly<ConclusionRef>({
  id: isText,
  kind: oneOfWords(...conclusionKinds),
  title: isText,
  item: orNull(itemShape),
})
/** An `UpTo`. */
export const upTo = exactly<UpTo>({ sequence: isNumber, hash: isText })
/** A `VersionText`. */
export const versionText = exactly<VersionText>({
  number: isNumber,
  wording: isText,
  passages: listShape(exactly<CitedText>({ text: isText, reference: isText, quote: orNull(isText) })),
  commitments: listShape(
    exactly<CommitmentText>({
      what: isText,
      party: orNull(partyShape),
      person: orNull(personShape),
      dueOn: orNull(isText),
    }),
  ),
})
