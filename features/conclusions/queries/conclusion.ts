import { askedOf, type ConclusionAsk } from '#domain/conclusion/asked.ts'
import { can, canFollowWith } from '#domain/conclusion/can.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { type Decider, deciderFor } from '#domain/conclusion/decider.ts'
import { obstacleToPutting } from '#domain/conclusion/put.ts'
import { partiesAsked, sharingOpenTo } from '#domain/conclusion/sharing.ts'
import { overdueIn, standing } from '#domain/conclusion/standing.ts'
import { decidedByConsent } from '#domain/conclusion/take-stance.ts'
import { type Participant, speaksFor } from '#domain/meeting/participant.ts'
import type { SideRef } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import { opensConclusion } from '#store/access/contents.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { readCitations } from '#store/citation/read.ts'
import { type LoadedMeeting, loadMeetingFacts } from '#store/conclusion/facts.ts'
import { loadConclusions, olderFor } from '#store/conclusion/load.ts'
import { wholeConclusionOf } from '#store/conclusion/rows.ts'
import { type PageRows, pageRows } from '#store/conclusion/select.ts'
import type { Names } from '#store/record/names.ts'
import type { AskedView, ConclusionView, OfferedAct } from '../views/conclusion.ts'
import { linksOf } from './linked.ts'
import { findAround } from './names-on-page.ts'
import { commitmentsOf, sidesOf, stanceViewOf, versionViews } from './parts.ts'

/** Who looks, at what moment, and in which zone they read times. */
export interface ConclusionReading {
  readonly scope: MeetingScope
  readonly actor: Participant
  readonly now: Date
  readonly zone: string
}

/** A conclusion with all that its meeting's people see of it, or those of a party that left and keeps it: at most seven statements. */
export async function findConclusion(
  tx: Tx,
  reading: ConclusionReading,
  conclusionId: string,
): Promise<ConclusionView | null> {
  const { scope, actor, now, zone } = reading
  const found = await tx.conclusion.findFirst({
    where: { id: conclusionId, meetingId: scope.meetingId },
    relationLoadStrategy: 'join',
    select: pageRows,
  })
  if (found === null) return null
  const rows = rowOf(conclusionId, found)
  const conclusion = wholeConclusionOf(rows)
  if (!opensConclusion(scope, conclusion)) return null
  const meeting = await loadMeetingFacts(tx, scope.meetingId, conclusionId)
  const { names, readable } = await findAround(tx, scope, conclusion, rows, meeting)
  const [newest] = rows.versions
  // A divergence rests on what its draft rested on.
  const resting = conclusion.state === 'recorded' ? rows.origin?.versions[0] : newest
  const citations = resting && (await readCitations(tx, scope, [resting.id])).get(resting.id)
  const { title, kind, state } = scope.meeting
  const asked = askedOf(conclusion, { meeting, origin: null, supersedes: null }, actor, now)
  const { outcome, missing, awaiting } = standing(conclusion, now)
  const stands = whereItStands(conclusion, names, now)
  return {
    id: conclusion.id,
    groupId: rows.groupId,
    meeting: { id: scope.meetingId, title, kind, state },
    item: rows.item,
    kind: conclusion.kind,
    title: conclusion.title,
    state: conclusion.state,
    outcome,
    missing: missing.map(names.side),
    awaiting: awaiting.map(names.side),
    overdue: overdue(conclusion, now),
    ...stands,
    wording: conclusion.state === 'recorded' ? null : conclusion.current.wording,
    versions: versionViews(conclusion, names, scope.since),
    chainHead: conclusion.state === 'recorded' ? null : conclusion.current.chainHead,
    citations: citations ?? [],
    commitments: commitmentsOf(conclusion, rows, names, actor, now),
    sides: sidesOf(conclusion, names),
    ...ending(conclusion, rows.endReason),
    sharing: sharingOf(conclusion, rows, meeting, names),
    ...linksOf(rows, readable),
    asked: asked && askedView(asked, names),
    ownSide: ownSide(conclusion, actor, names),
    othersAnswer: othersAnswer(conclusion, actor, names),
    decidedByConsent: decidedByConsent(conclusion, { meeting, origin: null, supersedes: null }, actor, now),
    can: actsOf(conclusion, rows, meeting, actor, now),
    obstacle: await obstacleOf(tx, conclusion, meeting, reading),
    zone,
  }
}

