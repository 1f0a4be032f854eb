/** References as people write them: which passages somebody may mean, and when nothing says which. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numeralOf, numeralValue, otherDigits, withPlainDigits } from '#domain/text/digits.ts'
import {
  listedPlaces,
  meantAmong,
  type NamedPlaces,
  namedPlaces,
  ownNumberPattern,
  rangeEnds,
} from '#domain/text/named-places.ts'

const none: NamedPlaces = { references: [], paragraph: null, ordinal: null, own: null, isBare: false }

/** The beginnings, without blanks and capitals, that have what was typed as their author's own number. */
function ownAmong(typed: string, beginnings: readonly string[]): readonly string[] {
  const own = namedPlaces(typed)?.own
  if (!own) return []
  // The database's name of a class of characters, as this engine calls it.
  const pattern = new RegExp(ownNumberPattern(own).replaceAll('[:alpha:]', '\\p{L}'), 'u')
  return beginnings.filter((beginning) => pattern.test(withPlainDigits(beginning.replaceAll(' ', '')).toLowerCase()))
}

describe('given what somebody types, when it is read as the name of a passage', () => {
  test.each([
    '2.3 ¶5',
    '2.3¶5',
    '2.3,5',
    '2.3, 5',
    '2.3:5',
    '§ 2.3 5',
    '§2.3,5',
    '2.3 p 5',
    '2.3 p5',
    '2.3, par. 5',
    '２.３ ¶５',
    '٢.٣ ¶٥',
    '۲.۳ ¶۵',
    '२.३ ¶५',
  ])('then %j is the fifth paragraph of section 2.3', (typed) =>
    expect(namedPlaces(typed)?.references).toEqual(['2.3 ¶5']),
  )

  test('then with dots alone it may be a section or a paragraph of the one above', () => {
    expect(namedPlaces('2.3.5')?.references).toEqual(['2.3.5', '2.3 ¶5'])
  })

  test('then a bare number may be a section, a paragraph, a number of the author, or count the passages', () => {
    const own = { prefix: '', number: '5' }
    expect(namedPlaces(' 5 ')).toEqual({ references: ['5'], paragraph: 5, ordinal: 5, own, isBare: true })
  })

  test('then a sign without a section means a paragraph in whichever section', () => {
    expect(namedPlaces('¶5')).toEqual({ ...none, paragraph: 5 })
    expect(namedPlaces('par. 5')).toEqual({ ...none, paragraph: 5 })
  })

  test.each([
    ['2.3 ¶5 – 2.4 ¶1', '2.3 ¶5'],
    ['2.3 ¶5-7', '2.3 ¶5'],
    ['3.2,4 — 6', '3.2 ¶4'],
  ])('then of %j it is the beginning, %j', (typed, reference) =>
    expect(namedPlaces(typed)?.references).toEqual([reference]),
  )

  test('then a link to a passage is that passage', () => {
    const id = '01a22d47-5091-7b0f-bbfc-a2157d06aeb5'
    const link = `https://concordance.example.invalid/groups/${id}/texts/${id}/p/12`
    expect(namedPlaces(link)).toEqual({ ...none, ordinal: 12 })
  })

  test.each(['', ' ', '¶', 'the weir', 'weir and mill', '–', 'a', '%', 'x'.repeat(101), '1'.repeat(101)])(
    'then %j names no passage, and is found as words',
    (typed) => expect(namedPlaces(typed)).toBeNull(),
  )
})

describe('given a text with numbers of its own, when one of them is typed', () => {
  const verses = [
    'John 3:16 For so',
    'John 3:161 Later',
    'Joel 3:16 The',
    '1 Cor 13:4 Charity',
    '3:16 Alone',
    'Mark 13:16',
  ]

  test.each([
    ['John 3:16', ['John 3:16 For so', '3:16 Alone']],
    ['Joh3:16', ['John 3:16 For so', '3:16 Alone']],
    ['jo 3:16', ['John 3:16 For so', 'Joel 3:16 The', '3:16 Alone']],
    ['3:16', ['John 3:16 For so', 'Joel 3:16 The', '3:16 Alone']],
    ['13:4', ['1 Cor 13:4 Charity']],
    ['1 Cor 13:4', ['1 Cor 13:4 Charity']],
    ['1cor13:4', ['1 Cor 13:4 Charity']],
  ])('then %j means %j', (typed, expected) => expect(ownAmong(typed, verses)).toEqual(expected))

  const statute = [
    'Art. 5 Name',
    'Art. 55 Other',
    '§ 3 Scope',
    '(2) The council',
    '1a. Added',
    'b) a bridge',
    '5. The weir',
    '2.3.5 Dues',
  ]

  test.each([
    ['Art. 5', ['Art. 5 Name', '5. The weir']],
    ['art 5', ['Art. 5 Name', '5. The weir']],
    ['§ 3', ['§ 3 Scope']],
    ['(2)', ['(2) The council']],
    ['1a', ['1a. Added']],
    ['b)', ['b) a bridge']],
    ['5', ['5. The weir']],
    ['2.3.5', ['2.3.5 Dues']],
    ['2.3', []],
  ])('then %j means %j', (typed, expected) => expect(ownAmong(typed, statute)).toEqual(expected))

  const everywhere = [
    'المادة ٥ النطاق',
    '٥. نطاق',
    '۵) دامنه',
    '५. सीमा',
    '５．適用範囲',
    '第五条 适用范围',
    '五、適用',
    '第五十条 其他',
    '五人は川へ行く',
    '第12条 別',
    '第十二条 目的',
    '(三) 用途',
    '第一百零五条 附则',
  ]

  test.each([
    ['5', ['٥. نطاق', '۵) دامنه', '५. सीमा', '５．適用範囲', '第五条 适用范围', '五、適用']],
    ['٥', ['٥. نطاق', '۵) دامنه', '५. सीमा', '５．適用範囲', '第五条 适用范围', '五、適用']],
    ['المادة ۵', ['المادة ٥ النطاق', '٥. نطاق', '۵) دامنه', '५. सीमा', '５．適用範囲']],
    ['第十二条', ['第12条 別', '第十二条 目的']],
    ['第１２条', ['第12条 別', '第十二条 目的']],
    ['三)', ['(三) 用途']],
    ['第一百零五条', ['第一百零五条 附则']],
  ])('then %j means %j, in whichever script both are written', (typed, expected) =>
    expect(ownAmong(typed, everywhere)).toEqual(expected),
  )

  test('then a numeral alone is a word, as others are', () => {
    for (const typed of ['三', '十', '千']) expect(namedPlaces(typed)).toBeNull()
  })

  test('then that is meant, and not a paragraph that our own numbering calls alike', () => {
    const found = [{ by: 'own' as const }, { by: 'reference' as const }]
    expect(namedPlaces('3:16')?.references).toEqual(['3 ¶16'])
    expect(meantAmong(found, { isBare: false })).toEqual([{ by: 'own' }])
    expect(meantAmong(found.slice(1), { isBare: false })).toEqual([{ by: 'reference' }])
  })

  test('then of a bare number every reading is a choice', () => {
    const found = [{ by: 'own' as const }, { by: 'ordinal' as const }]
    expect(meantAmong(found, { isBare: true })).toEqual(found)
  })
})

