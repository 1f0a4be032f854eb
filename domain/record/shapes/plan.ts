/** What the entries of planning look like, member by member. */
import { meetingKinds } from '../../meeting/meeting.ts'
import { offices } from '../../meeting/participant.ts'
import type { DescriptionText, PlanEntry, SlotText, VenueText } from '../plan-entry.ts'
import {
  bothHold,
  each,
  exactly,
  isFlag,
  isInstant,
  isNumber,
  isPlain,
  isText,
  listOf,
  oneHolds,
  oneOfWords,
} from '../shape.ts'
import type { EntryOf, Shapes } from './entries.ts'
import { actor, party, person } from './names.ts'

const kind = (word: PlanEntry['kind']) => oneOfWords(word)
const slot = exactly<SlotText>({ startsAt: isInstant, durationMinutes: isNumber, timeZone: isText })
const venue = exactly<VenueText>({ place: isText, link: isText })
const description = exactly<DescriptionText>({ title: isText, aim: isText })
const office = oneOfWords(...offices)

/** Its code and any facts. */
export const warning = bothHold(each(oneHolds(isText, isNumber)), (value) => isPlain(value) && isText(value.warning))

const offered = (word: 'proposed' | 'time-offered') =>
  exactly<EntryOf<'proposed'>>({ kind: kind(word), by: actor, slot, message: isText })
const holding = (word: 'office-appointed' | 'office-accepted') =>
  exactly<EntryOf<'office-appointed'>>({ kind: kind(word), by: actor, office, person, inForce: isFlag })

/** What each entry of the plan must look like. */
export const planShapes: Shapes<PlanEntry['kind']> = {
  proposed: offered('proposed'),
  'time-offered': offered('time-offered'),
  'offer-declined': exactly<EntryOf<'offer-declined'>>({ kind: kind('offer-declined'), by: actor, reason: isText }),
  'offer-withdrawn': exactly<EntryOf<'offer-withdrawn'>>({ kind: kind('offer-withdrawn'), by: actor }),
  scheduled: exactly<EntryOf<'scheduled'>>({
    kind: kind('scheduled'),
    by: actor,
    meeting: exactly<EntryOf<'scheduled'>['meeting']>({
      kind: oneOfWords(...meetingKinds),
      title: isText,
      aim: isText,
    }),
    parties: listOf(party),
    slot,
    venue,
    warnings: listOf(warning),
  }),
  rescheduled: exactly<EntryOf<'rescheduled'>>({
    kind: kind('rescheduled'),
    by: actor,
    from: slot,
    to: slot,
    reason: isText,
  }),
  'venue-changed': exactly<EntryOf<'venue-changed'>>({
    kind: kind('venue-changed'),
    by: actor,
    from: venue,
    to: venue,
  }),
  'description-changed': exactly<EntryOf<'description-changed'>>({
    kind: kind('description-changed'),
    by: actor,
    from: description,
    to: description,
  }),
  'resolution-limit-changed': exactly<EntryOf<'resolution-limit-changed'>>({
    kind: kind('resolution-limit-changed'),
    by: actor,
    from: isNumber,
    to: isNumber,
    reason: isText,
  }),
  'statement-minutes-changed': exactly<EntryOf<'statement-minutes-changed'>>({
    kind: kind('statement-minutes-changed'),
    by: actor,
    to: isNumber,
  }),
  'titles-shared': exactly<EntryOf<'titles-shared'>>({ kind: kind('titles-shared'), by: actor, inForce: isFlag }),
  'titles-unshared': exactly<EntryOf<'titles-unshared'>>({ kind: kind('titles-unshared'), by: actor }),
  'parties-changed': exactly<EntryOf<'parties-changed'>>({
    kind: kind('parties-changed'),
    by: actor,
    added: listOf(party),
    removed: listOf(party),
  }),
  'earlier-opened': exactly<EntryOf<'earlier-opened'>>({
    kind: kind('earlier-opened'),
    by: actor,
    party,
    inForce: isFlag,
  }),
  'earlier-closed': exactly<EntryOf<'earlier-closed'>>({ kind: kind('earlier-closed'), by: actor, party }),
  cancelled: exactly<EntryOf<'cancelled'>>({
    kind: kind('cancelled'),
    by: actor,
    because: oneOfWords('stated', 'declined', 'party-left'),
    reason: isText,
  }),
  'office-appointed': holding('office-appointed'),
  'office-accepted': holding('office-accepted'),
  'office-ended': exactly<EntryOf<'office-ended'>>({ kind: kind('office-ended'), by: actor, office, person }),
  'authorisation-changed': exactly<EntryOf<'authorisation-changed'>>({
    kind: kind('authorisation-changed'),
    by: actor,
    person,
    party,
    authorised: isFlag,
  }),
}
