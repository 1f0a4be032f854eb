/** The tour of the demo, point by point: as whom to look, and where. What to notice at each, messages/ says under the point's key. */

/** A page of the demo: Home, the group's text, one of its lists, its settings, a step of the meeting or the conclusion of this title. */
export type TourPlace =
  | { readonly at: 'home' | 'text' | 'conclusions' | 'commitments' | 'settings' }
  | {
      readonly at: 'section'
      /** As people write a reference to it in the group's text. */
      readonly section: string
    }
  | {
      readonly at: 'conclusion'
      readonly title: string
      /** Two of its versions, compared; default: the page as it is. */
      readonly compared?: { readonly from: number; readonly to: number }
    }
  | {
      readonly at: 'meeting'
      readonly title: string
      readonly step: 'plan' | 'prepare' | 'floor' | 'conclusions' | 'record'
      /** The part of that page; default: its beginning. */
      readonly part?: 'readiness'
    }

/** One point of the tour. */
export interface TourStop {
  readonly key: TourKey
  /** Short name of the party as whose head to look; null: as oneself. */
  readonly as: string | null
  readonly place: TourPlace
  /** What its words name besides, under the tag in which they name it; default: nothing. */
  readonly things?: Readonly<Partial<Record<TourThing, TourPlace>>>
  /** What it asks to do, done as soon as the thing under this tag, or its own page, is in none of these states any more; default: it asks for nothing. */
  readonly toDo?: { readonly to: TourThing | 'place'; readonly while: readonly string[] }
}

/** What the words of the tour name, as the tags around it are called in messages/. */
export const tourThings = [
  'answer',
  'section',
  'sentences',
  'compared',
  'bilateral',
  'commitments',
  'draft',
  'reserved',
  'aside',
  'principals',
  'waiting',
  'version',
  'readiness',
  'settings',
] as const

export type TourThing = (typeof tourThings)[number]

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

const conclusion = (title: string): TourPlace => ({ at: 'conclusion', title })

const conferenceAhead = 'Second conference: the languages of the shelf'

/** The whole tour. The titles are those of the demo (prisma/demo/scenario); a test holds both together. */
export const tour: readonly TourStop[] = [
  { key: 'home', as: 'Himal', place: { at: 'home' }, things: { answer: conclusion('A leaflet for tellers') } },
  { key: 'text', as: null, place: { at: 'text' }, things: { section: { at: 'section', section: '3.2' } } },
  {
    key: 'study',
    as: 'Valley',
    place: { at: 'meeting', title: 'Before we press record', step: 'record' },
    things: { sentences: conclusion('The teller knows first') },
  },
  {
    key: 'versions',
    as: 'Valley',
    place: conclusion('One list of recordings'),
    things: {
      compared: { at: 'conclusion', title: 'One list of recordings', compared: { from: 1, to: 3 } },
      bilateral: { at: 'meeting', title: 'One list that both can read', step: 'record' },
      commitments: { at: 'commitments' },
    },
  },
  {
    key: 'divergence',
    as: 'Altiplano',
    place: conclusion('On the language that binds'),
    things: {
      bilateral: { at: 'meeting', title: 'In which language does a conclusion bind?', step: 'conclusions' },
      draft: { at: 'meeting', title: 'In which language does a conclusion bind? Once more', step: 'plan' },
    },
  },
  {
    key: 'conference',
    as: 'Harbour',
    place: { at: 'meeting', title: 'First conference: a shelf that we share', step: 'conclusions' },
    things: {
      reserved: conclusion('The consent of the teller'),
      aside: conclusion('The inconvenient hour goes round'),
      principals: conclusion('An answer within twenty-one days'),
      waiting: conclusion('A leaflet for tellers'),
    },
  },
  {
    key: 'running',
    as: 'Himal',
    place: { at: 'meeting', title: 'Recorders that travel', step: 'floor' },
    things: { version: conclusion('Recorders on loan') },
    toDo: { to: 'version', while: ['draft', 'put'] },
  },
  {
    key: 'proposal',
    as: 'Valley',
    place: { at: 'meeting', title: 'Stories that arrive by boat', step: 'plan' },
    toDo: { to: 'place', while: ['draft'] },
  },
  {
    key: 'homework',
    as: null,
    place: { at: 'meeting', title: conferenceAhead, step: 'prepare' },
    things: { readiness: { at: 'meeting', title: conferenceAhead, step: 'prepare', part: 'readiness' } },
  },
  {
    key: 'overfull',
    as: null,
    place: { at: 'meeting', title: 'Third conference: everything that is left', step: 'plan' },
    things: { settings: { at: 'settings' } },
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
