/** What the entries of the floor look like, member by member. */
import type { AgendaLine, CarriedThing, FloorEntry } from '../floor-entry.ts'
import { exactly, isFlag, isNumber, isText, listShape, oneOfWords, orNull } from '../shape.ts'
import type { EntryOf, Shapes } from './entries.ts'
import { actorShape, itemShape, partyShape, personShape } from './names.ts'
import { warning } from './plan.ts'

const kind = (word: FloorEntry['kind']) => oneOfWords(word)
const agenda = listShape(exactly<AgendaLine>({ id: isText, title: isText, kind: isText, minutes: isNumber }))

const presence = (word: 'came' | 'left') =>
  exactly<EntryOf<'came'>>({ kind: kind(word), person: personShape, party: orNull(partyShape) })
const onItem = (word: 'item-started' | 'item-closed') =>
  exactly<EntryOf<'item-started'>>({ kind: kind(word), by: actorShape, item: itemShape })

/** What each entry of the floor must look like. */
export const floorShapes: Shapes<FloorEntry['kind']> = {
  opened: exactly<EntryOf<'opened'>>({ kind: kind('opened'), by: actorShape, agenda, warnings: listShape(warning) }),
  'agenda-changed': exactly<EntryOf<'agenda-changed'>>({ kind: kind('agenda-changed'), by: actorShape, agenda }),
  came: presence('came'),
  left: presence('left'),
  'item-started': onItem('item-started'),
  'item-closed': onItem('item-closed'),
  'note-written': exactly<EntryOf<'note-written'>>({
    kind: kind('note-written'),
    by: actorShape,
    item: itemShape,
    text: isText,
  }),
  'party-left': exactly<EntryOf<'party-left'>>({
    kind: kind('party-left'),
    by: actorShape,
    party: partyShape,
    remaining: isNumber,
    resolutions: isFlag,
  }),
  'carried-over': exactly<EntryOf<'carried-over'>>({
    kind: kind('carried-over'),
    thing: exactly<CarriedThing>({ kind: oneOfWords('item', 'inquiry', 'commitment'), id: isText, title: isText }),
    outcome: oneOfWords('carry', 'settled', 'dropped', 'stays-open'),
    to: orNull(itemShape),
    reason: isText,
  }),
  closed: exactly<EntryOf<'closed'>>({ kind: kind('closed'), by: actorShape }),
}
