import { followedState } from '#domain/commitment.ts'
import type { BareVersion, Conclusion, Putting } from '#domain/conclusion/conclusion.ts'
import { sameDecider } from '#domain/conclusion/decider.ts'
import { isVersionOpenSince } from '#domain/conclusion/since.ts'
import type { Stance } from '#domain/conclusion/stance.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { dateOfColumn } from '#store/conclusion/rows.ts'
import type { ConclusionRows } from '#store/conclusion/select.ts'
import type { Names } from '#store/record/names.ts'
import type { CommitmentView } from '../views/commitment.ts'
import type { SideView, StanceView, VersionView } from '../views/conclusion.ts'
import { followingCan, storedStates } from './commitment-state.ts'

/** Parts of a conclusion's view. */

/** The history, newest first; `since`: of what was written or put since alone, null: whole. */
export function versionViews(conclusion: Conclusion, names: Names, since: Date | null): readonly VersionView[] {
  if (conclusion.state === 'recorded') return []
  return [...conclusion.earlier, conclusion.current]
    .filter((version) => since === null || isVersionOpenSince(version, since))
    .map((version) => versionView(version, names))
    .reverse()
}

function versionView({ number, byPersonId, at, putting }: BareVersion, names: Names): VersionView {
  return {
    number,
    by: names.person(byPersonId),
    at: at.toISOString(),
    put: putting && { at: putting.at.toISOString(), by: names.person(putting.byPersonId) },
    takenBack: putting && takenBackView(putting, names),
    stances: putting === null ? [] : putting.stances.map((stance) => stanceViewOf(stance, names)),
  }
}

function takenBackView({ takenBack }: Putting, names: Names): VersionView['takenBack'] {
  if (takenBack === null) return null
  const { because } = takenBack
  const at = takenBack.at.toISOString()
  return because.kind === 'left'
    ? { at, by: null, left: names.side(because.decider), reason: null }
    : { at, by: names.person(because.byPersonId), left: null, reason: because.reason }
}

/** A stance as the viewer is shown it, with who gave it and for whom. */
export function stanceViewOf(stance: Stance, names: Names): StanceView {
  const { decider, answer, givenById, signInMethod, givenAt, principals } = stance
  return {
    side: names.side(decider),
    kind: answer.kind,
    words: 'reservation' in answer ? answer.reservation : 'reason' in answer ? answer.reason : null,
    referendumBy: 'referendumBy' in answer ? answer.referendumBy.toISOString() : null,
    referendumZone: 'referendumBy' in answer ? names.zoneOf(decider) : null,
    givenBy: names.person(givenById),
    signInMethod,
    givenAt: givenAt.toISOString(),
    principals: principals && {
      word: principals.word,
      by: names.person(principals.byPersonId),
      signInMethod: principals.signInMethod,
      at: principals.at.toISOString(),
    },
  }
}

/** The sides of a divergence, each with its own words. */
export function sidesOf(conclusion: Conclusion, names: Names): readonly SideView[] {
  if (conclusion.state !== 'recorded') return []
  return conclusion.sides.map((side) => {
    const own = conclusion.words.find((words) => sameDecider(words.side, side))
    return {
      side: names.side(side),
      words: own?.words ?? null,
      writtenBy: own === undefined ? null : names.person(own.writtenById),
      writtenAt: own?.writtenAt.toISOString() ?? null,
    }
  })
}

/** The commitments of the current version; followed once it is adopted. */
export function commitmentsOf(
  conclusion: Conclusion,
  { versions: [newest] }: ConclusionRows,
  names: Names,
  actor: Participant | null,
  now: Date,
): readonly CommitmentView[] {
  const replaced = conclusion.state === 'superseded'
  return (newest?.commitments ?? []).map((row) => {
    const { id, what, partyId, personId } = row
    const dueOn = row.dueOn && dateOfColumn(row.dueOn)
    const stored = oneOf(storedStates, row.state)
    // What is not adopted may lack its day, or its party.
    const isFollowed = stored !== 'proposed' && dueOn !== null
    const zone = row.party?.timeZone ?? 'UTC'
    const state = isFollowed ? followedState({ state: stored, dueOn, replaced }, zone, now) : stored
    const party = partyId === null ? null : names.party(partyId)
    const person = personId === null ? null : names.person(personId)
    return {
      id,
      what,
      party,
      person,
      dueOn,
      state,
      reason: row.stateReason,
      can: followingCan({ partyId, state: stored, replaced }, actor),
    }
  })
}
