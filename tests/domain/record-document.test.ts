/** SECURITY.md, promises 3 and 15, attack 55: whatever people write, it stands in the minutes at its place and nowhere else. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { ConclusionRef } from '#domain/record/conclusion-entry.ts'
import type { ActorRef, RecordEntry, RecordLine, SideRef } from '#domain/record/entry.ts'
import { markdownOf } from '#domain/record/markdown.ts'
import { passageBlocks } from '#domain/record/markdown-passages.ts'
import { minutesOf } from '#domain/record/minutes/minutes.ts'
import type { Words } from '#domain/record/minutes-words.ts'
import { hasVisible } from '#domain/written/characters.ts'
import { asLine, asWords } from '#domain/written/written.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { hostile, hostileWords } from './hostile-words.ts'
import { type Leaf, readers } from './markdown-readers.ts'

/** Where people write one line, and where several. */
const linePlaces = [
  'title',
  'place',
  'party',
  'other',
  'person',
  'item',
  'draft',
  'divergence',
  'next',
  'book',
] as const
const wordPlaces = ['aim', 'reason', 'notes', 'wording', 'quoted', 'what', 'reservation', 'own', 'cited'] as const
const places = [...linePlaces, ...wordPlaces]

type Written = Readonly<Record<(typeof places)[number], string>>

const upTo = { sequence: 9, hash: 'f'.repeat(64) }
const words: Words = {
  say: (sentence, values = {}) => `${sentence} (${Object.values(values).join('; ')}).`,
  time: (instant) => instant.slice(11, 16),
  lastDay: (instant, zone) => `${instant.slice(0, 10)} in ${zone}`,
}

/** The minutes of a meeting in which each place holds what was written there. */
function documentOf(written: Written): string {
  const lines: RecordLine[] = entriesOf(written).map((entry, place) => ({
    sequence: place + 1,
    at: new Date(Date.UTC(2026, 2, 11, 17, place)).toISOString(),
    entry,
  }))
  const passages = [
    { textTitle: written.book, edition: 1, reference: '1 ¶2', label: null, text: written.cited },
    { textTitle: written.book, edition: 1, reference: '1 ¶3', label: 'b)', text: written.cited },
  ]
  const document = markdownOf(minutesOf(lines, new Date(Date.UTC(2026, 2, 11, 20))), upTo, words)
  return `${document}\n${passageBlocks(passages, words).join('\n\n')}\n`
}

function entriesOf(w: Written): readonly RecordEntry[] {
  const party = { id: 'library', name: w.party }
  const other = { id: 'harbour', name: w.other }
  const side = ({ id, name }: { id: string; name: string }): SideRef => ({ kind: 'party', id, name })
  const by: ActorRef = { person: { id: 'lea', name: w.person }, party }
  const slot = { startsAt: '2026-03-10T17:00:00.000Z', durationMinutes: 90, timeZone: 'Europe/Vienna' }
  const item = { id: 'weir', title: w.item }
  const conclusion: ConclusionRef = { id: 'c-1', kind: 'cooperation', title: w.draft, item }
  const divergence: ConclusionRef = { id: 'd-1', kind: 'divergence', title: w.divergence, item: null }
  const minutes: ConclusionRef = { id: 'c-9', kind: 'record', title: 'Record', item: null }
  const text = {
    number: 1,
    wording: w.wording,
    passages: [{ text: w.book, reference: '2.3 ¶5', quote: w.quoted }],
    commitments: [{ what: w.what, party, person: by.person, dueOn: '2026-05-01' }],
  }
  const answer = {
    by,
    conclusion,
    version: 1,
    side: side(party),
    referendumBy: null,
    signInMethod: 'mail-link',
  } as const
  const sides = [side(party), side(other)]
  return [
    {
      kind: 'scheduled',
      by,
      meeting: { kind: 'bilateral', title: w.title, aim: w.aim },
      parties: [party, other],
      slot,
      venue: { place: w.place, link: '' },
      warnings: [],
    },
    { kind: 'opened', by, agenda: [{ ...item, kind: 'cooperation', minutes: 45 }], warnings: [] },
    { kind: 'came', person: by.person, party },
    { kind: 'item-started', by, item },
    { kind: 'note-written', by, item, text: w.notes },
    { kind: 'draft-made', by, conclusion, text },
    { kind: 'put', by, conclusion, version: 1, deciders: sides },
    { kind: 'stance-taken', ...answer, stance: 'object', words: w.reservation },
    { kind: 'divergence-recorded', by, conclusion: divergence, origin: conclusion, sides },
    { kind: 'divergence-words', by, conclusion: divergence, side: side(party), words: w.own },
    {
      kind: 'carried-over',
      thing: { kind: 'item', ...item },
      outcome: 'dropped',
      to: null,
      reason: w.reason,
    },
    {
      kind: 'carried-over',
      thing: { kind: 'item', ...item },
      outcome: 'carry',
      to: { id: 'm-2', title: w.next },
      reason: '',
    },
    { kind: 'closed', by },
    { kind: 'record-put', by, conclusion: minutes, version: 1, upTo, deciders: sides },
    { kind: 'record-agreed', conclusion: minutes, version: 1, upTo, contentHash: 'b'.repeat(64) },
    { kind: 'commitment-done', by, conclusion, place: 0, what: w.what },
  ]
}

