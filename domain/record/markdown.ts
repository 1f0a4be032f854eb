/**
 * Minutes as a Markdown document (CommonMark). The sentences come from the caller, who knows language and time zone; what
 * people wrote is escaped, so that a note can be no heading, link or HTML of the document.
 */
import type { CitedText, UpTo } from './conclusion-entry.ts'
import type { RecordLine, SideRef } from './entry.ts'
import { inline, plain, quote } from './markdown-text.ts'
import type { Attendance } from './minutes/attendance.ts'
import type { PrincipalsView, RecordedConclusion } from './minutes/conclusions.ts'
import type { Minutes } from './minutes/minutes.ts'
import { partyNamedIn } from './minutes/party-of.ts'
import type { MinutesSection } from './minutes/sections.ts'
import type { MinutesSentence, Words } from './minutes-words.ts'

/**
 * The minutes as a document: the agreed wording itself where one stands, then the agreement and the annex; last the head of
 * the record from which it was made. Ends with a line feed.
 */
export function markdownOf(minutes: Minutes, head: UpTo, words: Words): string {
  const standing = minutes.upTo === null ? undefined : minutes.agreement?.text?.wording
  const blocks = [
    standing?.trimEnd() ?? bodyBlocks(minutes, words, [`*${inline(words.say('not-agreed'))}*`]).join('\n\n'),
    ...agreementBlocks(minutes, words),
    ...titled('annex', listOf(minutes.annex.map((line) => annexLine(line, words))), words),
    headLine(head, words),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The wording on which the parties are asked to agree: what the record says up to and including `upTo`, and that alone. */
export function wordingOf(minutes: Minutes, upTo: UpTo, words: Words): string {
  const { sequence, hash } = upTo
  const end = plain(words.say('up-to', { sequence, hash }))
  return `${[...bodyBlocks(minutes, words, []), end].join('\n\n')}\n`
}

/** @param under what stands under the title. */
function bodyBlocks(minutes: Minutes, words: Words, under: readonly string[]): string[] {
  const { head, attendance, sections, unplaced, carriedOver, erased } = minutes
  return [
    `# ${inline(head.title ?? words.say('untitled'))}`,
    ...under,
    ...factBlocks(minutes, words),
    ...attendanceBlocks(attendance, words),
    ...sections.flatMap((section, place) => sectionBlocks(section, place + 1, words)),
    ...titled(
      'further-conclusions',
      unplaced.flatMap((view) => conclusionBlocks(view, words)),
      words,
    ),
    ...titled('carried-over', listOf(carriedOver.map((line) => carriedLine(line, words))), words),
    ...(erased.length === 0 ? [] : [plain(words.say('erased', { entries: erased.join(', ') }))]),
  ]
}

function headLine({ sequence, hash }: UpTo, { say }: Words): string {
  return plain(say('head', { sequence, hash }))
}

function factBlocks({ head, offices }: Minutes, { say, time }: Words): string[] {
  const { aim, parties, left, slot, venue, openedAt, closedAt, cancelled, warnings } = head
  const facts = [
    aim ? say('aim', { aim }) : null,
    parties.length > 0 ? say('parties', { parties: parties.map(({ name }) => name).join(', ') }) : null,
    ...left.map(({ party, at }) => say('party-left', { party: party.name, at: time(at) })),
    slot && say('planned', { at: time(slot.startsAt), minutes: slot.durationMinutes, zone: slot.timeZone }),
    venue?.place ? say('place', { place: venue.place }) : null,
    openedAt && say('opened', { at: time(openedAt) }),
    closedAt && say('closed', { at: time(closedAt) }),
    cancelled && say('cancelled', { at: time(cancelled.at), reason: cancelled.reason }),
    ...offices.map(({ office, person }) => say('office', { office, person: person.name })),
    ...warnings.map((warning) => say('warning', warning)),
  ]
  return listOf(facts.filter((fact) => fact !== null))
}

function attendanceBlocks(attendance: readonly Attendance[], words: Words): string[] {
  const { say, time } = words
  const rows = attendance.map(({ person, party, stays }) => {
    const during = stays
      .map(({ from, to }) =>
        to === null ? say('stay-to-end', { from: time(from) }) : say('stay', { from: time(from), to: time(to) }),
      )
      .join('; ')
    return party === null
      ? say('attended-without-party', { person: person.name, during })
      : say('attended', { person: person.name, party: party.name, during })
  })
  return titled('attendance', listOf(rows), words)
}

function sectionBlocks({ item, notes, conclusions }: MinutesSection, number: number, words: Words): string[] {
  const { say } = words
  return [
    `## ${inline(say('item', { number, title: item.title }))}`,
    ...(notes === null ? [] : [`**${inline(say('notes'))}**`, quote(notes)]),
    ...conclusions.flatMap((view) => conclusionBlocks(view, words)),
  ]
}

function conclusionBlocks(view: RecordedConclusion, words: Words): string[] {
  const { say } = words
  const { kind, title, text } = view
  return [
    `### ${inline(say('conclusion', { kind, title }))}`,
    outcomeLine(view, words),
    ...(text?.wording ? [quote(text.wording)] : []),
    ...listOf((text?.passages ?? []).map((passage) => passageLine(passage, words))),
    ...labelled('commitments', commitmentLines(view, words), words),
    ...decisionBlocks(view, words),
  ]
}

function outcomeLine(view: RecordedConclusion, { say, time }: Words): string {
  const { at, divergence, outcome } = view
  const because = divergence === null ? view.because : divergence.title
  return plain(say(because === '' ? 'outcome' : 'outcome-because', { outcome, at: time(at), because }))
}

function decisionBlocks(view: RecordedConclusion, words: Words): string[] {
  const { say } = words
  const { contentHash } = view
  return [
    ...labelled(
      'stances',
      view.stances.map((stance) => stanceLine(stance, words)),
      words,
    ),
    ...view.words.flatMap(({ side, words: own }) => [plain(say('side-words', { side: side.name })), quote(own)]),
    ...(contentHash === null ? [] : [plain(say('content-hash', { hash: contentHash }))]),
  ]
}

function passageLine({ text, reference: short, quote: words }: CitedText, { say }: Words): string {
  const reference = say('reference-in-text', { text, reference: short })
  return words === null ? say('passage', { reference }) : say('quoted-passage', { reference, words })
}

function commitmentLines({ text }: RecordedConclusion, { say }: Words): string[] {
  return (text?.commitments ?? []).map(({ what, party, person, dueOn }) => {
    const who = [party?.name, person?.name].filter((name) => name !== undefined).join(', ')
    return who === '' || dueOn === null
      ? say('commitment-unfinished', { what })
      : say('commitment', { what, who, dueOn })
  })
}

function stanceLine(
  { side, stance, words, givenBy, signInMethod, at, until, principals }: RecordedConclusion['stances'][number],
  { say, time, lastDay }: Words,
): string {
  const values = { side: side.name, stance, words, givenBy, at: time(at), signIn: signInMethod }
  const line = say(words === '' ? 'stance' : 'stance-with-words', values)
  if (principals !== null) return `${line} ${principalsLine(side, principals, { say, time })}`
  if (until === null) return line
  const by = until.zone === null ? time(until.at) : lastDay(until.at, until.zone)
  return `${line} ${say('principals-until', { side: side.name, until: by })}`
}

function principalsLine(
  side: SideRef,
  { word, broughtBy, signInMethod, at }: PrincipalsView,
  { say, time }: Pick<Words, 'say' | 'time'>,
): string {
  return say('principals', { side: side.name, word, broughtBy, at: time(at), signIn: signInMethod })
}

/** The wording that is agreed is the document itself, so it does not stand in it once more. */
function agreementBlocks({ agreement }: Minutes, words: Words): string[] {
  return agreement === null
    ? []
    : titled('agreement', [outcomeLine(agreement, words), ...decisionBlocks(agreement, words)], words)
}

function carriedLine({ thing, outcome, to, reason }: Minutes['carriedOver'][number], { say }: Words): string {
  const values = { kind: thing.kind, title: thing.title, outcome }
  if (to !== null) return say('carried-to', { ...values, to })
  return reason === '' ? say('carried', values) : say('carried-because', { ...values, reason })
}

function annexLine({ entry, at, sequence }: RecordLine, { say, time }: Words): string {
  if (entry === null) return say('annex-erased', { at: time(at), sequence })
  const party = partyNamedIn(entry)
  const values = { at: time(at), kind: entry.kind, ...(party === null ? {} : { party }) }
  if (!('conclusion' in entry)) return say(party === null ? 'annex-line' : 'annex-line-of', values)
  const about = { ...values, title: entry.conclusion.title }
  return say(party === null ? 'annex-line-about' : 'annex-line-about-of', about)
}

function titled(sentence: MinutesSentence, blocks: readonly string[], { say }: Words): string[] {
  return blocks.length === 0 ? [] : [`## ${inline(say(sentence))}`, ...blocks]
}

function labelled(sentence: MinutesSentence, items: readonly string[], { say }: Words): string[] {
  return items.length === 0 ? [] : [`**${inline(say(sentence))}**`, ...listOf(items)]
}

/** One block, or none for no items. */
function listOf(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${plain(item)}`).join('\n')]
}
