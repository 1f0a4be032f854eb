import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConclusionRef } from '#domain/record/conclusion-entry.ts'
import type { ActorRef, PartyRef, RecordEntry, RecordLine, SideRef } from '#domain/record/entry.ts'
import { markdownOf, wordingOf } from '#domain/record/markdown.ts'
import { lines as paragraphs, plain, quote } from '#domain/record/markdown-text.ts'
import { minutesOf as arranged, type Minutes } from '#domain/record/minutes/minutes.ts'
import type { Words } from '#domain/record/minutes-words.ts'

const library: PartyRef = { id: 'library', name: 'Library network' }
const harbour: PartyRef = { id: 'harbour', name: 'Harbour council' }
const actor = (name: string, party: PartyRef | null): ActorRef => ({ person: { id: name, name }, party })
const lea = actor('Lea', library)
const ivo = actor('Ivo', harbour)
const side = ({ id, name }: PartyRef): SideRef => ({ kind: 'party', id, name })

const weir = { id: 'weir', title: 'The weir' }
const ferry = { id: 'ferry', title: 'The ferry' }
const slot = { startsAt: '2026-03-10T17:00:00.000Z', durationMinutes: 90, timeZone: 'Europe/Vienna' }
const moved = { ...slot, startsAt: '2026-03-11T17:00:00.000Z' }
const position: ConclusionRef = { id: 'c-1', kind: 'cooperation', title: 'Clearing the weir', item: weir }
const minutesRef: ConclusionRef = { id: 'c-9', kind: 'record', title: 'Record', item: null }
const upTo = { sequence: 22, hash: 'f'.repeat(64) }
const text = (number: number, wording: string) => ({
  number,
  wording,
  passages: [{ text: 'The river book', reference: '2.3 ¶5', quote: null }],
  commitments: [{ what: 'Clear the weir', party: library, person: null, dueOn: '2026-05-01' }],
})
const stance = (by: ActorRef, party: PartyRef, version: number, words = ''): RecordEntry => ({
  kind: 'stance-taken',
  by,
  conclusion: position,
  version,
  side: side(party),
  stance: words === '' ? 'consent' : 'consent-with-reservation',
  words,
  referendumBy: null,
  signInMethod: 'mail-link',
})

const held: readonly RecordEntry[] = [
  {
    kind: 'scheduled',
    by: lea,
    meeting: { kind: 'bilateral', title: 'River evening', aim: '' },
    parties: [library, harbour],
    slot,
    venue: { place: 'Boathouse', link: '' },
    warnings: [],
  },
  { kind: 'rescheduled', by: ivo, from: slot, to: moved, reason: 'Flood' },
  {
    kind: 'opened',
    by: lea,
    agenda: [
      { ...weir, kind: 'cooperation', minutes: 45 },
      { ...ferry, kind: 'inquiry', minutes: 45 },
    ],
    warnings: [{ warning: 'homework-open', done: 1, assigned: 3 }],
  },
  { kind: 'came', person: lea.person, party: library },
  { kind: 'came', person: ivo.person, party: harbour },
  { kind: 'item-started', by: lea, item: weir },
  { kind: 'left', person: ivo.person, party: harbour },
  { kind: 'came', person: ivo.person, party: harbour },
  { kind: 'note-written', by: lea, item: weir, text: 'First words' },
  { kind: 'note-written', by: lea, item: weir, text: 'Last words' },
  { kind: 'draft-made', by: lea, conclusion: position, text: text(1, 'We clear.') },
  { kind: 'put', by: lea, conclusion: position, version: 1, deciders: [side(library), side(harbour)] },
  stance(ivo, harbour, 1),
  { kind: 'taken-back', by: lea, conclusion: position, version: 1, reason: 'Too short' },
  { kind: 'version-made', by: lea, conclusion: position, text: text(2, 'We clear the weir.') },
  { kind: 'put', by: lea, conclusion: position, version: 2, deciders: [side(library), side(harbour)] },
  stance(ivo, harbour, 2, 'Not in spring'),
  stance(lea, library, 2),
  { kind: 'adopted', conclusion: position, version: 2, contentHash: 'a'.repeat(64) },
  { kind: 'item-closed', by: lea, item: weir },
  {
    kind: 'carried-over',
    thing: { kind: 'item', ...ferry },
    outcome: 'carry',
    to: { id: 'm-2', title: 'Second evening' },
    reason: '',
  },
  { kind: 'closed', by: lea },
  { kind: 'record-put', by: lea, conclusion: minutesRef, version: 1, upTo, deciders: [side(library), side(harbour)] },
  { kind: 'record-agreed', conclusion: minutesRef, version: 1, upTo, contentHash: 'b'.repeat(64) },
]
const later: readonly RecordEntry[] = [
  { kind: 'commitment-done', by: lea, conclusion: position, place: 0, what: 'Clear the weir' },
  { kind: 'superseded', conclusion: position, successor: { ...position, id: 'c-2', title: 'Clearing it again' } },
]

