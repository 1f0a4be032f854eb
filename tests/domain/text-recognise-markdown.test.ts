import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseText } from '#domain/text/normalise.ts'
import { recogniseText } from '#domain/text/recognise.ts'
import { readMarkdown } from '#lib/reading/markdown-blocks.ts'
import { rounds } from '#tests/setup/proof.ts'
import { hostile } from './hostile-words.ts'
import { readByMicromark } from './markdown-readers.ts'

function recognise(text: string) {
  const answer = recogniseText(text, readMarkdown, { format: 'markdown' })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
/** What micromark shows as words: nothing of HTML, and of code only that it is there. */
const shownBy = (text: string) =>
  readByMicromark(text)
    .filter(({ place, marks }) => !/html|definition|footnote|code/i.test([place, ...marks].join(' ')))
    .map((leaf) => leaf.text)
    .join(' ')
/** Of some letters in their order, those that are not found in others in theirs. */
function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  let from = 0
  return wanted.filter((letter) => {
    const at = found.indexOf(letter, from)
    if (at >= 0) from = at + 1
    return at < 0
  })
}
/** One line for each candidate: kind, level, label, words. */
const outline = (text: string) =>
  recognise(text).passages.map(
    ({ kind, level, label, text: words }) => `${kind} ${level} ${label === null ? '' : `${label} `}| ${words}`,
  )
const words = (text: string) => recognise(`${text}\n`).passages.map((passage) => passage.text)

describe('given a Markdown text, when its blocks are recognised', () => {
  test('then the one outermost heading that opens it is its title, and the others move up', () => {
    expect(outline('# Statute\n\nWords.\n\n## Tools ##\n\nCare\n----\n\n#### Deep')).toEqual([
      'heading 0 | Statute',
      'paragraph 0 | Words.',
      'heading 1 | Tools',
      'heading 1 | Care',
      'heading 3 | Deep',
    ])
    expect(outline('# One\n\n# Two')).toEqual(['heading 1 | One', 'heading 1 | Two'])
    expect(recognise('Statute\n=======\nWords.').title).toBe('Statute')
  })

  test('then lines of a paragraph are joined, but where the author broke them', () => {
    expect(words('The river\ncouncil\nmeets  \nin spring\\\nand autumn.')).toEqual([
      'The river council meets\nin spring\nand autumn.',
    ])
  })

  test('then lists nest, keep their labels, and hold further paragraphs', () => {
    expect(outline('3. First\n   goes on\n4. Second\n\n   More of it.\n   - nested\n     * deeper\n- - twice')).toEqual(
      [
        'list-item 1 3. | First goes on',
        'list-item 1 4. | Second',
        'paragraph 0 | More of it.',
        'list-item 2 | nested',
        'list-item 3 | deeper',
        'list-item 2 | twice',
      ],
    )
  })

  test('then only a list that starts at one interrupts a paragraph', () => {
    expect(outline('The flood was in\n1918. It rained.')).toEqual(['paragraph 0 | The flood was in 1918. It rained.'])
  })

  test('then quotes keep their depth, go on without their mark, and hold no sections of this text', () => {
    expect(outline('> We keep\nthe boats.\n>\n> > Not all.\n\n> # Heading\n> - item')).toEqual([
      'quote 1 | We keep the boats.',
      'quote 2 | Not all.',
      'quote 1 | Heading',
      'quote 1 | item',
    ])
  })

  test('then code and tables keep their lines', () => {
    expect(outline('```js\nif (a)\n  **b**\n```\n\n| Boat | Berth |\n|---|:-:|\n| *Ada* | 4 |')).toEqual([
      'paragraph 0 | if (a)\n  **b**',
      'paragraph 0 | Boat | Berth\nAda | 4',
    ])
    expect(outline('~~~\nnever closed\n\n# no heading')).toEqual(['paragraph 0 | never closed\n\n# no heading'])
  })

  test('then comments, scripts, styles, rules and link definitions are no words', () => {
    expect(
      words(
        '<!-- secret\n\nnote --> After.\n\n<script>\nrun()\n\n</script>\n\n***\n\n<style>a{}</style>\n\n[r]: https://x.invalid "T"',
      ),
    ).toEqual(['After.'])
  })

  test('then what is opened as a comment and never closed stays', () => {
    expect(words('<!-- open\n\nWords.')).toEqual(['<!-- open', 'Words.'])
  })

  test('then front matter is suspected, and its title taken where no heading is one', () => {
    const { title, passages } = recognise('---\ntitle: "Harbour rules"\nby: circle\n---\nWords.')
    expect(title).toBe('Harbour rules')
    expect(passages[0]).toMatchObject({ suspect: 'front-matter', text: 'title: "Harbour rules"\nby: circle' })
    expect(passages[1]).toMatchObject({ suspect: null, text: 'Words.' })
  })

  test('then a text of nothing but markup has no passages', () => {
    expect(recogniseText('![](a.png)\n\n---\n\n<br>', readMarkdown, { format: 'markdown' })).toEqual({
      refused: 'no-passages',
    })
  })
})

