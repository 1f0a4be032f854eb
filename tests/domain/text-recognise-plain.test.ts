import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, maxPassageLength } from '#domain/text/passage.ts'
import { maxLines, maxPassages, recogniseText } from '#domain/text/recognise.ts'
import { readMarkdown } from '#lib/reading/markdown-blocks.ts'

function recognise(text: string) {
  const answer = recogniseText(text, readMarkdown, { format: 'plain' })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
/** One line for each candidate: kind, level, label, words, suspicion. */
const outline = (text: string) =>
  recognise(text).passages.map(
    ({ kind, level, label, text: words, suspect }) =>
      `${kind} ${level} ${label === null ? '' : `${label} `}| ${words}${suspect === null ? '' : ` (${suspect})`}`,
  )

const prose =
  'The council met in the library of the lower town and heard the reports of its circles, which had worked all winter.'

describe('given a plain text, when it is recognised', () => {
  test('then a copied article has a title, sections and paragraphs, and its page furniture is suspected', () => {
    expect(
      outline(
        `Rules for the harbour\n\n12 mins read\n\n\nWho may moor\n\n${prose}\n\n${prose}\n\nLatest from Harbours`,
      ),
    ).toEqual([
      'heading 0 | Rules for the harbour',
      'paragraph 0 | 12 mins read (reading-time)',
      'heading 1 | Who may moor',
      `paragraph 0 | ${prose}`,
      `paragraph 0 | ${prose}`,
      'paragraph 0 | Latest from Harbours (navigation)',
    ])
  })

  test('then lines that an editor broke are joined', () => {
    const wrapped = prose.replace(/(.{50,60}) /g, '$1\n')
    expect(wrapped.split('\n').length).toBeGreaterThan(1)
    expect(outline(`${wrapped}\n\n${wrapped}`)).toEqual([`paragraph 0 | ${prose}`, `paragraph 0 | ${prose}`])
  })

  test('then verse keeps its lines', () => {
    expect(outline('Down by the weir\nThe Miller sleeps\nThe Boats go by\nThe River keeps')).toEqual([
      'heading 0 | Down by the weir',
      'paragraph 0 | The Miller sleeps',
      'paragraph 0 | The Boats go by',
      'paragraph 0 | The River keeps',
    ])
  })

  test('then a line between the title and the first heading heads nothing', () => {
    expect(outline(`Statute\n\nOf the garden circle\n\nTools\n\n${prose}`)).toEqual([
      'heading 0 | Statute',
      'paragraph 0 | Of the garden circle',
      'heading 1 | Tools',
      `paragraph 0 | ${prose}`,
    ])
  })

  test('then of several short lines in a row only the last two can be headings', () => {
    const text = [prose, 'Anna Berg', 'Old Mill Lane', 'Lower Town', prose].join('\n\n')
    expect(outline(text)).toEqual([
      `paragraph 0 | ${prose}`,
      'paragraph 0 | Anna Berg',
      'heading 1 | Old Mill Lane',
      'heading 1 | Lower Town',
      `paragraph 0 | ${prose}`,
    ])
  })

  test('then a text with one paragraph on a line needs no blank lines', () => {
    expect(outline(`The garden statute\n${prose}\nTools\n${prose}`)).toEqual([
      'heading 0 | The garden statute',
      `paragraph 0 | ${prose}`,
      'heading 1 | Tools',
      `paragraph 0 | ${prose}`,
    ])
  })

  test('then a word broken at its hyphen, and lines without spaces between words, are joined without one', () => {
    expect(outline('The left bank of the river is well-\nkept all year.')).toEqual([
      'paragraph 0 | The left bank of the river is well-kept all year.',
    ])
    const line = '河川会議は春に町の図書館で開かれ全ての作業部会の報告を聞いた'
    expect(outline(`${line}\n${line}\n${line}。`)).toEqual([`paragraph 0 | ${line.repeat(3)}。`])
  })

  test('then the numbers of headings give their levels', () => {
    const text = [
      'Part One',
      'Chapter 4',
      prose,
      '1. Banks',
      '1.1 Left bank',
      prose,
      '1.2 Right bank',
      prose,
      '2. Boats',
      prose,
    ]
    expect(outline(text.join('\n\n')).filter((line) => line.startsWith('heading'))).toEqual([
      'heading 1 | Part One',
      'heading 2 | Chapter 4',
      'heading 3 | 1. Banks',
      'heading 4 | 1.1 Left bank',
      'heading 4 | 1.2 Right bank',
      'heading 3 | 2. Boats',
    ])
    expect(outline(['I. Banks', prose, 'A. Left', prose, 'B. Right', prose, 'IV. Boats', prose].join('\n\n'))).toEqual([
      'heading 1 | I. Banks',
      `paragraph 0 | ${prose}`,
      'heading 2 | A. Left',
      `paragraph 0 | ${prose}`,
      'heading 2 | B. Right',
      `paragraph 0 | ${prose}`,
      'heading 1 | IV. Boats',
      `paragraph 0 | ${prose}`,
    ])
  })

  test('then underlined lines are headings', () => {
    expect(outline(`Statute\n=======\n\nTools\n-----\n${prose}`)).toEqual([
      'heading 0 | Statute',
      'heading 2 | Tools',
      `paragraph 0 | ${prose}`,
    ])
  })

  test('then lists keep their depth and their labels', () => {
    expect(
      outline(
        'We propose:\n\n1. Talk to the miller,\n   and wait.\n2. Repair\n   a) the path\n   b) the weir\n3. Report\n\n• boats\n  – rafts',
      ),
    ).toEqual([
      'paragraph 0 | We propose:',
      'list-item 1 1. | Talk to the miller, and wait.',
      'list-item 1 2. | Repair',
      'list-item 2 a) | the path',
      'list-item 2 b) | the weir',
      'list-item 1 3. | Report',
      'list-item 1 | boats',
      'list-item 2 | rafts',
    ])
  })

  test('then a sentence that begins with a number is no list', () => {
    expect(outline('12. March was the day of the flood.')).toEqual([
      'paragraph 0 | 12. March was the day of the flood.',
    ])
  })

  test('then quoted lines and paragraphs in quotation marks are quotes, and dialogue is not', () => {
    expect(
      outline('> We keep the boats.\n>> Not all of them.\n\n“A fence is a question.”\n\n“Yes,” she said, “no.”'),
    ).toEqual([
      'quote 1 | We keep the boats.',
      'quote 2 | Not all of them.',
      'quote 1 | “A fence is a question.”',
      'paragraph 0 | “Yes,” she said, “no.”',
    ])
  })

  test('then a line that comes on every page is suspected', () => {
    const pages = Array.from({ length: 4 }, () => `River council, spring assembly.\n\n${prose}`).join('\n\n')
    expect(recognise(pages).passages.filter(({ suspect }) => suspect === 'repeated-line')).toHaveLength(4)
  })

  test.each([
    ['45 mins read', 'reading-time'],
    ['Reading time: 5 minutes', 'reading-time'],
    ['Page 3 of 9', 'page-number'],
    ['– 17 –', 'page-number'],
    ['March 4, 2024', 'date-line'],
    ['Posted on 4 March 2024 by the secretariat', 'date-line'],
    ['Latest from the Harbour Circle', 'navigation'],
    ['Continue reading →', 'navigation'],
    ['Share this article', 'sharing'],
    ['Facebook | Twitter | WhatsApp', 'sharing'],
    ['Subscribe to our newsletter', 'subscription'],
    ['3 comments', 'comments'],
    ['This site uses cookies to improve your visit.', 'cookies'],
    ['© 2024 River Council', 'copyright'],
    ['* * *', 'separator'],
  ])('then "%s" is suspected (%s), and kept', (line, suspect) => {
    expect(recognise(`${prose}\n\n${line}\n\n${prose}`).passages[1]).toMatchObject({ suspect })
  })

  test.each([
    'Page three of the statute was changed.',
    'In March 2024 the council met.',
    'Share this burden with the neighbours who asked for it.',
    'The latest from the harbour is that the boats are safe.',
    'It takes 45 minutes to read the statute aloud.',
    'Home is where the river bends.',
  ])('then "%s" is not', (line) => {
    expect(recognise(`${prose}\n\n${line}\n\n${prose}`).passages[1]).toMatchObject({ suspect: null })
  })

  test('then a paragraph that is too long is cut at the end of a sentence, or between characters at least', () => {
    const long = recognise(`${prose} `.repeat(400)).passages
    expect(long.length).toBe(Math.ceil(((prose.length + 1) * 400) / maxPassageLength))
    for (const { text } of long) expect(text.endsWith('winter.') && text.length <= maxPassageLength).toBe(true)
    const family = '👩‍👩‍👧'
    const { passages } = recognise(`a${family.repeat(5_000)}`)
    expect(passages.map(({ text }) => text).join('')).toBe(`a${family.repeat(5_000)}`)
    for (const { text } of passages) expect(text).toMatch(/^a?(?:👩‍👩‍👧)+$/u)
  })

  test('then a text without a letter or a digit has no passage', () => {
    expect(recogniseText('... !?\n\n***\n\n—', readMarkdown)).toEqual({ refused: 'no-passages' })
  })

  test('then what calls itself one character and is longer than a passage is cut as well, between code points', () => {
    const endless = '👩\u200d'.repeat(15_000)
    const texts = recognise(`a${endless}`).passages.map(({ text }) => text)
    expect(texts.join('')).toBe(`a${endless}`)
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(maxPassageLength)
      expect(text.isWellFormed()).toBe(true)
    }
  })

  test('then too many lines or passages are refused', () => {
    expect(recogniseText('\n'.repeat(maxLines), readMarkdown)).toEqual({
      refused: 'too-many-lines',
      count: maxLines + 1,
      max: maxLines,
    })
    expect(recogniseText('\n'.repeat(maxLines - 1), readMarkdown)).toEqual({ refused: 'no-passages' })
    expect(recogniseText('a\n\n'.repeat(maxPassages + 1), readMarkdown)).toEqual({
      refused: 'too-many-passages',
      count: maxPassages + 1,
      max: maxPassages,
    })
  })
})

