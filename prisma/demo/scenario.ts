/**
 * The demo group: five public library networks that share recorded stories, and use the handbook as their text.
 * Everything is relative to the moment at which it is loaded, so that something is always open, due and late.
 */
import { altiplanoHimal } from './scenario/altiplano-himal.ts'
import { altiplanoValley } from './scenario/altiplano-valley.ts'
import { estuaryHarbour, valleyHarbour } from './scenario/bilaterals-without-date.ts'
import { conferencesAhead } from './scenario/conferences-ahead.ts'
import { estuaryValley } from './scenario/estuary-valley.ts'
import { firstConference } from './scenario/first-conference.ts'
import { himalHarbour } from './scenario/himal-harbour.ts'
import { himalStudy } from './scenario/himal-study.ts'
import { parties, people } from './scenario/people.ts'
import type { Scenario } from './scenario/types.ts'
import { valleyStudy } from './scenario/valley-study.ts'

export const scenario: Scenario = {
  group: {
    name: 'The Lantern Circle',
    purpose:
      'Five public library networks record the stories of their readers and lend them to each other. They meet around a handbook in order to agree on how.',
    kind: 'negotiation',
    zone: 'Europe/Lisbon',
  },
  founded: -60,
  text: { title: 'Word for Word: How Parties Meet Around a Text', file: 'handbook.md' },
  people,
  organizer: 'leonor',
  coOrganizers: ['salma'],
  parties,
  meetings: [
    valleyStudy,
    himalStudy,
    estuaryValley,
    altiplanoHimal,
    firstConference,
    himalHarbour,
    altiplanoValley,
    valleyHarbour,
    estuaryHarbour,
    ...conferencesAhead,
  ],
}