describe('given blocks that stand where they are easily overlooked, when they are recognised', () => {
  test('then code behind the mark of an item ends in the item, and sections after it are sections (case R1)', () => {
    expect(outline('# Manual\n\n1. ```\n   make\n   ```\n\n## Rules\n\nOne.\n\nTwo.')).toEqual([
      'heading 0 | Manual',
      'list-item 1 1. | make',
      'heading 1 | Rules',
      'paragraph 0 | One.',
      'paragraph 0 | Two.',
    ])
    expect(outline('- # Title\n- > We keep\n  > the boats.')).toEqual([
      'list-item 1 | Title',
      'quote 1 | We keep the boats.',
    ])
  })

  test('then what is set in by four columns is no heading, no list and no quote (case R8)', () => {
    expect(outline('    # no heading\n\n    - no list\n\n    > no quote')).toEqual([
      'paragraph 0 | # no heading',
      'paragraph 0 | - no list',
      'paragraph 0 | > no quote',
    ])
  })

  test('then verse that is set in keeps its lines, a passage for each stanza', () => {
    expect(words('The song:\n\n    The river\n    rises.\n\n    It falls.')).toEqual([
      'The song:',
      'The river\nrises.',
      'It falls.',
    ])
  })

  test('then a paragraph of which only the first line is set in is one', () => {
    expect(
      words('    The river rises\nand falls.\n\n    Verse.\n\n    Again\nand again.\n\n    Code.\n- item'),
    ).toEqual(['The river rises and falls.', 'Verse.', 'Again and again.', 'Code.', 'item'])
  })

  test('then a table may go without outer strokes, and loses no cell (case R9)', () => {
    expect(words('Name | Day\n--- | ---\nAda | *Monday*\nBen | Friday | late\nAll come.')).toEqual([
      'Name | Day\nAda | Monday\nBen | Friday | late',
      'All come.',
    ])
    expect(words('They sit so:\n| a | b |\n| c |\nand stay.')).toEqual(['They sit so:', 'a | b\nc', 'and stay.'])
  })

  test('then a mark alone on its line is that of the words below', () => {
    expect(outline('1.\nThe river.\n2.\nThe wood\nand the weir.\n*\nThe mill.\n\nThe end.')).toEqual([
      'list-item 1 1. | The river.',
      'list-item 1 2. | The wood and the weir.',
      'list-item 1 | The mill.',
      'paragraph 0 | The end.',
    ])
    expect(outline('1.\n\nThe river.')).toEqual(['paragraph 0 | The river.'])
    expect(outline('The flood of\n2.\nMay.')).toEqual(['paragraph 0 | The flood of 2. May.'])
  })

  test('then what looks like the address of a link is words where an item begins or a note stands', () => {
    expect(outline('- [Ada]: Yes.\n- [Ben]: No.\n\n[^1]: Later.')).toEqual([
      'list-item 1 | [Ada]: Yes.',
      'list-item 1 | [Ben]: No.',
      'paragraph 0 | [1]: Later.',
    ])
  })

  test('then quotes and lists that nest without end lose no words', () => {
    expect(words(`${'> '.repeat(500)}deep`).join('')).toMatch(/deep$/)
    expect(outline(`${'- '.repeat(500)}deep`).join('')).toMatch(/^list-item 6 \|.* deep$/)
    const stairs = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- step${depth}`).join('\n')
    expect(
      words(stairs)
        .join(' ')
        .match(/step\d+/g),
    ).toHaveLength(200)
  })
})

describe('given a passage in Markdown, when its markup is removed, then only words remain', () => {
  test.each([
    ['**bold**, *soft*, __bold__, _soft_, ***both***, ~~gone~~', 'bold, soft, bold, soft, both, gone'],
    ['2 * 3 * 4, snake_case_name, ~5, a * b', '2 * 3 * 4, snake_case_name, ~5, a * b'],
    ['**never closed', '**never closed'],
    ['`code *stays*` and ``a `tick` ``', 'code *stays* and a `tick`'],
    ['[a link](https://x.invalid/a_(b) "title") and [one](<x y>)', 'a link and one'],
    ['![a **boat**](boat.png) [![alt](a.png)](b)', 'a boat alt'],
    ['[click](javascript:alert(1)) <javascript:alert(1)> [x](data:text/html,y)', 'click x'],
    ['<https://x.invalid/a> <circle@x.invalid>', 'https://x.invalid/a circle@x.invalid'],
    ['[not a link] (here) [nor](this one', '[not a link] (here) [nor](this one'],
    ['<b onclick="run()">bold</b> a<br>b 3 < 4 > 2 <!-- no -->yes', 'bold a b 3 < 4 > 2 yes'],
    ['a<script>run()</script>b<style>c</style>', 'ab'],
    ['AT&amp;T &copy; &#8217; &#x2019; &bogus; &#0; &lt;b&gt;', 'AT&T © ’ ’ &bogus; &#0; <b>'],
    ['e&#x301; and \\*stars\\* \\a', 'é and *stars* \\a'],
    ['a note[^1]', 'a note[1]'],
    ['#hashtag', '#hashtag'],
    ['&Ccaron;esk&yacute; &lstrok; &Rarr; &#x9;a &#1; &#xfffd; &#xd800;', 'Český ł ↠ a &#1; \ufffd &#xd800;'],
    ['[a](b (title)) [c](<d> "e") ![f](data:image/png;base64,AAAA)', 'a c f'],
    ['(`code`)', '(code)'],
    ['a<script>if (a < b) { s = "`</b>" }</script>b `code`', 'ab code'],
    ['a <script>never closed', 'a never closed'],
    ['a <![CDATA[b]]> <?php c ?> <!DOCTYPE d> e', 'a <![CDATA[b]]> e'],
  ])('%s', (source, expected) => expect(words(source)).toEqual([expected]))

  test('reference links need their definition', () => {
    expect(words('[text][Ref] [ref] [text][] [other][no]\n\n[ref]: /a\n[text]: /b')).toEqual([
      'text ref text [other][no]',
    ])
    expect(words('[c] [d]\n\n[c]:\n  /url\n  "two\nlines"\n\n> [d]: <data:image/png;base64,AAAA>')).toEqual(['c d'])
  })

  test('a line end is a blank, but between letters of scripts that have none, whatever marks stand there', () => {
    expect(words('**河**\n水 *a*\n_b_  \n**c**\\\n`d`')).toEqual(['河水 a b\nc\nd'])
  })
})

