/**
 * Who sees what, written by hand from PRODUCT.md, never from the code: a row for each group of things that have the same readers, a
 * letter for each actor who may see them, a point for each who may not. "May not" means: not its words, not that it exists, not in a
 * count, an order or a time. Anonymous, the removed member and the session that ran out see none of it, but for their own address.
 *
 * The names of things: `weir` is the bilateral that is held, `ferry` one with a date whose titles are shared with the organizer, `off` one
 * that was called off, `offered` one that was only proposed, `lock` a closed one, `mill` one whose agreed minutes are shared with the
 * group; `basin` a multilateral with a date, `draft-basin` the organizer's draft of one, `hall` one that is held, `moot` one that
 * Fir (L) left; `study` a study session of the third party. The conclusions of weir: `draft`, `put`, `awaited` (ad referendum), `declined`,
 * `adopted`, `shared` (with the group), a `divergence`. Of moot: `kept` (adopted with Fir), `later` (without it), `moot-draft`.
 */
import type { Actor } from './actors.ts'

/** The columns, in their order. */
const columns: Readonly<Record<string, Actor>> = {
  W: 'member-without-party',
  T: 'third-party',
  L: 'left-party',
  O: 'other-party',
  b: 'observer',
  d: 'delegate',
  H: 'head',
  i: 'installed-head',
  F: 'facilitator',
  p: 'pending-officer',
  G: 'organizer',
  A: 'instance-admin',
}

/** A row: what it is about, who sees it, and the things, each as `of` and what of it. */
type Row = readonly [what: string, seenBy: string, ...things: readonly (readonly [of: string, parts: string])[]]

const drafted =
  'title wording commitment commitment-due first-wording back back-by back-at objection objection-by objection-at'
const answered = 'put-by put-at reservation reservation-by reservation-at answer-by answer-at'

