/**
 * What a group, a party or a meeting needs next although nobody waits for an answer: in which order it is told, and what is told
 * as one. Whether somebody can do it, the act itself says; here nothing is asked about people.
 */

import type { GroupKind } from './group-kind.ts'

/** Everything of this kind. The order is that of the work, which decides where nothing else does. */
export const nextActKinds = [
  'close-meeting',
  'open-meeting',
  'unopened',
  'put-minutes',
  'appoint-chair',
  'agenda',
  'make-room',
  'passages',
  'name-participants',
  'party',
  'invite-head',
  'invite-head-again',
  'invite-head-declined',
  'text',
  'edition',
  'meeting',
  'schedule',
  'offer-time',
  'propose-again',
  'assign',
  'name-people',
  'people-declined',
  'head-unanswered',
  'people-unanswered',
  'minutes-unanswered',
] as const

export type NextActKind = (typeof nextActKinds)[number]

/** What others have in hand: one waits for it, and can do no more than ask them. */
export const waitKinds = [
  'head-unanswered',
  'people-unanswered',
  'minutes-unanswered',
] as const satisfies readonly NextActKind[]

/** One thing to do next. */
export interface NextAct {
  readonly kind: NextActKind
  readonly groupId: string
  /** What it is about. */
  readonly title: string
  /** When the meeting begins that needs it, or something else happens to it, ISO 8601; null: no date. */
  readonly at: string | null
  /** How many things in one lack it, such as the items of an agenda; at least 1. */
  readonly count: number
}

/** Several acts of one kind, told in one line; of most kinds one. */
export interface NextLine<Act extends NextAct> {
  /** The first of them, which says where it leads. */
  readonly first: Act
  /** What they are about, in their order. */
  readonly titles: readonly string[]
  /** How many things it stands for: those of all of them. */
  readonly count: number
}

/**
 * From what cannot wait to what waits for others: a meeting whose time has come or is over; minutes that are not put; meetings with
 * a date, the nearest first; what a group is founded on, in the order in which one rests on the other; drafts; people; and
 * last what others have in hand, where one can do no more than ask them.
 */
function stageOf({ kind, at }: NextAct, of: GroupKind | null): number {
  switch (kind) {
    case 'close-meeting':
    case 'open-meeting':
      return 0
    case 'put-minutes':
    case 'unopened':
      return 1
    case 'appoint-chair':
      return 2
    case 'agenda':
    case 'make-room':
    case 'passages':
    case 'name-participants':
      return at === null ? 4 : 2
    case 'party':
    case 'invite-head':
    case 'invite-head-again':
    case 'invite-head-declined':
    case 'text':
    case 'edition':
    case 'meeting':
      return 3
    case 'schedule':
    case 'offer-time':
    case 'propose-again':
    case 'assign':
      return 4
    case 'name-people':
    case 'people-declined':
      return of === 'study-circle' ? 3 : 5
    case 'head-unanswered':
    case 'people-unanswered':
    case 'minutes-unanswered':
      return 6
    default:
      return kind satisfies never
  }
}

/** Only within meetings that have a date does the date come before the kind of the work. */
const ordersByDate = 2

/** A study circle rests on what it reads, then on who reads with it; its one party is there, or is made in a moment. */
const orderOfCircle: readonly NextActKind[] = [
  'text',
  'edition',
  'name-people',
  'party',
  'invite-head',
  'invite-head-again',
  'invite-head-declined',
]

/** Where an act stands among those of its stage, by the kind of its group. */
function placeOf({ kind }: NextAct, of: GroupKind | null): number {
  const early = of === 'study-circle' ? orderOfCircle.indexOf(kind) : -1
  return early === -1 ? nextActKinds.indexOf(kind) : nextActKinds.indexOf('party') + early
}

/** Negative: `one` is told before `other`. */
function compare(one: NextAct, other: NextAct, kindOf: KindOf): number {
  const [mine, others] = [kindOf(one.groupId), kindOf(other.groupId)]
  const stage = stageOf(one, mine)
  const kinds = placeOf(one, mine) - placeOf(other, others)
  const dates = instantOf(one) - instantOf(other)
  const [first, second] = stage === ordersByDate ? [dates, kinds] : [kinds, dates]
  return (
    stage - stageOf(other, others) ||
    first ||
    second ||
    (one.title < other.title ? -1 : Number(one.title > other.title))
  )
}

/** What has no date comes last. */
function instantOf({ at }: NextAct): number {
  return at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at)
}

/** Kinds of which a group may have many at once, and which one does in one place. */
const toldTogether: readonly NextActKind[] = [
  'invite-head',
  'invite-head-again',
  'invite-head-declined',
  'head-unanswered',
  'edition',
  'schedule',
]

/** What a group is for, by its id; null: none is said. */
export type KindOf = (groupId: string) => GroupKind | null

/** Whether a line is about what others have in hand. */
export function isWait({ first: { kind } }: NextLine<NextAct>): boolean {
  return waitKinds.some((wait) => wait === kind)
}

/** The acts in the order in which they are told; those of one kind in one group, that are done in one place, as one line. */
export function nextLines<Act extends NextAct>(acts: readonly Act[], kindOf: KindOf): readonly NextLine<Act>[] {
  const lines = new Map<string, Act[]>()
  const told = acts.toSorted((one, other) => compare(one, other, kindOf))
  for (const [index, act] of told.entries()) {
    const key = toldTogether.includes(act.kind) ? `${act.kind} ${act.groupId}` : `${index}`
    lines.set(key, [...(lines.get(key) ?? []), act])
  }
  return [...lines.values()].flatMap((together) => {
    const [first] = together
    if (first === undefined) return []
    const count = together.reduce((sum, act) => sum + act.count, 0)
    return [{ first, titles: together.map(({ title }) => title), count }]
  })
}
