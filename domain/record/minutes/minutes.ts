/**
 * Minutes are a view of the record: the same entries, arranged for reading. Data, no prose; the words are put to it where it
 * is shown or printed (`../markdown`). What comes after the entry up to which they are put or agreed is their annex.
 */
import type { Office } from '../../meeting/participant.ts'
import type { UpTo } from '../conclusion-entry.ts'
import type { PartyRef, PersonRef, RecordLine } from '../entry.ts'
import type { CarriedThing } from '../floor-entry.ts'
import type { SlotText, VenueText, WarningText } from '../plan-entry.ts'
import { agreementIn, isOfAgreement } from './agreement.ts'
import { type Attendance, attendanceIn } from './attendance.ts'
import { conclusionsIn, type RecordedConclusion } from './conclusions.ts'
import { linesOfKinds } from './lines.ts'
import { type MinutesSection, sectionsIn } from './sections.ts'

/** What the head of the minutes says. Null: the entry is erased, or it has not happened. */
export interface MinutesHead {
  readonly kind: string | null
  readonly title: string | null
  readonly aim: string | null
  readonly parties: readonly PartyRef[]
  /** Parties that left, with the instant. */
  readonly left: readonly { readonly party: PartyRef; readonly at: string }[]
  readonly slot: SlotText | null
  readonly venue: VenueText | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly cancelled: { readonly at: string; readonly reason: string } | null
  /** What was warned about when the meeting was opened all the same. */
  readonly warnings: readonly WarningText[]
}

/** An office in force and its holder; one that ended while the meeting was held stays listed. */
export interface OfficeLine {
  readonly office: Office
  readonly person: PersonRef
}

/** What became of an open thing at closing (rule 16). */
export interface CarriedLine {
  readonly thing: CarriedThing
  readonly outcome: 'carry' | 'settled' | 'dropped' | 'stays-open'
  readonly to: string | null
  readonly reason: string
}

/** A record arranged for reading. */
export interface Minutes {
  readonly head: MinutesHead
  readonly offices: readonly OfficeLine[]
  readonly attendance: readonly Attendance[]
  /** One for each agenda item, in the order of the agenda. */
  readonly sections: readonly MinutesSection[]
  /** Conclusions under no item of the agenda. */
  readonly unplaced: readonly RecordedConclusion[]
  readonly carriedOver: readonly CarriedLine[]
  /** The agreement on these minutes as it stands now; null before they were put. */
  readonly agreement: RecordedConclusion | null
  /** The entry up to which these minutes stand before the parties, or are agreed; null: they do not, and go to the end. */
  readonly upTo: UpTo | null
  /** What happened after that entry, in order, besides the agreement itself. */
  readonly annex: readonly RecordLine[]
  /** Entries that were erased. */
  readonly erased: readonly number[]
}

/**
 * Arranges a record. The lines come in the order of their sequence.
 *
 * @param now the moment at which it is read. Minutes that stand tell how things were when they were put.
 */
export function minutesOf(lines: readonly RecordLine[], now: Date): Minutes {
  const { conclusion: agreement, upTo, putAt } = agreementIn(lines, now)
  const body = upTo === null ? lines : lines.filter(({ sequence }) => sequence <= upTo.sequence)
  const conclusions = conclusionsIn(body, putAt ?? now)
  const sections = sectionsIn(body, conclusions)
  const placed = new Set(sections.flatMap((section) => section.conclusions))
  return {
    head: headOf(body),
    offices: officesIn(body),
    attendance: attendanceIn(body),
    sections,
    unplaced: conclusions.filter((view) => view.kind !== 'record' && !placed.has(view)),
    carriedOver: linesOfKinds(body, 'carried-over').map(({ entry: { thing, outcome, to, reason } }) => ({
      thing,
      outcome,
      to: to?.title ?? null,
      reason,
    })),
    agreement,
    upTo,
    annex: lines.slice(body.length).filter((line) => !isOfAgreement(line)),
    erased: lines.filter(({ entry }) => entry === null).map(({ sequence }) => sequence),
  }
}

function headOf(body: readonly RecordLine[]): MinutesHead {
  const scheduled = linesOfKinds(body, 'scheduled').at(-1)?.entry
  const opened = linesOfKinds(body, 'opened').at(-1)
  const cancelled = linesOfKinds(body, 'cancelled').at(-1)
  return {
    kind: scheduled?.meeting.kind ?? null,
    ...describedIn(body),
    parties: partiesIn(body),
    left: linesOfKinds(body, 'party-left').map(({ entry, at }) => ({ party: entry.party, at })),
    slot: linesOfKinds(body, 'rescheduled').at(-1)?.entry.to ?? scheduled?.slot ?? null,
    venue: linesOfKinds(body, 'venue-changed').at(-1)?.entry.to ?? scheduled?.venue ?? null,
    openedAt: opened?.at ?? null,
    closedAt: linesOfKinds(body, 'closed').at(-1)?.at ?? null,
    cancelled: cancelled === undefined ? null : { at: cancelled.at, reason: cancelled.entry.reason },
    warnings: opened?.entry.warnings ?? [],
  }
}

/** As it was called last: a name can change after the meeting was scheduled. */
function describedIn(body: readonly RecordLine[]): Pick<MinutesHead, 'title' | 'aim'> {
  const entry = linesOfKinds(body, 'scheduled', 'description-changed').at(-1)?.entry
  const said = entry?.kind === 'scheduled' ? entry.meeting : entry?.to
  return { title: said?.title ?? null, aim: said?.aim ?? null }
}

/** Every party that was on the list while the meeting was held, also one that left it. */
function partiesIn(body: readonly RecordLine[]): readonly PartyRef[] {
  return linesOfKinds(body, 'scheduled', 'parties-changed').reduce<readonly PartyRef[]>((parties, { entry }) => {
    if (entry.kind === 'scheduled') return entry.parties
    const gone = new Set(entry.removed.map(({ id }) => id))
    return [...parties.filter(({ id }) => !gone.has(id)), ...entry.added]
  }, [])
}

function officesIn(body: readonly RecordLine[]): readonly OfficeLine[] {
  const opened = linesOfKinds(body, 'opened').at(-1)?.sequence ?? Number.POSITIVE_INFINITY
  return linesOfKinds(body, 'office-appointed', 'office-accepted', 'office-ended').reduce<readonly OfficeLine[]>(
    (offices, { entry, sequence }) => {
      const { office, person } = entry
      const others = offices.filter((line) => line.office !== office || line.person.id !== person.id)
      if (entry.kind === 'office-ended') return sequence < opened ? others : offices
      return entry.inForce ? [...others, { office, person }] : others
    },
    [],
  )
}