/** What each place holds in a document that nobody wanted to mislead with. */
const tokens = Object.fromEntries(places.map((place) => [place, `Words of ${place} here`])) as Written

/** Blocks and marks alone; of a quote how many paragraphs it has is the writer's. */
function structureOf(leaves: readonly Leaf[]): readonly string[] {
  const all = leaves.map(({ place, marks }) => [place, ...marks].join(' + '))
  return all.filter((one, at) => !(one === 'blockquote > paragraph' && all[at - 1] === one))
}

/** Each leaf's text, a quote as one. */
function textsOf(leaves: readonly Leaf[]): readonly string[] {
  const texts: string[] = []
  leaves.forEach(({ place, text }, at) => {
    const goesOn = place === 'blockquote > paragraph' && leaves[at - 1]?.place === place
    if (goesOn) texts.push(`${texts.pop()}\n\n${text}`)
    else texts.push(text)
  })
  return texts
}

/** The text with what was written in place of the tokens: exactly in a quote, folded to one line elsewhere. */
function filled(text: string, written: Written, exactly: boolean): string {
  const full = text.replaceAll(/Words of (\w+) here/g, (_, place: keyof Written) => written[place])
  return exactly ? full : full.replaceAll(/\s+/g, ' ').trim()
}

function expectAtItsPlace(written: Written): void {
  const document = documentOf(written)
  const harmless = documentOf(tokens)
  for (const [name, read] of Object.entries(readers)) {
    const [leaves, model] = [read(document), read(harmless)]
    expect(structureOf(leaves), name).toEqual(structureOf(model))
    const isQuote = model.map(({ place }) => place.startsWith('blockquote'))
    expect(textsOf(leaves), name).toEqual(textsOf(model).map((text, at) => filled(text, written, isQuote[at] === true)))
  }
}

/** As it comes in; what its field refuses, it never gets here. */
function entered(raw: string, place: keyof Written): string {
  const isLine = (linePlaces as readonly string[]).includes(place)
  const text = isLine ? asLine(raw.replaceAll(/\s+/g, ' ')) : asWords(raw)
  return typeof text === 'string' && hasVisible(text) ? text : 'x'
}

const everywhere = (raw: string, enter: (raw: string, place: keyof Written) => string): Written =>
  Object.fromEntries(places.map((place) => [place, enter(raw, place)])) as Written

let documents = 0
afterAll(() =>
  tellFigure(
    3,
    'minutes read by two Markdown parsers',
    `${documents} documents with hostile words in ${places.length} places each, read by ${Object.keys(readers).length} parsers: 0 words outside their place`,
  ),
)

describe('Given minutes in which everybody wrote to mislead', () => {
  it.each(hostileWords.map((raw, at) => [at, raw] as const))(
    'when two parsers read them, then all stands at its place (%i)',
    (_, raw) => {
      documents += 1
      expectAtItsPlace(everywhere(raw, entered))
    },
  )

  it('when the words are any, then all stands at its place', () => {
    const written = fc
      .record(Object.fromEntries(places.map((place) => [place, hostile])) as Record<keyof Written, typeof hostile>)
      .map((raw) => Object.fromEntries(places.map((place) => [place, entered(raw[place], place)])) as Written)
    fc.assert(
      fc.property(written, (one) => {
        documents += 1
        expectAtItsPlace(one)
      }),
      { numRuns: rounds({ sample: 80, whole: 5_000 }) },
    )
  }, 1_800_000)

  it('when an entry of old holds what is refused today, then the structure stands, and a control of direction is named', () => {
    const raw = fc.oneof(
      hostile,
      fc.string({ unit: fc.constantFrom('a', '\r', '\0', '\u202e', '\n', '#', ' ', '\u2028') }),
    )
    const structure = structureOf(readers.micromark?.(documentOf(tokens)) ?? [])
    fc.assert(
      fc.property(raw, (one) => {
        documents += 1
        const document = documentOf(everywhere(one, (text) => (hasVisible(text) ? `${text}.` : 'x')))
        for (const read of Object.values(readers)) expect(structureOf(read(document))).toEqual(structure)
        expect(document).not.toMatch(/[\r\0\u202e\u2028]/)
      }),
      { numRuns: rounds({ sample: 30, whole: 2_000 }) },
    )
    expect(documentOf({ ...tokens, wording: '\u202e001\u202c' })).toContain('> \\[U+202E\\]001\\[U+202C\\]')
  }, 1_800_000)
})
