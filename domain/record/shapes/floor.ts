/** What the entries of the floor look like, member by member. */
import type { AgendaLine, CarriedThing, FloorEntry } from '../floor-entry.ts'
import { exactly, isFlag, isNumber, isText, listOf, oneOfWords, orNull } from '../shape.ts'
import type { EntryOf, Shapes } from './entries.ts'
import { actor, item, party, person } from './names.ts'
import { warning } from './plan.ts'

const kind = (word: FloorEntry['kind']) => oneOfWords(word)
const agenda = listOf(exactly<AgendaLine>({ id: isText, title: isText, kind: isText, minutes: isNumber }))

const presence = (word: 'came' | 'left') => exactly<EntryOf<'came'>>({ kind: kind(word), person, party: orNull(party) })
const onItem = (word: 'item-started' | 'item-closed') =>
  exactly<EntryOf<'item-started'>>({ kind: kind(word), by: actor, item })

/** What each entry of the floor must look like. */
export const floorShapes: Shapes<FloorEntry['kind']> = {
  opened: exactly<EntryOf<'opened'>>({ kind: kind('opened'), by: actor, agenda, warnings: listOf(warning) }),
  'agenda-changed': exactly<EntryOf<'agenda-changed'>>({ kind: kind('agenda-changed'), by: actor, agenda }),
  came: presence('came'),
  left: presence('left'),
  'item-started': onItem('item-started'),
  'item-closed': onItem('item-closed'),
  'note-written': exactly<EntryOf<'note-written'>>({ kind: kind('note-written'), by: actor, item, text: isText }),
  'party-left': exactly<EntryOf<'party-left'>>({
    kind: kind('party-left'),
    by: actor,
    party,
    remaining: isNumber,
    resolutions: isFlag,
  }),
  'carried-over': exactly<EntryOf<'carried-over'>>({
    kind: kind('carried-over'),
    thing: exactly<CarriedThing>({ kind: oneOfWords('item', 'inquiry', 'commitment'), id: isText, title: isText }),
    outcome: oneOfWords('carry', 'settled', 'dropped', 'stays-open'),
    to: orNull(item),
    reason: isText,
  }),
  closed: exactly<EntryOf<'closed'>>({ kind: kind('closed'), by: actor }),
}
