/**
 * How long the lists are that somebody can lengthen. The numbers are generous for what people do and small for what a loop
 * does; docs/limits.md shows them all. Whoever is refused is told of what they themselves, or their party, have made: a number
 * never tells of what others keep hidden.
 */
import type { Refusal } from './refusal.ts'

/** The most entries of a list at one time, or in the life of what it belongs to. */
export const mostIn = {
  /** Of the instance. */
  groups: 500,
  /** Of one group. */
  parties: 200,
  organizers: 50,
  texts: 1_000,
  /** Texts of one group that are imported and not published. */
  drafts: 100,
  /** Of one party. */
  members: 500,
  /** Meetings made or proposed by one person that are not scheduled. */
  plans: 200,
  /** Times offered in one bilateral, in all. */
  offers: 200,
  /** Homework that one person gives in one meeting. */
  homework: 2_000,
  /** Drafts of one meeting, whatever became of them; minutes do not count. */
  conclusions: 200,
  /** Divergences recorded in one meeting. */
  divergences: 200,
  /** Versions of one conclusion. */
  versions: 200,
  /** Changes of one side's answer to one version. */
  answers: 50,
  /** Live sessions of one person: the oldest end. */
  sessions: 50,
} as const

/** The most that one person makes in a day, in one group. */
export const mostInADay = {
  meetings: 100,
  homework: 2_000,
  texts: 50,
  /** Changes that the history of a group tells. */
  changes: 300,
} as const

export type ListName = keyof typeof mostIn
export type DayName = keyof typeof mostInADay

/** The list holds as many as it can. */
export interface ListFull extends Refusal<'list-full'> {
  readonly list: ListName
  readonly most: number
}

/** That is as many as one person makes in a day. */
export interface DayFull extends Refusal<'day-full'> {
  readonly what: DayName
  readonly most: number
}

/** Why a list takes no more when it holds so many and `more` are to be added; null: it does. */
export function listFull(list: ListName, held: number, more = 1): ListFull | null {
  const most = mostIn[list]
  return held + more > most ? { refused: 'list-full', list, most } : null
}

/** Why somebody makes no more today when they have made so many; null: they do. */
export function dayFull(what: DayName, made: number, more = 1): DayFull | null {
  const most = mostInADay[what]
  return made + more > most ? { refused: 'day-full', what, most } : null
}
