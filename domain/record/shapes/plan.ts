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
  listShape,
  oneHolds,
  oneOfWords,
} from '../shape.ts'
import type { EntryOf, Shapes } from './entries.ts'
import { actorShape, partyShape, personShape } from './names.ts'

const kind = (word: PlanEntry['kind']) => oneOfWords(word)
const slot = exactly<SlotText>({ startsAt: isInstant, durationMinutes: isNumber, timeZone: isText })
const venue = exactly<VenueText>({ place: isText, link: isText })
const description = exactly<DescriptionText>({ title: isText, aim: isText })
const office = oneOfWords(...offices)

/** Its code and any facts. */
export const warning = bothHold(each(oneHolds(isText, isNumber)), (value) => isPlain(value) && isText(value.warning))

const offered = (word: 'proposed' | 'time-offered') =>
  exactly<EntryOf<'proposed'>>({ kind: kind(word), by: actorShape, slot, message: isText })
const holding = (word: 'office-appointed' | 'office-accepted') =>
  exactly<EntryOf<'office-appointed'>>({
    kind: kind(word),
    by: actorShape,
    office,
    person: personShape,
    inForce: isFlag,
  })

/** What each entry of the plan must look like. */
export const planShapes: Shapes<PlanEntry['kind']> = {
  proposed: offered('proposed'),
  'time-offered': offered('time-offered'),
  'offer-declined': exactly<EntryOf<'offer-declined'>>({
    kind: kind('offer-declined'),
    by: actorShape,
    reason: isText,
  }),
  'offer-withdrawn': exactly<EntryOf<'offer-withdrawn'>>({ kind: kind('offer-withdrawn'), by: actorShape }),
  scheduled: exactly<EntryOf<'scheduled'>>({
    kind: kind('scheduled'),
    by: actorShape,
    meeting: exactly<EntryOf<'scheduled'>['meeting']>({
      kind: oneOfWords(...meetingKinds),
      title: isText,
      aim: isText,
    }),
    parties: listShape(partyShape),
    slot,
    venue,
    warnings: listShape(warning),
  }),
  rescheduled: exactly<EntryOf<'rescheduled'>>({
    kind: kind('rescheduled'),
    by: actorShape,
    from: slot,
    to: slot,
    reason: isText,
  }),
  'venue-changed': exactly<EntryOf<'venue-changed'>>({
    kind: kind('venue-changed'),
    by: actorShape,
    from: venue,
    to: venue,
  }),
  'description-changed': exactly<EntryOf<'description-changed'>>({
    kind: kind('description-changed'),
    by: actorShape,
    from: description,
    to: description,
  }),
  'resolution-limit-changed': exactly<EntryOf<'resolution-limit-changed'>>({
    kind: kind('resolution-limit-changed'),
    by: actorShape,
    from: isNumber,
    to: isNumber,
    reason: isText,
  }),
  'statement-minutes-changed': exactly<EntryOf<'statement-minutes-changed'>>({
    kind: kind('statement-minutes-changed'),
    by: actorShape,
    to: isNumber,
  }),
  'titles-shared': exactly<EntryOf<'titles-shared'>>({ kind: kind('titles-shared'), by: actorShape, inForce: isFlag }),
  'titles-unshared': exactly<EntryOf<'titles-unshared'>>({ kind: kind('titles-unshared'), by: actorShape }),
  'parties-changed': exactly<EntryOf<'parties-changed'>>({
    kind: kind('parties-changed'),
    by: actorShape,
    added: listShape(partyShape),
    removed: listShape(partyShape),
  }),
  'earlier-opened': exactly<EntryOf<'earlier-opened'>>({
    kind: kind('earlier-opened'),
    by: actorShape,
    party: partyShape,
    inForce: isFlag,
  }),
  'earlier-closed': exactly<EntryOf<'earlier-closed'>>({
    kind: kind('earlier-closed'),
    by: actorShape,
    party: partyShape,
  }),
  cancelled: exactly<EntryOf<'cancelled'>>({
    kind: kind('cancelled'),
    by: actorShape,
    because: oneOfWords('stated', 'declined', 'party-left'),
    reason: isText,
  }),
  'office-appointed': holding('office-appointed'),
  'office-accepted': holding('office-accepted'),
  'office-ended': exactly<EntryOf<'office-ended'>>({
    kind: kind('office-ended'),
    by: actorShape,
    office,
    person: personShape,
  }),
  'authorisation-changed': exactly<EntryOf<'authorisation-changed'>>({
    kind: kind('authorisation-changed'),
    by: actorShape,
    person: personShape,
    party: partyShape,
    authorised: isFlag,
  }),
}