function whereItStands(conclusion: Conclusion, names: Names, now: Date) {
  const putting = conclusion.state === 'recorded' ? null : conclusion.current.putting
  const deciders: readonly Decider[] = putting === null || putting.takenBack !== null ? [] : putting.deciders
  const stances = standing(conclusion, now).answered
  return { deciders: deciders.map(names.side), stances: stances.map((stance) => stanceViewOf(stance, names)) }
}

function overdue(conclusion: Conclusion, now: Date): number {
  if (conclusion.state === 'lapsed') return overdueIn(conclusion.current.putting, conclusion.endedAt).length
  return conclusion.state === 'ad-referendum' ? overdueIn(conclusion.current.putting, now).length : 0
}

function ownSide(conclusion: Conclusion, actor: Participant, names: Names): SideRef | null {
  const sides = conclusion.state === 'recorded' ? conclusion.sides : conclusion.current.putting?.deciders
  const voice = deciderFor(actor, sides ?? [])
  return voice && names.side(voice)
}

/** The party for which somebody sits and does not speak, while it is asked. */
function othersAnswer(conclusion: Conclusion, actor: Participant, names: Names): SideRef | null {
  if (conclusion.state !== 'put' || actor.party === null || speaksFor(actor, actor.party.partyId)) return null
  const { partyId } = actor.party
  const decider = conclusion.current.putting.deciders.find((one) => one.kind === 'party' && one.partyId === partyId)
  return decider === undefined ? null : names.side(decider)
}

function ending(conclusion: Conclusion, endReason: string | null) {
  const adopted = conclusion.state === 'adopted' || conclusion.state === 'superseded'
  return {
    adoptedAt: adopted ? conclusion.adoptedAt.toISOString() : null,
    contentHash: adopted ? conclusion.contentHash : null,
    endedAt: 'endedAt' in conclusion ? conclusion.endedAt.toISOString() : null,
    endReason,
  }
}

function sharingOf(
  conclusion: Conclusion,
  { sharedWith, sharings }: PageRows,
  meeting: LoadedMeeting,
  names: Names,
): ConclusionView['sharing'] {
  if (conclusion.state !== 'adopted' && conclusion.state !== 'superseded') return null
  const agreed = sharings.map(({ partyId }) => partyId)
  const side = (partyId: string): SideRef => names.side({ kind: 'party', partyId })
  const missing = partiesAsked(conclusion, meeting).filter((partyId) => !agreed.includes(partyId))
  return { with: sharedWith === 'group' ? 'group' : 'parties', agreed: agreed.map(side), missing: missing.map(side) }
}

function askedView(asked: ConclusionAsk, names: Names): AskedView {
  return {
    kind: asked.kind,
    of: 'of' in asked ? names.side(asked.of) : null,
    version: asked.kind === 'words' ? null : asked.version,
    due: asked.kind === 'word' ? asked.by.toISOString() : null,
    dueZone: asked.kind === 'word' ? names.zoneOf(asked.of) : null,
  }
}

function actsOf(
  conclusion: Conclusion,
  { sharings }: PageRows,
  meeting: LoadedMeeting,
  actor: Participant,
  now: Date,
): Readonly<Record<OfferedAct, boolean>> {
  const facts = { meeting, origin: null, supersedes: null }
  const agreed = sharings.map(({ partyId }) => partyId)
  const sharing = sharingOpenTo(conclusion, actor, meeting, agreed)
  return {
    ...can(conclusion, facts, actor, now),
    ...canFollowWith(conclusion, facts, actor),
    share: sharing === 'share',
    unshare: sharing === 'unshare',
  }
}

/** One statement more for a draft that supersedes something. */
async function obstacleOf(
  tx: Tx,
  conclusion: Conclusion,
  meeting: LoadedMeeting,
  { scope, actor, now }: ConclusionReading,
) {
  if (conclusion.state !== 'draft') return null
  const { supersedesId } = conclusion
  const older = supersedesId === null ? undefined : (await loadConclusions(tx, [supersedesId])).get(supersedesId)
  const facts = { meeting, origin: null, supersedes: older === undefined ? null : olderFor(older, scope.meetingId) }
  return can(conclusion, facts, actor, now).put ? obstacleToPutting(conclusion, facts, now) : null
}