const evening = new Date(Date.UTC(2026, 2, 11, 20))
/** The minutes as they are read that evening. */
const minutesOf = (lines: readonly RecordLine[], now = evening): Minutes => arranged(lines, now)
const outcomeOf = ({ outcome }: { readonly outcome: string }) => outcome

const clock = (place: number) => new Date(Date.UTC(2026, 2, 11, 17, place)).toISOString()
const record = (entries: readonly (RecordEntry | null)[]): RecordLine[] =>
  entries.map((entry, place) => ({ sequence: place + 1, at: clock(place), entry }))

describe('Given a meeting that was renamed, when its minutes are read', () => {
  const renamed: RecordEntry = {
    kind: 'description-changed',
    by: lea,
    from: { title: 'River evening', aim: '' },
    to: { title: 'River night', aim: 'Settle the weir' },
  }

  it('then they bear the name it had last, also when it was set anew before the date was', () => {
    expect(minutesOf(record([...held.slice(0, 1), renamed, ...held.slice(1)])).head).toMatchObject({
      title: 'River night',
      aim: 'Settle the weir',
    })
    expect(minutesOf(record([renamed, ...held])).head).toMatchObject({ title: 'River evening', aim: '' })
  })
})

describe('Given the record of a bilateral, when its minutes are read', () => {
  const minutes = minutesOf(record([...held, ...later]))

  it('then the head says what, who, and the time that was set last', () => {
    expect(minutes.head).toMatchObject({
      kind: 'bilateral',
      title: 'River evening',
      parties: [library, harbour],
      slot: moved,
      venue: { place: 'Boathouse' },
      openedAt: clock(2),
      closedAt: clock(21),
      warnings: [{ warning: 'homework-open', done: 1, assigned: 3 }],
    })
  })

  it('then presence says who came for whom, and went in between', () => {
    expect(minutes.attendance).toEqual([
      { person: lea.person, party: library, stays: [{ from: clock(3), to: null }] },
      {
        person: ivo.person,
        party: harbour,
        stays: [
          { from: clock(4), to: clock(6) },
          { from: clock(7), to: null },
        ],
      },
    ])
  })

  it('then each item has its section in the order of the agenda, with the notes as last written', () => {
    expect(minutes.sections).toMatchObject([
      { item: weir, kind: 'cooperation', notes: 'Last words', spans: [{ from: clock(5), to: clock(19) }] },
      { item: ferry, kind: 'inquiry', notes: null, spans: [], conclusions: [] },
    ])
  })

  it('then a conclusion stands with its last version and the stances on that version alone', () => {
    expect(minutes.sections[0]?.conclusions).toMatchObject([
      {
        outcome: 'adopted',
        text: { number: 2, wording: 'We clear the weir.' },
        contentHash: 'a'.repeat(64),
        stances: [
          { side: side(harbour), stance: 'consent-with-reservation', words: 'Not in spring', givenBy: 'Ivo' },
          { side: side(library), stance: 'consent', signInMethod: 'mail-link' },
        ],
      },
    ])
  })

  it('then a stance on an earlier version never stands under a later one, even where the taking back is erased', () => {
    const half = record(held.slice(0, 15)).map((line) =>
      line.entry?.kind === 'taken-back' ? { ...line, entry: null } : line,
    )
    expect(minutesOf(half).sections[0]?.conclusions).toMatchObject([
      { outcome: 'draft', text: { number: 2 }, stances: [] },
    ])
  })

  it('then what was carried on is listed, and the agreement on the record stands apart', () => {
    expect(minutes.carriedOver).toMatchObject([{ thing: { id: 'ferry' }, outcome: 'carry', to: 'Second evening' }])
    expect(minutes.agreement).toMatchObject({ kind: 'record', outcome: 'adopted', contentHash: 'b'.repeat(64) })
    expect(minutes.unplaced).toEqual([])
  })

  it('then later acts are in the annex and change nothing above it', () => {
    expect(minutes.annex.map(({ entry }) => entry?.kind)).toEqual(['commitment-done', 'superseded'])
    expect({ ...minutes, annex: [] }).toEqual(minutesOf(record(held)))
  })

  it('then before they are put everything is body', () => {
    const before = minutesOf(record(held.slice(0, -2)))
    expect(before).toMatchObject({ agreement: null, upTo: null, annex: [] })
  })

  it('then what happens between putting and agreeing is annex too: the parties agree on what they were shown', () => {
    const between = record([...held.slice(0, -1), ...later, ...held.slice(-1)])
    expect(minutesOf(between).annex.map(({ entry }) => entry?.kind)).toEqual(['commitment-done', 'superseded'])
    expect(minutesOf(between.slice(0, -1))).toMatchObject({ agreement: { outcome: 'undecided' }, upTo })
    expect(minutesOf(between).sections[0]?.conclusions).toMatchObject([{ outcome: 'adopted' }])
  })

  it('then minutes that wait for principals stand; those that were declined or lapsed do not', () => {
    const of = { conclusion: minutesRef, version: 1 }
    const fixed: RecordEntry = { kind: 'fixed-ad-referendum', ...of, awaiting: [side(harbour)] }
    const waiting = [...held.slice(0, -1), fixed]
    expect(minutesOf(record([...waiting, ...later]))).toMatchObject({
      agreement: { outcome: 'ad-referendum' },
      upTo,
      annex: [{}, {}],
    })
    const word = { by: ivo, side: side(harbour), reason: 'No', signInMethod: 'mail-link' }
    for (const end of [
      { kind: 'declined', ...of, ...word },
      { kind: 'lapsed', ...of, overdue: [side(harbour)] },
    ] as const)
      expect(minutesOf(record([...waiting, end]))).toMatchObject({ agreement: { outcome: end.kind }, upTo: null })
  })

  it('then an office that ended in the meeting was held in it, and one that ended before was not', () => {
    const office = { by: lea, office: 'rapporteur', person: ivo.person } as const
    const appointed: RecordEntry = { kind: 'office-appointed', ...office, inForce: true }
    const ended: RecordEntry = { kind: 'office-ended', ...office }
    const [begin, run, end] = [held.slice(0, 2), held.slice(2, 6), held.slice(6, -2)]
    const officesOf = (...entries: RecordEntry[]) => minutesOf(record(entries)).offices
    const listed = [{ office: 'rapporteur', person: ivo.person }]
    expect(officesOf(...begin, appointed, ...run, ended, ...end)).toEqual(listed)
    expect(officesOf(...begin, appointed, ended, ...run, ...end)).toEqual([])
  })

  it('then what was taken back has no answers any more', () => {
    const [view] = minutesOf(record(held.slice(0, 14))).sections[0]?.conclusions ?? []
    expect(view).toMatchObject({ outcome: 'draft', because: 'Too short', deciders: [], stances: [] })
  })

  it('then minutes that were taken back do not stand, and go to the end again', () => {
    const back: RecordEntry = { kind: 'taken-back', by: lea, conclusion: minutesRef, version: 1, reason: 'A note' }
    const note: RecordEntry = { kind: 'note-written', by: lea, item: weir, text: 'Corrected words' }
    const minutes = minutesOf(record([...held.slice(0, -1), back, note]))
    expect(minutes).toMatchObject({ agreement: { outcome: 'draft', because: 'A note' }, upTo: null, annex: [] })
    expect(minutes.sections[0]?.notes).toBe('Corrected words')
  })

  it('then erased entries are named, and any erasure leaves minutes that can be read', () => {
    expect(minutesOf(record([null, ...held.slice(1)]))).toMatchObject({
      erased: [1],
      head: { title: null, slot: moved },
    })
    fc.assert(
      fc.property(fc.func(fc.boolean()), (erased) => {
        const rest = record([...held, ...later]).map((line) =>
          erased(line.sequence) ? { ...line, entry: null } : line,
        )
        const some = minutesOf(rest)
        expect(some.erased).toEqual(rest.filter(({ entry }) => entry === null).map(({ sequence }) => sequence))
        expect(markdownOf(some, upTo, words)).toMatch(/^# /)
      }),
    )
  })

  it('then a divergence shows each side in its own last words', () => {
    const divergence: ConclusionRef = { id: 'd-1', kind: 'divergence', title: 'On the ferry', item: ferry }
    const say = (by: ActorRef, party: PartyRef, own: string): RecordEntry => ({
      kind: 'divergence-words',
      by,
      conclusion: divergence,
      side: side(party),
      words: own,
    })
    const recorded: RecordEntry = {
      kind: 'divergence-recorded',
      by: lea,
      conclusion: divergence,
      origin: position,
      sides: [side(library), side(harbour)],
    }
    const entries = [
      ...held.slice(0, 10),
      recorded,
      say(lea, library, 'No'),
      say(ivo, harbour, 'Yes'),
      say(lea, library, 'Not yet'),
    ]
    expect(minutesOf(record(entries)).sections[1]?.conclusions).toMatchObject([
      {
        id: 'd-1',
        outcome: 'recorded',
        words: [
          { side: side(harbour), words: 'Yes' },
          { side: side(library), words: 'Not yet' },
        ],
      },
    ])
  })
})

describe('Given a version that all have answered and one party objects to', () => {
  const common: ConclusionRef = { id: 'c-9', kind: 'common-understanding', title: 'Who measures', item: null }
  const about = { conclusion: common, version: 1 }
  const put: RecordEntry[] = [
    {
      kind: 'draft-made',
      by: lea,
      conclusion: common,
      text: { number: 1, wording: 'Weekly.', passages: [], commitments: [] },
    },
    { kind: 'put', by: lea, ...about, deciders: [side(library), side(harbour)] },
  ]
  const answers = (by: ActorRef, party: PartyRef, stance: 'consent' | 'object' | 'stand-aside'): RecordEntry => ({
    kind: 'stance-taken',
    by,
    ...about,
    side: side(party),
    stance,
    words: stance === 'consent' ? '' : 'Too seldom',
    referendumBy: null,
    signInMethod: 'mail-link',
  })
  const objected = [...put, answers(lea, library, 'consent'), answers(ivo, harbour, 'object')]
  const only = (entries: RecordEntry[]) => {
    const [view] = minutesOf(record(entries)).unplaced
    if (view === undefined) throw new Error('A draft that was made is in the minutes.')
    return view
  }

  it('then the minutes say so, and not while somebody is missing', () => {
    expect(outcomeOf(only(objected))).toBe('blocked-by-objection')
    expect(outcomeOf(only([...put, answers(ivo, harbour, 'object')]))).toBe('undecided')
  })

  it('then they say too when too few consent, or when more than a third stand aside', () => {
    const aside = answers(ivo, harbour, 'stand-aside')
    expect(outcomeOf(only([...put, answers(lea, library, 'consent'), aside]))).toBe('too-few-consents')
    const more = ['mill', 'weir'].map((id): PartyRef => ({ id, name: id }))
    const all = [library, harbour, ...more]
    const wide = put.map((entry) => (entry.kind === 'put' ? { ...entry, deciders: all.map(side) } : entry))
    const consents = [answers(lea, library, 'consent'), aside]
    const asides = more.map((party) => answers(ivo, party, 'stand-aside'))
    const [first, second] = more.map((party) => answers(ivo, party, 'consent'))
    if (!first || !second || !asides[1]) throw new Error('There are two more.')
    expect(outcomeOf(only([...wide, ...consents, first, asides[1]]))).toBe('too-many-stand-aside')
    const said = markdownOf(minutesOf(record([...wide, ...consents, first, asides[1]])), upTo, words)
    expect(said).toContain('too-many-stand-aside')
  })

  it('then the agreement on the minutes says so too, and the minutes stand until they are taken back', () => {
    const put: RecordEntry = {
      kind: 'record-put',
      by: lea,
      conclusion: minutesRef,
      version: 1,
      upTo,
      deciders: [side(library), side(harbour)],
    }
    const answer = (by: ActorRef, party: PartyRef, given: 'consent' | 'stand-aside') =>
      ({ ...answers(by, party, given), conclusion: minutesRef }) as RecordEntry
    const few = [answer(lea, library, 'consent'), answer(ivo, harbour, 'stand-aside')]
    const minutes = minutesOf(record([...held.slice(0, 22), put, ...few]))
    expect(minutes).toMatchObject({ agreement: { state: 'put', outcome: 'too-few-consents', missing: [] }, upTo })
    expect(markdownOf(minutes, upTo, words)).toContain('too-few-consents')
  })

  it('then an answer whose date has passed does not count, and its side is asked again', () => {
    const waits: RecordEntry = {
      ...answers(lea, library, 'consent'),
      stance: 'ad-referendum',
      referendumBy: clock(50),
    } as RecordEntry
    const [view] = [only([...put, waits, answers(ivo, harbour, 'object')])]
    expect(view).toMatchObject({ outcome: 'undecided', missing: [side(library)], stances: [{ side: side(harbour) }] })
  })

  it('then what was withdrawn while it was put has no answers any more', () => {
    const withdrawn: RecordEntry = { kind: 'withdrawn', by: lea, ...about, reason: 'Overtaken' }
    expect(only([...objected, withdrawn])).toMatchObject({ outcome: 'withdrawn', deciders: [], stances: [] })
  })

  it('then a fixed text whose date has passed has lapsed, noted or not', () => {
    const waits = { ...answers(lea, library, 'consent'), stance: 'ad-referendum', referendumBy: clock(50) }
    const fixed: RecordEntry = { kind: 'fixed-ad-referendum', ...about, awaiting: [side(library)] }
    const lines = record([...put, waits as RecordEntry, answers(ivo, harbour, 'consent'), fixed])
    const at = (minute: number) => minutesOf(lines, new Date(clock(minute))).unplaced[0]?.outcome
    expect([at(50), at(51)]).toEqual(['ad-referendum', 'lapsed'])
  })

  it('then an answer ad referendum says where its last day ends, and an entry of old its moment', () => {
    const waits = { ...answers(lea, library, 'consent'), stance: 'ad-referendum' } as const
    const referendumBy = '2026-12-21T02:59:59.999Z'
    const said = (more: object) => {
      const entry = { ...waits, referendumBy, ...more } as RecordEntry
      return markdownOf(minutesOf(record([...put, entry])), upTo, words)
    }
    expect(said({ referendumZone: 'America/Sao_Paulo' })).toContain(
      plain('principals-until | Library network | 2026-12-21 in America/Sao_Paulo'),
    )
    expect(said({})).toContain(plain('principals-until | Library network | 02:59'))
  })

  it('then an answer, and the word of principals, say who brought them, when, and how they had signed in', () => {
    const waits = {
      ...answers(lea, library, 'consent'),
      stance: 'ad-referendum',
      referendumBy: clock(50),
    } as RecordEntry
    const word = { by: ivo, ...about, side: side(library), reason: '', signInMethod: 'invitation' }
    const entries = [...put, waits, answers(ivo, harbour, 'object'), { kind: 'confirmed', ...word } as RecordEntry]
    const said = markdownOf(minutesOf(record(entries)), upTo, words)
    for (const line of [
      'stance | Library network | ad-referendum |  | Lea | 17:02 | mail-link',
      'stance-with-words | Harbour council | object | Too seldom | Ivo | 17:03 | mail-link',
      'principals | Library network | confirmed | Ivo | 17:04 | invitation',
    ])
      expect(said).toContain(plain(line))
    expect(only([...entries.slice(0, -1), { kind: 'declined', ...word } as RecordEntry]).stances).toMatchObject([
      { principals: { word: 'declined', broughtBy: 'Ivo', at: clock(4), signInMethod: 'invitation' } },
      { principals: null },
    ])
  })

  it('when a divergence is recorded, then it ended not adopted, and leads to the divergence', () => {
    const divergence: ConclusionRef = { id: 'd-9', kind: 'divergence', title: 'How often', item: null }
    const recorded: RecordEntry = {
      kind: 'divergence-recorded',
      by: lea,
      conclusion: divergence,
      origin: common,
      sides: [side(library), side(harbour)],
    }
    const view = only([...objected, recorded])
    expect(view.outcome).toBe('diverged')
    expect(view).toMatchObject({ divergence: { id: 'd-9', title: 'How often' }, stances: [{}, {}] })
    const withdrawn: RecordEntry = { kind: 'withdrawn', by: lea, ...about, reason: 'Overtaken' }
    expect(only([...objected, withdrawn, recorded])).toMatchObject({ outcome: 'withdrawn', because: 'Overtaken' })
  })
})

const words: Words = {
  say: (sentence, values = {}) => [sentence, ...Object.values(values)].join(' | '),
  time: (instant) => instant.slice(11, 16),
  lastDay: (instant, zone) => `${instant.slice(0, 10)} in ${zone}`,
}

describe('Given minutes, when they are written as Markdown', () => {
  const end = { sequence: 26, hash: 'e'.repeat(64) }
  const document = markdownOf(minutesOf(record([...held, ...later])), end, words)

  it('then it has one title, a section for each item, the wording as a quote, and the annex', () => {
    expect(document.match(/^# /gm)).toHaveLength(1)
    expect(document).toContain('## item | 1 | The weir'.replaceAll('|', '\\|'))
    expect(document).toContain('\n> We clear the weir.\n')
    expect(document).not.toContain('We clear.')
    expect(document).toContain('## annex\n\n- annex-line-about-of')
    expect(document).toMatch(/annex-line-about-of .*commitment-done.*Library/)
    expect(document.endsWith(`head \\| 26 \\| ${end.hash}\n`)).toBe(true)
  })

  it('then the agreed wording is the document, unit for unit, with the agreement behind it', () => {
    const wording = wordingOf(minutesOf(record(held.slice(0, 22))), upTo, words)
    const draft: RecordEntry = { kind: 'draft-made', by: lea, conclusion: minutesRef, text: text(1, wording) }
    const agreed = markdownOf(minutesOf(record([...held.slice(0, 22), draft, ...held.slice(22)])), end, words)
    expect(agreed.startsWith(wording.trimEnd())).toBe(true)
    expect(agreed).toContain('## agreement')
    expect(wording).not.toContain('agreement')
    expect(wording.endsWith(`${upTo.hash}\n`)).toBe(true)
  })
})

describe('Given what people wrote, when it goes into a document', () => {
  it('then it can be no heading, list, link, HTML or code of that document', () => {
    expect(plain('# Title')).toBe('\\# Title')
    expect(plain('[x](javascript:alert(1)) <b>')).toBe('\\[x\\](javascript:alert(1)) \\<b\\>')
    expect(plain('1. not a list')).toBe('1\\. not a list')
    expect(paragraphs('- a\n    code\n===')).toBe('\\- a\\\n&#32;   code\\\n\\===')
    expect(quote('one\n\ntwo\nthree')).toBe('> one\n>\n> two\\\n> three')
  })

  it('then a line break in a title ends no heading', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '#', ' ', '-', '\u2028') }), (written) => {
        expect(plain(written)).not.toMatch(/[\n\r\u2028]/)
        for (const line of quote(written).split('\n')) expect(line).toMatch(/^>/)
      }),
    )
  })
})
