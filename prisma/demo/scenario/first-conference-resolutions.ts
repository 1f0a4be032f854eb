/** Two resolutions: one adopted in its third version, one that waits for the principals of a party. */
import { passages as p } from './passages.ts'
import type { Act } from './types.ts'

export const teller: readonly Act[] = [
  { at: 'PT29M', by: 'leonor', do: 'begin-item', item: 'teller' },
  {
    at: 'PT36M',
    by: 'wanjiru',
    do: 'draft',
    key: 'teller-consent',
    item: 'teller',
    kind: 'resolution',
    title: 'The consent of the teller',
    version: {
      wording: 'Every library obtains the informed consent of all tellers before publication.',
      cites: [{ first: p.exactWords }],
    },
  },
  {
    at: 'PT58M',
    by: 'grace',
    do: 'revise',
    draft: 'teller-consent',
    version: {
      wording:
        'No story is put on the shelf that we share before its teller has said yes. Before the recording the teller hears, in a language spoken at home, who will be able to listen. A teller can take the story back at any time; the library that recorded it then removes it within seven days.',
      cites: [{ first: p.exactWords }, { first: p.commitment }],
    },
  },
  { at: 'PT68M', by: 'leonor', do: 'put', draft: 'teller-consent', version: 2 },
  { at: 'PT69M', by: 'wanjiru', do: 'answer', draft: 'teller-consent', version: 2, stance: 'consent' },
  {
    at: 'PT71M',
    by: 'leonor',
    do: 'take-back',
    draft: 'teller-consent',
    version: 2,
    reason: 'Harbour: a boat reaches some branches twice a month, so that seven days may be over before we have heard.',
  },
  {
    at: 'PT74M',
    by: 'grace',
    do: 'revise',
    draft: 'teller-consent',
    version: {
      wording:
        'No story is put on the shelf that we share before its teller has said yes. Before the recording the teller hears, in a language spoken at home, who will be able to listen. A teller can take the story back at any time; the library that recorded it then removes it within seven days of the day on which the request reaches it.',
      cites: [{ first: p.exactWords }, { first: p.commitment }],
    },
  },
  { at: 'PT76M', by: 'leonor', do: 'put', draft: 'teller-consent', version: 3 },
  { at: 'PT77M', by: 'wanjiru', do: 'answer', draft: 'teller-consent', version: 3, stance: 'consent' },
  { at: 'PT78M', by: 'hana', do: 'answer', draft: 'teller-consent', version: 3, stance: 'consent' },
  { at: 'PT79M', by: 'duarte', do: 'answer', draft: 'teller-consent', version: 3, stance: 'consent' },
  { at: 'PT80M', by: 'marisol', do: 'answer', draft: 'teller-consent', version: 3, stance: 'consent' },
  {
    at: 'PT82M',
    by: 'sarita',
    do: 'answer',
    draft: 'teller-consent',
    version: 3,
    stance: 'consent-with-reservation',
    reason: 'Where a teller has died, we read “teller” as the family that keeps the story.',
  },
  {
    at: 'PT84M',
    by: 'grace',
    do: 'write-notes',
    item: 'teller',
    notes:
      'Version 1 was asked three questions: informed by whom, in which language, and what if the teller thinks again? Version 2 answers them with the sentence that Valley brought from its study session. Version 3 changes one clause, the day from which the seven days run, and was put anew for that one clause. Adopted with a reservation of Himal.',
  },
]

export const replies: readonly Act[] = [
  { at: 'PT113M', by: 'leonor', do: 'begin-item', item: 'replies' },
  {
    at: 'PT118M',
    by: 'duarte',
    do: 'draft',
    key: 'twenty-one-days',
    item: 'replies',
    kind: 'resolution',
    title: 'An answer within twenty-one days',
    version: {
      wording: 'Drafts are answered promptly, as a rule within fourteen days.',
      cites: [{ first: p.adReferendum }],
    },
  },
  {
    at: 'PT133M',
    by: 'salma',
    do: 'revise',
    draft: 'twenty-one-days',
    version: {
      wording:
        'A party that receives a draft answers within twenty-one days, if only to say that it needs more time, and how much.',
      cites: [{ first: p.adReferendum, quote: 'Set a date that you can keep.' }],
    },
  },
  { at: 'PT138M', by: 'leonor', do: 'put', draft: 'twenty-one-days', version: 2 },
  { at: 'PT139M', by: 'duarte', do: 'answer', draft: 'twenty-one-days', version: 2, stance: 'consent' },
  { at: 'PT139M', by: 'sarita', do: 'answer', draft: 'twenty-one-days', version: 2, stance: 'consent' },
  { at: 'PT140M', by: 'wanjiru', do: 'answer', draft: 'twenty-one-days', version: 2, stance: 'consent' },
  { at: 'PT141M', by: 'marisol', do: 'answer', draft: 'twenty-one-days', version: 2, stance: 'consent' },
  {
    at: 'PT142M',
    by: 'hana',
    do: 'answer',
    draft: 'twenty-one-days',
    version: 2,
    stance: 'ad-referendum',
    until: 6,
  },
  {
    at: 'PT145M',
    by: 'grace',
    do: 'write-notes',
    item: 'replies',
    notes:
      'Fourteen days “as a rule” pleased everybody and bound nobody. Himal, in the snow months, needs nineteen. Salma tried a wording: version 2 has a longer term and no exception, because even a party that cannot answer can say so. Harbour asks its principals: the island branches decide on terms themselves, and their committee, which meets within a fortnight, has the exact text.',
  },
]
