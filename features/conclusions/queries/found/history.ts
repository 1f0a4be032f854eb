import { type BareConclusion, conclusionKinds, conclusionStates, type Putting } from '#domain/conclusion/conclusion.ts'
import { isVersionOpenSince } from '#domain/conclusion/since.ts'
import { standing, standingPut } from '#domain/conclusion/standing.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { HistoryRows } from '#store/conclusion/select.ts'
import type { LinkedConclusion } from '../../views/conclusion.ts'
import type { HistoryStep } from '../../views/found.ts'

/** Another conclusion to which one is tied, as its row has it. */
export interface TiedRow {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly adoptedAt: string | null
  readonly meetingId: string | null
}

interface Ties {
  readonly since: string | null
  readonly at: string
  readonly state: string
  readonly replaces: TiedRow | null
  readonly replacedBy: TiedRow | null
}

const nothing = { at: null, version: null, times: null, given: null, deciders: null, other: null } as const

type Step = HistoryStep['step']

/**
 * How a conclusion came to where it stands, the first step first. Whoever sees what was written from an instant on is told of no
 * version that is older and was not laid before them since.
 */
export function historyOf(
  conclusion: BareConclusion,
  rows: HistoryRows,
  ties: Ties,
  now: Date,
): readonly HistoryStep[] {
  const begun = begunIn(rows, ties.since)
  const outcome = standing(conclusion, now).outcome
  return [
    ...begun,
    ...(conclusion.state === 'recorded' ? [] : putIn(conclusion, rows, ties.since)),
    ...endOf(conclusion, outcome === 'lapsed', ties),
    ...tiesOf(ties),
  ]
}

/** What the group is told of it. */
export function sharedHistoryOf({ at, state }: Pick<Ties, 'at' | 'state'>): readonly HistoryStep[] {
  const adopted: HistoryStep = { ...nothing, step: 'adopted', at: new Date(at).toISOString() }
  return state === 'superseded' ? [adopted, { ...nothing, step: 'replaced' }] : [adopted]
}

/** Its versions, the first one first, as far as they are open. */
function versionsOf({ versions: [newest] }: HistoryRows, since: string | null) {
  if (newest === undefined) return []
  const all = [newest, ...newest.conclusion.versions].reverse()
  const from = since && new Date(since)
  return all.filter(
    ({ createdAt, putAt }) => !from || isVersionOpenSince({ at: createdAt, putting: putAt && { at: putAt } }, from),
  )
}

function begunIn(rows: HistoryRows, since: string | null): readonly HistoryStep[] {
  const [first] = versionsOf(rows, since)
  return first?.number === 1 ? [{ ...nothing, step: 'drafted', at: first.createdAt.toISOString() }] : []
}

/** When its words were last put, as which version, and how often it was tried. */
function putIn(
  conclusion: Exclude<BareConclusion, { state: 'recorded' }>,
  rows: HistoryRows,
  since: string | null,
): readonly HistoryStep[] {
  const put = versionsOf(rows, since).filter(({ putAt }) => putAt !== null)
  const last = put.at(-1)
  if (!last?.putAt) return []
  const { current } = conclusion
  const asked = conclusion.state === 'put' ? current.putting : null
  const step: HistoryStep = {
    ...nothing,
    step: 'put',
    at: last.putAt.toISOString(),
    version: last.number,
    times: put.length,
    ...(asked === null ? {} : { given: asked.stances.length, deciders: asked.deciders.length }),
  }
  const takenBack = current.putting?.takenBack ?? null
  return takenBack === null ? [step] : [step, { ...nothing, step: 'taken-back', at: takenBack.at.toISOString() }]
}

function endOf(conclusion: BareConclusion, hasLapsed: boolean, { at }: Ties): readonly HistoryStep[] {
  const ended = (step: Step, more: Partial<HistoryStep> = {}): readonly HistoryStep[] => [
    { ...nothing, step, at: new Date(at).toISOString(), ...more },
  ]
  switch (conclusion.state) {
    case 'draft':
    case 'put':
      return []
    case 'ad-referendum':
      return ended(hasLapsed ? 'lapsed' : 'ad-referendum', { at: null })
    case 'adopted':
    case 'superseded':
      return ended('adopted', consents(standingPut(conclusion.current)))
    case 'declined':
    case 'lapsed':
    case 'withdrawn':
    case 'diverged':
    case 'recorded':
      return ended(conclusion.state)
    default:
      return conclusion satisfies never
  }
}

/** Of how many it has the consent, with or without a reservation, and of how many it was asked. */
function consents(putting: Putting | null): Pick<HistoryStep, 'given' | 'deciders'> {
  const stances = putting?.stances ?? []
  const given = stances.filter(({ answer: { kind } }) => kind !== 'stand-aside' && kind !== 'object')
  return { given: given.length, deciders: putting?.deciders.length ?? 0 }
}

function tiesOf({ replaces, replacedBy, state }: Ties): readonly HistoryStep[] {
  const older: readonly HistoryStep[] =
    replaces === null ? [] : [{ ...nothing, step: 'replaces', other: linkedOf(replaces) }]
  if (state !== 'superseded') return older
  const at = replacedBy?.adoptedAt ? new Date(replacedBy.adoptedAt).toISOString() : null
  return [...older, { ...nothing, step: 'replaced', at, other: replacedBy && linkedOf(replacedBy) }]
}

function linkedOf({ id, title, kind, state, meetingId }: TiedRow): LinkedConclusion {
  return { id, title, kind: oneOf(conclusionKinds, kind), state: oneOf(conclusionStates, state), meetingId }
}