describe('given any Markdown text', () => {
  const word = fc.stringMatching(/^[a-zé河]{1,8}$/)
  const marked = fc
    .tuple(
      word,
      fc.constantFrom(['', ''], ['**', '**'], ['_', '_'], ['`', '`'], ['[', '](https://1.2/3)'], ['<1>', '']),
    )
    .map(([text, [open = '', close = '']]) => ({ text, source: `${open}${text}${close}` }))
  const block = fc
    .tuple(
      fc.array(marked, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('', '# ', '### ', '- ', '> ', '1. ', '> > '),
    )
    .map(([parts, mark]) => ({
      text: parts.map((part) => part.text).join(' '),
      source: mark + parts.map((part) => part.source).join(' '),
    }))

  test('then its words come out, block by block, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const source = blocks.map((one) => one.source.replaceAll('<1>', '<b>')).join('\n\n')
        expect(words(source)).toEqual(blocks.map(({ text }) => text))
      }),
      { numRuns: 500 },
    )
  })

  test('then no letter is lost that another reader of Markdown shows as words', () => {
    const letters = (text: string) => [...normaliseText(text).replace(/[^\p{L}\p{N}]/gu, '')]
    // GFM makes links of bare addresses, and leaves references in them as they are written. A mark of an item alone is no words.
    const source = fc
      .array(hostile, { maxLength: 4 })
      .map((parts) => normaliseText(parts.join('\n\n')))
      .filter((text) => !/(?:www\.|:|@)\S*&|^[>\s+*-]*\d+[.)]\s*$/m.test(text))
    fc.assert(
      fc.property(source, (text) => {
        const answer = recogniseText(text, readMarkdown, { format: 'markdown' })
        const read = 'refused' in answer ? [] : answer.passages.map(({ label, text: found }) => (label ?? '') + found)
        expect(missing(letters(shownBy(text)), letters(read.join(' ')))).toEqual([])
      }),
      { numRuns: rounds({ sample: 500, whole: 20_000 }) },
    )
  })

  test('then hostile markup is answered, and no passage is blank', () => {
    const mark = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '![',
      '<',
      '>',
      '<!--',
      '-->',
      '`',
      '``',
      '*',
      '_',
      '~~',
      '\\',
      '&',
      '#',
      '\n',
      '- ',
      '|',
      'a',
      '  ',
      '```',
      '"',
      '<a ',
      '[a]: b',
      '---',
    )
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 80 }), (marks) => {
        const answer = recogniseText(marks.join(''), readMarkdown, { format: 'markdown' })
        if ('refused' in answer) expect(answer.refused).toBe('no-passages')
        else for (const { text } of answer.passages) expect(text.trim()).not.toBe('')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('given a line that looks like markup almost to its end, when it is recognised', () => {
  test('then a row of a table that is no delimiter after all is a row', () => {
    const row = `${'-'.repeat(400_000)}x`
    expect(words(`| a |\n|${row}`).join('')).toBe(`a\n${row}`)
    expect(words('| a |\n|-:|:-|\n| b |')).toEqual(['a\nb'])
    expect(words('| a |\n| : |\n| b |')).toEqual(['a\n:\nb'])
  })

  test('then a paragraph longer than what is read at once is read whole', () => {
    const long = words('**Ada** keeps\n`the` weir. '.repeat(6_000))
    expect(long.join(' ')).toBe('Ada keeps the weir. '.repeat(6_000).trim())
    expect(words(`Ada ![drawn](data:image/png;base64,${'A'.repeat(120_000)}) keeps.`)).toEqual(['Ada drawn keeps.'])
  })

  test('then combining marks that come as references are parted like any others', () => {
    const [text] = words(`a${'&#x301;&#x327;'.repeat(1_000)}`)
    expect(text).toContain('\u034f')
    expect(text).not.toMatch(/[\p{M}--\u034f]{31}/v)
  })
})

describe('given a text of unknown format, when it is recognised', () => {
  const format = (text: string, fileName?: string) => {
    const answer = recogniseText(text, readMarkdown, fileName === undefined ? {} : { fileName })
    return 'refused' in answer ? answer.refused : answer.format
  }

  test('then its name or its marks tell', () => {
    expect(format('Words', 'statute.MD')).toBe('markdown')
    expect(format('# Statute\n\nWords')).toBe('markdown')
    expect(format('A [link](https://x.invalid)\n\n**Bold** words')).toBe('markdown')
    expect(format('- a list\n> and a quote', 'statute.txt')).toBe('plain')
    expect(format('We are #1 in boats')).toBe('plain')
  })

  test('then the choice of a person counts above both', () => {
    expect(recogniseText('# Words', readMarkdown, { fileName: 'a.md', format: 'plain' })).toMatchObject({
      format: 'plain',
    })
  })
})