test('given anything at all, then it is read, and what it becomes is a pattern that is no more than its own words', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\p{L}\d.:,()§ ¶-]{0,40}$/u)),
      (typed) => {
        const own = namedPlaces(typed)?.own
        if (!own) return
        const pattern = new RegExp(ownNumberPattern(own).replaceAll('[:alpha:]', '\\p{L}'), 'u')
        expect(pattern.test(`${own.prefix}${own.number}`)).toBe(true)
        expect(pattern.test('')).toBe(false)
      },
    ),
  )
})

test.each([
  ['2.3 ¶5', ['2.3 ¶5']],
  ['2.1 – 2.4', ['2.1', '2.4']],
  ['2.1-4', ['2.1', '2.4']],
  ['٢.١-٤', ['2.1', '2.4']],
  ['2.3 ¶3-5', ['2.3 ¶3', '2.3 ¶5']],
  ['2.3 ¶3–¶5', ['2.3 ¶3', '2.3 ¶5']],
  ['2,3-7', ['2,3', '2,7']],
  ['2 3-7', ['2 3', '2 7']],
  ['¶3–5', ['¶3', '¶5']],
  ['§ 2-4', ['§ 2', '§ 4']],
  ['Art. 5-7', ['Art. 5', 'Art. 7']],
  ['3:16-18', ['3:16', '3:18']],
  ['2.3 ¶3–2.4 ¶1', ['2.3 ¶3', '2.4 ¶1']],
  ['12..15', ['12', '15']],
  ['2 ¶3 …', ['2 ¶3']],
  ['2026-05-01', ['2026-05-01']],
  ['/groups/a-b/texts/c-d/p/12', ['/groups/a-b/texts/c-d/p/12']],
  [' – ', []],
])('given %j as a range, it has these ends', (typed, ends) => {
  expect(rangeEnds(typed)).toEqual(ends)
})

test('every decimal digit of Unicode is one of ours, and every numeral up to 9999 is read as it is written', () => {
  const { written, plain } = otherDigits()
  expect([...written].length).toBe(plain.length)
  expect([...written].length % 10).toBe(0)
  expect(withPlainDigits('٣ ۳ ३ ３ 𝟛 ๓ ၃')).toBe('3 3 3 3 3 3 3')
  for (let value = 1; value < 10_000; value++) expect(numeralValue(numeralOf(value))).toBe(value)
  expect([12, 20, 105, 110, 1005].map(numeralOf)).toEqual(['十二', '二十', '一百零五', '一百一十', '一千零五'])
  expect(numeralValue('二〇')).toBe(20)
})

test.each([
  ['1 ¶1-2, 2 ¶1', ['1 ¶1-2', '2 ¶1']],
  ['1 ¶1 ; 5.2 ¶1', ['1 ¶1', '5.2 ¶1']],
  ['2.3 ¶1, 3, 5–7', ['2.3 ¶1', '2.3 ¶3', '2.3 ¶5–2.3 ¶7']],
  ['¶1, 3', ['¶1', '¶3']],
  ['2.3, ¶5, 7', ['2.3, ¶5', '2.3, ¶7']],
  ['2; 3.1', ['2', '3.1']],
  ['3:16; 4:2-5', ['3:16', '4:2-5']],
  ['2,3', ['2,3']],
  ['2,3-7', ['2,3-7']],
  ['2.3, par. 5', ['2.3, par. 5']],
  ['boats; harbours', ['boats; harbours']],
  ['1 ¶1, boats', ['1 ¶1, boats']],
  ['1 ¶1,', ['1 ¶1,']],
  ['', ['']],
] as const)('%s is several places or one', (typed, places) => {
  expect(listedPlaces(typed)).toEqual(places)
})
