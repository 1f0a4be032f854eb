/** How the list of recordings was worded: three versions, one taken back, and a prize that was let go. */
import { passages as p } from './passages.ts'
import type { Act, Commitment } from './types.ts'

const commitments: readonly Commitment[] = [
  {
    key: 'columns',
    what: 'Send the seven columns with two rows filled in as an example',
    party: 'estuary',
    person: 'amilcar',
    due: -19,
  },
  {
    key: 'forty',
    what: 'Send the list of the first forty recordings as a table',
    party: 'valley',
    person: 'achieng',
    due: -4,
  },
  {
    key: 'joined',
    what: 'Join both lists and send the result back, with every doubt marked and none resolved alone',
    party: 'estuary',
    person: 'duarte',
    due: 12,
  },
]

export const cites = [{ first: p.whoDoesWhat }, { first: p.commitment }]

export const wordingTheList: readonly Act[] = [
  {
    at: 'PT49M',
    by: 'duarte',
    do: 'draft',
    key: 'one-list',
    item: 'list',
    kind: 'cooperation',
    title: 'One list of recordings',
    version: { wording: 'Estuary and Valley will improve the exchange of their lists of recordings.', cites },
  },
  {
    at: 'PT62M',
    by: 'amilcar',
    do: 'revise',
    draft: 'one-list',
    version: {
      wording:
        'Estuary and Valley keep one list of their story recordings. It has seven columns: teller, language, place, date, length, who may listen, where the recording is kept. Each fills in its own rows and leaves the rows of the other as they are.',
      cites,
      commitments,
    },
  },
  {
    at: 'PT64M',
    by: 'wanjiru',
    do: 'draft',
    key: 'prize',
    item: 'list',
    kind: 'common-position',
    title: 'A prize for tellers',
    version: {
      wording: 'Estuary and Valley propose to the circle a yearly prize for the best told story.',
      cites: [{ first: p.asking }],
    },
  },
  { at: 'PT68M', by: 'duarte', do: 'put', draft: 'one-list', version: 2 },
  { at: 'PT69M', by: 'duarte', do: 'answer', draft: 'one-list', version: 2, stance: 'consent' },
  {
    at: 'PT73M',
    by: 'wanjiru',
    do: 'take-back',
    draft: 'one-list',
    version: 2,
    reason: 'Our oldest recordings have neither length nor date. As it stands we would break this on the first day.',
  },
  {
    at: 'PT76M',
    by: 'achieng',
    do: 'revise',
    draft: 'one-list',
    version: {
      wording:
        'Estuary and Valley keep one list of their story recordings. It has seven columns: teller, language, place, date, length, who may listen, where the recording is kept. A column may be left empty where nothing is known, except who may listen. Each fills in its own rows and leaves the rows of the other as they are.',
      cites,
      commitments,
    },
  },
  { at: 'PT78M', by: 'wanjiru', do: 'put', draft: 'one-list', version: 3 },
  { at: 'PT80M', by: 'duarte', do: 'answer', draft: 'one-list', version: 3, stance: 'consent' },
  {
    at: 'PT82M',
    by: 'wanjiru',
    do: 'answer',
    draft: 'one-list',
    version: 3,
    stance: 'ad-referendum',
    until: -19,
  },
  {
    at: 'PT84M',
    by: 'wanjiru',
    do: 'withdraw',
    draft: 'prize',
    reason: 'We liked it better than we had thought about it. First somebody should ask tellers if they want prizes.',
  },
]
