/** Bilaterals without a date: one waits for the answer of the other party, one was called off. */
import { passages as p } from './passages.ts'
import type { Meeting } from './types.ts'

export const valleyHarbour: Meeting = {
  key: 'valley-harbour',
  kind: 'bilateral',
  state: 'proposed',
  title: 'Stories that arrive by boat',
  aim: 'We have never met as two. Learn how the other works where no road leads.',
  parties: ['harbour', 'valley'],
  start: { day: 9, time: '08:00', zone: 'Africa/Nairobi' },
  minutes: 60,
  place: '',
  link: '',
  seats: ['hana', 'grace'],
  offices: {},
  items: [
    {
      key: 'far-branches',
      kind: 'exchange-of-experience',
      title: 'Branches that are reached twice a month',
      aim: 'Collect three habits that the other could try before the conference.',
      minutes: 35,
      lead: { party: 'harbour' },
      cites: [{ first: p.frequent }, { first: p.asking }],
    },
    {
      key: 'take-back-a-story',
      kind: 'inquiry',
      title: 'How does a teller far away take a story back?',
      aim: 'An answer from practice: whom did the teller tell, and what happened then?',
      minutes: 20,
      lead: { party: 'valley' },
      cites: [{ first: p.asking }],
    },
  ],
  acts: [
    {
      at: '-P11D',
      by: 'hana',
      do: 'propose',
      start: { day: 9, time: '08:00', zone: 'Africa/Nairobi' },
      message: 'We have sat at a table of five together, and never at a table of two. Would an hour suit you?',
    },
  ],
}

export const estuaryHarbour: Meeting = {
  key: 'estuary-harbour',
  kind: 'bilateral',
  state: 'cancelled',
  title: 'Who may listen, and how do we ask?',
  aim: 'Compare the ways in which we record a teller’s wish, before both of us print new forms.',
  parties: ['estuary', 'harbour'],
  start: { day: 2, time: '20:00', zone: 'Europe/Lisbon' },
  minutes: 60,
  place: '',
  link: 'https://meet.lantern.invalid/estuary-harbour',
  seats: ['duarte', 'amilcar', 'hana', 'tevita'],
  offices: {},
  items: [
    {
      key: 'forms',
      kind: 'exchange-of-experience',
      title: 'Two forms side by side',
      aim: 'See which question tellers skip, in both.',
      minutes: 30,
      lead: { party: 'estuary' },
      cites: [{ first: p.asking }],
    },
    {
      key: 'same-question',
      kind: 'cooperation',
      title: 'One question asked in the same words',
      aim: 'The words, and who tries them first.',
      minutes: 25,
      lead: { party: 'harbour' },
      cites: [{ first: p.commitment }],
    },
  ],
  acts: [
    {
      at: '-P16D',
      by: 'duarte',
      do: 'propose',
      start: { day: 1, time: '20:00', zone: 'Europe/Lisbon' },
      message: 'We are both about to print. It would be a pity to print two different questions.',
    },
    { at: '-P15D', by: 'hana', do: 'accept' },
    {
      at: '-P9D',
      by: 'duarte',
      do: 'offer-other-time',
      start: { day: 2, time: '20:00', zone: 'Europe/Lisbon' },
      message: 'Our printer has moved the proofs by a day. Could you come a day later, at the same hour?',
    },
    { at: '-P8D', by: 'hana', do: 'accept' },
    {
      at: '-P4D',
      by: 'hana',
      do: 'cancel',
      reason:
        'Two of our branches took in water and every hand is drying books. Our form is ready and will keep. We propose a new date as soon as the floors are dry.',
    },
  ],
}
