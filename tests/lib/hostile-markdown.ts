/** Markdown that has cost readers of it more time or memory than it is long: what a stranger may bring in as a text. */

/** A piece that is said over and over, in one paragraph or on a line each. */
const repeated: readonly string[] = [
  ...[
    '[',
    '![',
    '[a](',
    '[](',
    '](a ',
    '[a][b',
    '[a](<b',
    '<a ',
    '<',
    '<!-- a ',
    '<? ',
    '<![CDATA[ ',
    'a <script> ',
    '<a:b ',
    'a@',
  ],
  ...[
    '*a ',
    'a* ',
    '*a_ ',
    '**a *',
    '_a __b ',
    '~~a ',
    '`a `` ',
    '\\',
    '&a',
    '&amp;',
    '*[a](b)* ',
    '|',
    '-',
    '>',
    '- ',
  ],
  ...[
    '> > > > > > > > a\n',
    '> - > - a\n',
    '- a\n\n  ',
    '[a]: b "c\n',
    '[a]: b\n',
    '[a\n',
    'a\n',
    '    a\n\n',
    '    a\nb\n',
    '```\n',
  ],
  ...['| a | b |\n', '|-|-|\n', '<div>\n', '<!--\n\n', '1.\na\n', '# a\n', '\ta\n'],
]

/** Documents of so many UTF-16 units each, in at most so many lines. */
export function hostileMarkdown(size: number, lines: number): readonly string[] {
  const said = repeated.map((piece) => {
    const times = Math.min(size / piece.length, lines / Math.max(1, piece.split('\n').length - 1))
    return piece.repeat(Math.max(1, Math.floor(times)))
  })
  const half = Math.floor(size / 2)
  const opened = ['[', '(', '<b>', '**a *a '].map((piece) => piece.repeat(Math.floor(half / piece.length)))
  const closed = [']', ')', '</b>', 'b** b*'].map((piece) => piece.repeat(Math.floor(half / piece.length)))
  const nested = opened.map((opening, index) => `${opening}${closed[index]}`)
  return [...said, ...nested, steps(size), ticks(size), `| a |\n|---|\n${'| b '.repeat(Math.floor(size / 4))}|\n`]
}

/** Each item a step deeper than the one before, as far as the size goes. */
function steps(size: number): string {
  let text = ''
  for (let depth = 0; text.length < size; depth += 1) text += `${'  '.repeat(depth)}- a\n`
  return text
}

/** Runs of backticks, none as long as another. */
function ticks(size: number): string {
  let text = ''
  for (let length = 1; text.length < size; length += 1) text += `${'`'.repeat(length)} `
  return text
}
