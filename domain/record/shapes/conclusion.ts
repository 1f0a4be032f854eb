/** What the entries of conclusions look like, member by member. */
import { STANCE_KINDS } from '../../conclusion/stance.ts'
import type { ConclusionEntry } from '../conclusion-entry.ts'
import { exactly, isFlag, isInstant, isNumber, isText, listShape, oneOfWords, optional, orNull } from '../shape.ts'
import type { EntryOf, Shapes } from './entries.ts'
import { actorShape, conclusionShape, partyShape, sideShape, upTo, versionText } from './names.ts'

const kind = (word: ConclusionEntry['kind']) => oneOfWords(word)
const of = { conclusion: conclusionShape }
const ofVersion = { conclusion: conclusionShape, version: isNumber }
const byReason = { by: actorShape, reason: isText }

const written = (word: 'draft-made' | 'version-made') =>
  exactly<EntryOf<'draft-made'>>({ kind: kind(word), ...of, by: actorShape, text: versionText })
const word = (said: 'confirmed' | 'declined') =>
  exactly<EntryOf<'confirmed'>>({ kind: kind(said), ...ofVersion, ...byReason, side: sideShape, signInMethod: isText })
const ofCommitment = { ...of, by: actorShape, place: isNumber, what: isText }
const sharing = { ...of, by: actorShape, party: partyShape, audience: oneOfWords('group', 'public') }

/** What each entry of a conclusion must look like. */
export const conclusionShapes: Shapes<ConclusionEntry['kind']> = {
  'draft-made': written('draft-made'),
  'version-made': written('version-made'),
  put: exactly<EntryOf<'put'>>({
    kind: kind('put'),
    ...ofVersion,
    by: actorShape,
    deciders: listShape(sideShape),
    contentHash: optional(isText),
  }),
  'taken-back': exactly<EntryOf<'taken-back'>>({
    kind: kind('taken-back'),
    ...ofVersion,
    by: orNull(actorShape),
    reason: isText,
    left: optional(orNull(sideShape)),
  }),
  'stance-taken': exactly<EntryOf<'stance-taken'>>({
    kind: kind('stance-taken'),
    ...ofVersion,
    by: actorShape,
    side: sideShape,
    stance: oneOfWords(...STANCE_KINDS),
    words: isText,
    referendumBy: orNull(isInstant),
    referendumZone: optional(orNull(isText)),
    signInMethod: isText,
  }),
  adopted: exactly<EntryOf<'adopted'>>({ kind: kind('adopted'), ...ofVersion, contentHash: isText }),
  'fixed-ad-referendum': exactly<EntryOf<'fixed-ad-referendum'>>({
    kind: kind('fixed-ad-referendum'),
    ...ofVersion,
    awaiting: listShape(sideShape),
  }),
  confirmed: word('confirmed'),
  declined: word('declined'),
  lapsed: exactly<EntryOf<'lapsed'>>({ kind: kind('lapsed'), ...ofVersion, overdue: listShape(sideShape) }),
  withdrawn: exactly<EntryOf<'withdrawn'>>({ kind: kind('withdrawn'), ...ofVersion, ...byReason }),
  'divergence-recorded': exactly<EntryOf<'divergence-recorded'>>({
    kind: kind('divergence-recorded'),
    ...of,
    by: actorShape,
    origin: conclusionShape,
    sides: listShape(sideShape),
  }),
  'divergence-words': exactly<EntryOf<'divergence-words'>>({
    kind: kind('divergence-words'),
    ...of,
    by: actorShape,
    side: sideShape,
    words: isText,
  }),
  superseded: exactly<EntryOf<'superseded'>>({ kind: kind('superseded'), ...of, successor: orNull(conclusionShape) }),
  'commitment-done': exactly<EntryOf<'commitment-done'>>({ kind: kind('commitment-done'), ...ofCommitment }),
  'commitment-dropped': exactly<EntryOf<'commitment-dropped'>>({
    kind: kind('commitment-dropped'),
    ...ofCommitment,
    reason: isText,
  }),
  'commitment-reopened': exactly<EntryOf<'commitment-reopened'>>({
    kind: kind('commitment-reopened'),
    ...ofCommitment,
    reason: isText,
  }),
  'record-put': exactly<EntryOf<'record-put'>>({
    kind: kind('record-put'),
    ...ofVersion,
    by: actorShape,
    upTo,
    deciders: listShape(sideShape),
    contentHash: optional(isText),
  }),
  'record-agreed': exactly<EntryOf<'record-agreed'>>({
    kind: kind('record-agreed'),
    ...ofVersion,
    upTo,
    contentHash: isText,
  }),
  shared: exactly<EntryOf<'shared'>>({ kind: kind('shared'), ...sharing, inForce: isFlag }),
  unshared: exactly<EntryOf<'unshared'>>({ kind: kind('unshared'), ...sharing }),
}
