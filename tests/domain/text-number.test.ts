import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberPassages } from '#domain/text/number.ts'
import { levelBounds, type PassageKind } from '#domain/text/passage.ts'
import { parseReference, referenceOf, shownRange, shownReference } from '#domain/text/reference.ts'

const heading = (level: number) => ({ kind: 'heading' as const, level })
const paragraph = { kind: 'paragraph' as const, level: 0 }
const item = { kind: 'list-item' as const, level: 1 }
const quote = { kind: 'quote' as const, level: 1 }

function number(passages: readonly { kind: PassageKind; level: number }[]) {
  const answer = numberPassages(passages)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const references = (...passages: { kind: PassageKind; level: number }[]) =>
  number(passages).map(({ reference }) => reference)

describe('given an edition, when it is numbered', () => {
  test('then headings make the section path and everything else counts as paragraphs', () => {
    expect(
      references(
        heading(0),
        paragraph,
        heading(1),
        paragraph,
        item,
        heading(2),
        quote,
        paragraph,
        heading(1),
        paragraph,
      ),
    ).toEqual(['¶0', '¶1', '1', '1 ¶1', '1 ¶2', '1.1', '1.1 ¶1', '1.1 ¶2', '2', '2 ¶1'])
  })

  test('then a text without headings has no sections', () => {
    expect(references(paragraph, item, quote)).toEqual(['¶1', '¶2', '¶3'])
  })

  test('then a skipped level leaves no gap', () => {
    expect(references(heading(1), heading(4), heading(3), heading(6), heading(1))).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '2',
    ])
  })

  test('then a line kept above the title does not make a section of it', () => {
    expect(references(paragraph, heading(0), paragraph, heading(1))).toEqual(['¶1', '¶0', '¶2', '1'])
  })

  test('then only the first title is one', () => {
    expect(references(heading(0), heading(0), heading(2))).toEqual(['¶0', '1', '1.1'])
  })

  test('then an edition without passages is refused', () => {
    expect(numberPassages([])).toEqual({ refused: 'no-passages' })
  })
})

const passages = fc.array(
  fc
    .constantFrom<PassageKind>('heading', 'paragraph', 'list-item', 'quote')
    .chain((kind) => fc.integer(levelBounds[kind]).map((level) => ({ kind, level }))),
  { minLength: 1, maxLength: 60 },
)

describe('given any edition', () => {
  test('then numbers are total, unique, ascending, and at most six deep', () => {
    fc.assert(
      fc.property(passages, (given) => {
        const numbered = number(given)
        expect(numbered.map(({ ordinal }) => ordinal)).toEqual(given.map((_, index) => index + 1))
        expect(new Set(numbered.map(({ reference }) => reference)).size).toBe(given.length)
        const keys = numbered
          .filter(({ reference }) => reference !== '¶0')
          .map(({ section, paragraph }) => [...section.split('.').map(Number), paragraph])
        for (const key of keys) expect(key.length).toBeLessThanOrEqual(7)
        for (const [index, key] of keys.entries()) if (index > 0) expect(isAfter(key, keys[index - 1] ?? [])).toBe(true)
      }),
    )
  })

  /** A section's own number alone, without dots, is typed with its sign: bare it counts passages. */
  test('then every reference can be typed', () => {
    fc.assert(
      fc.property(passages, (given) => {
        for (const { reference, ordinal } of number(given)) {
          for (const typed of [
            /^\d+$/.test(reference) ? `§ ${reference}` : reference,
            reference.replace(' ', '').replace(/^\d+$/, '§$&'),
            reference.replace(/ ?¶/, ' p').replace(/^\d+$/, '$&.'),
            reference.replace(' ¶', ' ').replace(/^\d+$/, '$&.'),
            ` ${reference} `.replace(/^ (\d+) $/, ' § $1 '),
          ]) {
            expect(leadsTo(typed)).toBe(reference)
          }
          expect(parseReference(`p/${ordinal}`)).toEqual({ by: 'ordinal', ordinal })
        }
      }),
    )
  })
})

