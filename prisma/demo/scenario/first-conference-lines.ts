/** An understanding, a general line of cooperation, and the answers that came in after the conference had closed. */
import { passages as p } from './passages.ts'
import type { Act } from './types.ts'

export const hours: readonly Act[] = [
  { at: 'PT85M', by: 'leonor', do: 'begin-item', item: 'hours' },
  {
    at: 'PT98M',
    by: 'hana',
    do: 'draft',
    key: 'inconvenient-hour',
    item: 'hours',
    kind: 'common-understanding',
    title: 'The inconvenient hour goes round',
    version: {
      wording:
        'The inconvenient hour goes round. No party is asked twice in succession to meet between eleven at night and six in the morning of its own zone.',
      cites: [{ first: p.clock }],
    },
  },
  { at: 'PT104M', by: 'leonor', do: 'put', draft: 'inconvenient-hour', version: 1 },
  { at: 'PT105M', by: 'hana', do: 'answer', draft: 'inconvenient-hour', version: 1, stance: 'consent' },
  { at: 'PT106M', by: 'sarita', do: 'answer', draft: 'inconvenient-hour', version: 1, stance: 'consent' },
  {
    at: 'PT107M',
    by: 'marisol',
    do: 'answer',
    draft: 'inconvenient-hour',
    version: 1,
    stance: 'stand-aside',
    reason: 'We have never had the night hour, and do not think it is for us to say how others should share it.',
  },
  { at: 'PT108M', by: 'wanjiru', do: 'answer', draft: 'inconvenient-hour', version: 1, stance: 'consent' },
  { at: 'PT109M', by: 'duarte', do: 'answer', draft: 'inconvenient-hour', version: 1, stance: 'consent' },
  {
    at: 'PT112M',
    by: 'grace',
    do: 'write-notes',
    item: 'hours',
    notes:
      'Harbour showed the hours of the last six calls: four of them after eleven at night in its own zone. Nobody had noticed, since nobody had counted. One wording was enough. Altiplano stood aside and said why.',
  },
]

export const leaflet: readonly Act[] = [
  { at: 'PT146M', by: 'leonor', do: 'begin-item', item: 'leaflet' },
  {
    at: 'PT160M',
    by: 'marisol',
    do: 'draft',
    key: 'leaflet-line',
    item: 'leaflet',
    kind: 'cooperation',
    title: 'A leaflet for tellers',
    version: {
      wording:
        'The five networks make a leaflet together which tells a teller, in plain words and drawings, what it means to give a story to the shelf. Pairs of networks write it, each in its own languages, and show every draft to at least three tellers before it is printed.',
      cites: [{ first: p.largeTable }, { first: p.followUp }],
    },
  },
  {
    at: 'PT178M',
    by: 'grace',
    do: 'write-notes',
    item: 'leaflet',
    notes:
      'A general line, without names and dates: these are for the pairs to find. Altiplano and Valley will begin. To be put after the conference, so that the heads can read it with a night in between.',
  },
  {
    at: 'PT184M',
    by: 'leonor',
    do: 'close',
    items: {
      practice: { fate: 'settled' },
      teller: { fate: 'settled' },
      hours: { fate: 'settled' },
      replies: { fate: 'settled' },
      leaflet: { fate: 'carried', to: { meeting: 'second-conference' } },
    },
  },
]

export const afterwards: readonly Act[] = [
  { at: 'P1D', by: 'leonor', do: 'put', draft: 'leaflet-line', version: 1 },
  { at: 'P1DT2H', by: 'marisol', do: 'answer', draft: 'leaflet-line', version: 1, stance: 'consent' },
  { at: 'P1DT5H', by: 'wanjiru', do: 'answer', draft: 'leaflet-line', version: 1, stance: 'consent' },
  {
    at: 'P2D',
    by: 'duarte',
    do: 'answer',
    draft: 'leaflet-line',
    version: 1,
    stance: 'consent-with-reservation',
    reason: 'We have no draughtsman. We read “words and drawings” as allowing us to use the drawings of others.',
  },
  ...(['marisol', 'duarte', 'wanjiru', 'sarita', 'hana'] as const).flatMap((by): Act[] => [
    { at: 'P3D', by, do: 'share', conclusion: 'teller-consent' },
    { at: 'P3D', by, do: 'share', conclusion: 'inconvenient-hour' },
  ]),
]