const pieces = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '> ',
    '- ',
    '• ',
    '1. ',
    '2. ',
    'a) ',
    'IV. ',
    '1.1 ',
    '----',
    '====',
    '* * *',
    '“',
    '”',
    '.',
    ':',
  ],
  ...['river', 'Council', 'BOATS', 'é', '河川', 'مجلس', '😀', 'well-', '12 mins read', prose, 'x'.repeat(70)],
)
const anyText = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
const wordsOf = ({ label, text }: Candidate) => `${label ?? ''} ${text}`

describe('given any plain text', () => {
  test('then no letter and no digit is lost, added or moved', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = recogniseText(text, readMarkdown, { format: 'plain' })
        const words = 'refused' in answer ? '' : answer.passages.map(wordsOf).join(' ')
        expect(letters(words)).toBe(letters(text))
      }),
      { numRuns: 2_000 },
    )
  })

  test('then every candidate has words and stands on one line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = recogniseText(text, readMarkdown, { format: 'plain' })
        if ('refused' in answer) {
          expect(letters(text)).toBe('')
          return
        }
        for (const { text: words } of answer.passages) expect(words).toMatch(/^\S(?:[^\n\t]*\S)?$/)
        expect(answer.passages.filter(({ kind, level }) => kind === 'heading' && level === 0).length).toBeLessThan(2)
      }),
      { numRuns: 1_000 },
    )
  })
})
