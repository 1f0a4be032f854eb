/** The tour of the demo, point by point: as whom to look, and where. What to notice at each, messages/ says under the point's key. */

/** Where a point of the tour is: Home, the group's text, what it has agreed, or a step of the meeting of this title. */
export type TourPlace =
  | { readonly at: 'home' }
  | {
      readonly at: 'text'
      /** The section of which it speaks, as people write a reference. */
      readonly section: string
    }
  | { readonly at: 'conclusions' }
  | {
      readonly at: 'meeting'
      readonly title: string
      readonly step: 'plan' | 'prepare' | 'floor' | 'conclusions' | 'record'
    }

/** One point of the tour. */
export interface TourStop {
  readonly key: TourKey
  /** Short name of the party as whose head to look; null: as oneself. */
  readonly as: string | null
  readonly place: TourPlace
}

/** The points in their order. */
export const tourKeys = [
  'home',
  'text',
  'study',
  'versions',
  'divergence',
  'conference',
  'running',
  'proposal',
  'homework',
  'overfull',
  'agreed',
] as const

export type TourKey = (typeof tourKeys)[number]

/** The whole tour. The titles are those of the demo (prisma/demo/scenario); a test holds both together. */
export const tour: readonly TourStop[] = [
  { key: 'home', as: 'Himal', place: { at: 'home' } },
  { key: 'text', as: null, place: { at: 'text', section: '3.2' } },
  { key: 'study', as: 'Valley', place: { at: 'meeting', title: 'Before we press record', step: 'record' } },
  {
    key: 'versions',
    as: 'Valley',
    place: { at: 'meeting', title: 'One list that both can read', step: 'conclusions' },
  },
  {
    key: 'divergence',
    as: 'Altiplano',
    place: { at: 'meeting', title: 'In which language does a conclusion bind?', step: 'conclusions' },
  },
  {
    key: 'conference',
    as: 'Harbour',
    place: { at: 'meeting', title: 'First conference: a shelf that we share', step: 'conclusions' },
  },
  { key: 'running', as: 'Himal', place: { at: 'meeting', title: 'Recorders that travel', step: 'floor' } },
  { key: 'proposal', as: 'Valley', place: { at: 'meeting', title: 'Stories that arrive by boat', step: 'plan' } },
  {
    key: 'homework',
    as: null,
    place: { at: 'meeting', title: 'Second conference: the languages of the shelf', step: 'prepare' },
  },
  {
    key: 'overfull',
    as: null,
    place: { at: 'meeting', title: 'Third conference: everything that is left', step: 'plan' },
  },
  { key: 'agreed', as: 'Himal', place: { at: 'conclusions' } },
]

/** Where somebody is on the tour, as a cookie of this browser says until it is closed. Nobody who has begun none has one. */
export interface KeptPoint {
  /** The point to which they came last. */
  readonly key: TourKey
  /** They have put the tour away: no page speaks of it until they go on with it. */
  readonly isAway: boolean
}

/** Name of that cookie. */
export const tourCookie = 'tour'

const away = '.away'

/** What the cookie says of where somebody is. */
export function keptValue({ key, isAway }: KeptPoint): string {
  return isAway ? key + away : key
}

/** Where somebody is, out of what the cookie says; null: they have begun no tour, or it says what no tour has. */
export function keptPoint(value: string | undefined): KeptPoint | null {
  const isAway = value?.endsWith(away) ?? false
  const key = tourKeys.find((one) => one === (isAway ? value?.slice(0, -away.length) : value))
  return key === undefined ? null : { key, isAway }
}