/** The reference that what is typed names first; outside of sections a paragraph alone is one. */
function leadsTo(typed: string): string | null {
  const key = parseReference(typed)
  if ('refused' in key || key.by === 'ordinal') return null
  return key.by === 'reference' ? key.reference : referenceOf('', key.paragraph)
}

/** Reading order of section paths: the paragraphs of a section come before its subsections. */
function isAfter(key: number[], before: number[]): boolean {
  const [path, paragraph] = [key.slice(0, -1), key.at(-1) ?? 0]
  const [pathBefore, paragraphBefore] = [before.slice(0, -1), before.at(-1) ?? 0]
  for (const [index, value] of path.entries()) {
    const other = pathBefore[index]
    if (other === undefined || value > other) return true
    if (value < other) return false
  }
  return path.length === pathBefore.length && paragraph > paragraphBefore
}

describe('given a reference as people type it, when it is read', () => {
  test.each([
    ['2.3 ¶5', '2.3 ¶5'],
    ['2.3¶5', '2.3 ¶5'],
    ['2.3 p5', '2.3 ¶5'],
    ['§ 2.3, par. 5', '2.3 ¶5'],
    ['2.3 paragraph 5', '2.3 ¶5'],
    ['2.3 5', '2.3 ¶5'],
    ['2 5', '2 ¶5'],
    ['2, 5', '2 ¶5'],
    ['2.3.', '2.3'],
    ['§ 2', '2'],
    ['P5', '¶5'],
    ['¶5', '¶5'],
  ])('then %s is %s', (typed, reference) => expect(leadsTo(typed)).toBe(reference))

  test('then a dotted number is a section, or where there is none a section and its paragraph', () => {
    expect(parseReference('1.5')).toEqual({ by: 'reference', reference: '1.5', otherwise: '1 ¶5' })
    expect(parseReference('1.2.5')).toEqual({ by: 'reference', reference: '1.2.5', otherwise: '1.2 ¶5' })
  })

  test('then a bare number counts from the beginning, and a paragraph alone leaves its section open', () => {
    expect(parseReference('12')).toEqual({ by: 'ordinal', ordinal: 12 })
    expect(parseReference('¶5')).toEqual({ by: 'paragraph', paragraph: 5 })
  })

  test('then a link leads to its ordinal', () => {
    expect(parseReference('https://concordance.invalid/texts/1/p/12')).toEqual({ by: 'ordinal', ordinal: 12 })
  })

  test.each(['', ' ', '¶', 'two', '2..3', '0.1', '-1', 'p/0', '1.1.1.1.1.1.1', '2.3 ¶5x', '1 2 ¶5', '9'.repeat(600)])(
    'then "%s" names no place',
    (typed) => expect(parseReference(typed)).toEqual({ refused: 'not-a-reference' }),
  )
})

describe('given passages that are named to people', () => {
  const cited = (firstReference: string, lastReference: string) => ({
    firstReference,
    lastReference,
    textTitle: 'Sharing the river',
  })

  test('then each is called by its reference, and the title of a text by its words, of which a long one gives the first', () => {
    expect(shownReference('2.3 ¶5', 'Both towns measure.')).toBe('2.3 ¶5')
    expect(shownReference('¶1', 'Both towns measure.')).toBe('¶1')
    expect(shownReference('¶0', 'Sharing the river')).toBe('Sharing the river')
    expect(shownReference('¶0', 'How two towns share one river '.repeat(9)).length).toBeLessThanOrEqual(60)
  })

  test('then several are called by the first and the last', () => {
    expect(shownRange(cited('2.3 ¶5', '2.3 ¶5'))).toBe('2.3 ¶5')
    expect(shownRange(cited('2.3 ¶5', '2.4 ¶1'))).toBe('2.3 ¶5 – 2.4 ¶1')
    expect(shownRange(cited('¶0', '¶0'))).toBe('Sharing the river')
    expect(shownRange(cited('¶0', '2 ¶1'))).toBe('Sharing the river – 2 ¶1')
  })
})