const rows: readonly Row[] = [
  // That a bilateral is scheduled: its parties and officers, and the organizer.
  ['that it is held, when and where', 'O b d H i F p G', ['weir', 'title starts place link']],
  ['that it is planned', 'O b d H i G', ['ferry', 'title starts place link'], ['lock', 'title starts place link']],
  ['that it is called off, and why', 'O b d H i G', ['off', 'title starts place link cancel-reason']],
  ['that it is proposed: rules 1 and 17', 'O b d H i', ['offered', 'title place link time']],
  ['what was written with the offer', 'O b d H', ['offered', 'message']],
  ['the title stands on what is shared', 'W T L O b d H i F p G', ['mill', 'title']],
  ['the rest of where it was held', 'O b d H i G', ['mill', 'starts place link']],

  // A multilateral: the group knows of it; the rest is for those who take part, its officers and the organizer.
  ['existence', 'W T L O b d H i F p G', ['basin', 'title starts'], ['hall', 'title starts'], ['moot', 'title starts']],
  ['logistics', 'T O b d H i G', ['basin', 'place link']],
  ['logistics, with its chair', 'T O b d H i F G', ['hall', 'place link']],
  ['logistics, not for a party that left', 'T O b d H i F G', ['moot', 'place link']],
  ['a draft is the organizers’', 'G', ['draft-basin', 'title place link aim limit-reason item item-aim']],
  ['what is written in a draft', '', ['draft-basin', 'notes item-reason']],
  ['a study session', 'W T G', ['study', 'title starts place link aim limit-reason item item-aim']],

  // The agenda of a scheduled meeting; of a bilateral the organizer reads the titles if the parties allow.
  ['agenda', 'O b d H F', ['weir', 'aim limit-reason item item-aim']],
  ['agenda', 'O b d H', ['ferry', 'aim limit-reason item-aim'], ['off', 'aim limit-reason item item-aim']],
  ['titles', 'O b d H G', ['ferry', 'item']],
  ['agenda', 'O b d H', ['offered', 'aim limit-reason item item-aim'], ['lock', 'aim limit-reason item item-aim']],
  ['agenda', 'O b d H', ['mill', 'aim limit-reason item item-aim']],
  ['agenda', 'T O b d H G', ['basin', 'aim limit-reason item item-aim']],
  [
    'agenda, with its chair',
    'T O b d H F G',
    ['hall', 'aim limit-reason item item-aim'],
    ['moot', 'aim limit-reason item-aim'],
  ],
  ['stands over what was adopted with it', 'T L O b d H F G', ['moot', 'item']],

  // Notes and what is said in a meeting: its parties, their observers, its officers.
  ['notes, presence', 'O b d H F', ['weir', 'notes item-reason presence']],
  ['notes', 'O b d H', ['ferry', 'notes item-reason'], ['off', 'notes item-reason'], ['offered', 'notes item-reason']],
  ['notes', 'O b d H', ['lock', 'notes item-reason'], ['mill', 'notes item-reason']],
  ['notes', 'T O b d H', ['basin', 'notes item-reason']],
  ['notes', 'T O b d H F', ['hall', 'notes item-reason'], ['moot', 'notes item-reason']],
  ['notes', 'W T', ['study', 'notes item-reason']],

  // Drafts and stances: those of the meeting.
  ['drafts and stances', 'O b d H F', ['draft', drafted], ['put', `${drafted} ${answered}`]],
  ['ad referendum', 'O b d H F', ['awaited', `${drafted} ${answered} principals-until`]],
  ['declined', 'O b d H F', ['declined', `${drafted} ${answered} principals-until principals-by ending ended-at`]],
  ['a divergence', 'O b d H F', ['divergence', 'title own-words other-words own-by other-by own-at other-at']],
  [
    'how the shared one came about',
    'O b d H F',
    ['shared', drafted.replace('title wording commitment commitment-due ', '')],
  ],
  ['who answered it, and how', 'O b d H F', ['shared', answered]],
  ['drafts and stances', 'T O b d H F', ['moot-draft', drafted], ['later', `${drafted} ${answered}`]],
  ['what was agreed with Fir', 'T L O b d H F', ['kept', `${drafted} ${answered}`]],

  // Adopted conclusions and commitments: as shared.
  ['adopted', 'O b d H F', ['adopted', `${drafted} ${answered} adopted-at commitment-reason`]],
  [
    'shared',
    'W T L O b d H i F p G',
    ['shared', 'title wording commitment commitment-due commitment-reason adopted-at'],
  ],
  ['adopted', 'T O b d H F', ['later', 'adopted-at commitment-reason']],
  ['adopted', 'T L O b d H F', ['kept', 'adopted-at commitment-reason']],

  // The record and its minutes: those of the meeting, unless the parties share them.
  ['record', 'O b d H F', ['weir', 'entry entry-by entry-at']],
  ['record', 'O b d H', ['lock', 'entry entry-by entry-at']],
  ['record', 'T O b d H F', ['hall', 'entry entry-by entry-at']],
  ['record up to the leaving', 'T L O b d H F', ['moot', 'entry entry-by entry-at']],
  ['record after it', 'T O b d H F', ['moot', 'later-entry later-entry-by later-entry-at']],
  ['that there are shared minutes', 'W T L O b d H i F p G', ['minutes', 'title']],
  ['their wording says who stood where; the group reads them without', 'O b d H', ['minutes', 'wording']],
  ['an entry of a shared record', 'W T L O b d H i F p G', ['mill', 'entry']],
  ['who wrote it', 'O b d H', ['mill', 'entry-by annex annex-by annex-at']],
  [
    'who agreed to the minutes, and how',
    'O b d H',
    ['minutes', 'reservation-head reservation-other by-head by-other put-by'],
  ],
  ['when', 'O b d H', ['minutes', 'at-head at-other']],

  // Homework: head, deputies and delegates of the party; the organizer gave some of it, and learns "prepared / not".
  ['a party’s own', 'd H', ['homework', 'instructions due'], ['personal-homework', 'instructions due']],
  ['given by the organizer', 'd H G', ['given-homework', 'instructions due']],
  ['who did it, and when', 'd H', ['given-homework', 'done-by done-at']],

  // Texts: the group, or the parties that it is limited to; a draft is the organizers’.
  ['a text', 'W T L O b d H i F p G', ['text', 'title words label']],
  ['limited to Alder', 'b d H i G', ['limited-text', 'title words label']],
  ['a draft', 'G', ['draft-text', 'title words label source'], ['text', 'source'], ['limited-text', 'source']],

  // The group and its people.
  ['of the group', 'W T L O b d H i F p G', ['group', 'purpose history']],
  ['of one party', 'b d H G', ['party', 'history history-by history-at']],
  ['whom a party invites', 'H i', ['invited', 'name address'], ['claimed', 'name address claimer claimed-from']],
  ['who is asked to organize', 'G', ['organizing', 'name address']],
  ['whom a party brings along', 'T O b d H i F G', ['observer', 'name']],
  ['an address: oneself, and the heads of one’s party', 'W', ['member-without-party', 'address']],
  ['an address', 'T', ['third-party', 'address']],
  ['an address', 'L', ['left-party', 'address']],
  ['an address', 'O', ['other-party', 'address']],
  ['an address', 'b H i', ['observer', 'address']],
  ['an address', 'd H i', ['delegate', 'address']],
  ['an address', 'H i', ['head', 'address'], ['installed-head', 'address']],
  ['an address', 'F', ['facilitator', 'address']],
  ['an address', 'p', ['pending-officer', 'address']],
  ['an address', 'G', ['organizer', 'address']],
  ['another group', '', ['foreign', 'stranger party']],
  ['the instance admin knows groups by their names', 'A', ['foreign', 'group']],
]

const readers: ReadonlyMap<string, readonly Actor[]> = readTable()

function readTable(): ReadonlyMap<string, readonly Actor[]> {
  const found = new Map<string, readonly Actor[]>([['removed-member-address', ['removed-member']]])
  for (const [, seenBy, ...groups] of rows) {
    const actors = seenBy.split(' ').flatMap((letter) => columns[letter] ?? [])
    for (const thing of groups.flatMap(([of, parts]) => parts.split(' ').map((part) => `${of}-${part}`))) {
      if (found.has(thing)) throw new Error(`The table says twice who sees ${thing}.`)
      found.set(thing, actors)
    }
  }
  return found
}

/** Every thing of the table. */
export const things: readonly string[] = [...readers.keys()]

/**
 * Who may see a thing.
 *
 * @throws Error for one that the table does not name: what has no row may be nowhere in the world.
 */
export function readersOf(thing: string): readonly Actor[] {
  const found = readers.get(thing)
  if (found === undefined) throw new Error(`The table does not say who sees ${thing}.`)
  return found
}

export function sees(actor: Actor, thing: string): boolean {
  return readersOf(thing).includes(actor)
}
