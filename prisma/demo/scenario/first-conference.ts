/**
 * A multilateral that is over while some of its answers are still coming in: a resolution and an understanding are
 * adopted, one text waits for the principals of a party, one for the answers of two.
 */

import { afterwards, hours, leaflet } from './first-conference-lines.ts'
import { replies, teller } from './first-conference-resolutions.ts'
import { passages as p } from './passages.ts'
import type { Act, Item, Meeting } from './types.ts'

const items: readonly Item[] = [
  {
    key: 'practice',
    kind: 'exchange-of-experience',
    title: 'One evening of recording, told by each',
    aim: 'Everybody knows how the others really work.',
    minutes: 5,
    cites: [{ first: p.reportExperience }],
  },
  {
    key: 'teller',
    kind: 'resolution',
    title: 'The consent of the teller',
    aim: 'One rule on which the shelf that we share can stand.',
    minutes: 40,
    lead: { party: 'valley' },
    cites: [{ first: p.exactWords }, { first: p.largeTable }],
  },
  {
    key: 'hours',
    kind: 'procedure',
    title: 'The inconvenient hour',
    aim: 'A fair way of choosing the hour of our meetings.',
    minutes: 10,
    lead: { party: 'harbour' },
    cites: [{ first: p.clock }],
  },
  {
    key: 'replies',
    kind: 'resolution',
    title: 'How long a draft may lie unanswered',
    aim: 'A term that the smallest of us can keep.',
    minutes: 15,
    lead: { party: 'estuary' },
    cites: [{ first: p.adReferendum, quote: 'Set a date that you can keep.' }],
  },
  {
    key: 'leaflet',
    kind: 'cooperation',
    title: 'A leaflet for tellers',
    aim: 'The general line; the pairs find the names.',
    minutes: 20,
    lead: { party: 'altiplano' },
    cites: [{ first: p.largeTable }, { first: p.followUp }],
  },
]

const before: readonly Act[] = [
  { at: '-P40D', by: 'leonor', do: 'create' },
  { at: '-P39D', by: 'leonor', do: 'schedule' },
  {
    at: '-P20D',
    by: 'leonor',
    do: 'assign',
    key: 'pairs',
    kind: 'read',
    as: 'organizer',
    to: { party: 'harbour' },
    item: 'practice',
    cites: [{ first: p.tenPairs, last: p.groundwork }],
    due: -12,
    instructions: 'With whom have you not met yet?',
  },
  {
    at: '-P20D',
    by: 'leonor',
    do: 'assign',
    key: 'teller-opening',
    kind: 'present',
    as: 'organizer',
    to: { party: 'valley' },
    item: 'teller',
    cites: [{ first: p.exactWords }],
    due: -11,
    instructions: 'Five minutes. What did you learn, and which sentence came out of it?',
  },
  {
    at: '-P20D',
    by: 'leonor',
    do: 'assign',
    key: 'term-position',
    kind: 'prepare-position',
    as: 'organizer',
    to: { party: 'himal' },
    item: 'replies',
    cites: [{ first: p.adReferendum }],
    due: -11,
    instructions: 'How many days do you need at the worst time of the year?',
  },
  {
    at: '-P20D',
    by: 'leonor',
    do: 'assign',
    key: 'evening',
    kind: 'report-experience',
    as: 'organizer',
    to: { party: 'altiplano' },
    item: 'practice',
    cites: [{ first: p.reportExperience }],
    due: -11,
    instructions: 'One evening, four minutes, nothing polished.',
  },
  { at: '-P9D', by: 'achieng', do: 'finish-assignment', assignment: 'teller-opening' },
  { at: '-P7D', by: 'grace', do: 'finish-assignment', assignment: 'pairs' },
  { at: '-P5D', by: 'bishnu', do: 'finish-assignment', assignment: 'term-position' },
  { at: '-P3D', by: 'yurani', do: 'finish-assignment', assignment: 'evening' },
]

const opening: readonly Act[] = [
  { at: 'PT1M', by: 'leonor', do: 'open' },
  ...(['leonor', 'duarte', 'marisol', 'yurani', 'wanjiru', 'achieng', 'sarita', 'pemba', 'hana', 'grace'] as const).map(
    (by): Act => ({ at: 'PT2M', by, do: 'enter' }),
  ),
  { at: 'PT2M', by: 'salma', do: 'enter' },
  { at: 'PT3M', by: 'tobias', do: 'enter' },
  { at: 'PT3M', by: 'mutua', do: 'enter' },
  { at: 'PT4M', by: 'leonor', do: 'begin-item', item: 'practice' },
  {
    at: 'PT28M',
    by: 'grace',
    do: 'write-notes',
    item: 'practice',
    notes:
      'Five evenings, five statements. Altiplano records in kitchens, Estuary in a tram depot, Valley under a tree, Himal after the milk has been collected, Harbour on the boat. Common to all: the best story came when the recorder had already been put away, and every party has had to decide what to do then.',
  },
]

export const firstConference: Meeting = {
  key: 'first-conference',
  kind: 'multilateral',
  state: 'closed',
  title: 'First conference: a shelf that we share',
  aim: 'Agree on what a story needs before all five of us may lend it.',
  parties: ['altiplano', 'estuary', 'valley', 'himal', 'harbour'],
  start: { day: -9, time: '17:00', zone: 'Europe/Lisbon' },
  minutes: 190,
  statementMinutes: 4,
  place: '',
  link: 'https://meet.lantern.invalid/first-conference',
  seats: [
    'marisol',
    'yurani',
    'tobias',
    'duarte',
    'leonor',
    'wanjiru',
    'achieng',
    'mutua',
    'sarita',
    'pemba',
    'hana',
    'grace',
  ],
  offices: { chair: 'leonor', facilitator: 'salma', rapporteur: 'grace' },
  items,
  acts: [...before, ...opening, ...teller, ...hours, ...replies, ...leaflet, ...afterwards],
}
