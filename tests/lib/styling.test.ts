/** What finds a class without a definition, one without an owner or with two, a style on an element, and a class file without its reason. */
import { describe, expect, it, test } from 'vitest'
import type { Source } from '../../scripts/checks/source.ts'
import { strayStyles } from '../../scripts/checks/styling.ts'

function source(file: string, code: string, imports: Readonly<Record<string, string>> = {}): Source {
  const found = Object.entries(imports).map(([specifier, target]) => ({ specifier, isType: false, target }))
  return { file, text: code, code, imports: found }
}

const tokens = source(
  'components/styles/tokens.css',
  '/* The material. */ @theme { --color-ink: #000; } @custom-variant off (&:disabled); @utility small-caps { text-transform: uppercase; }',
)
const sheet = source(
  'components/styles/reading.css',
  '/* Hundreds on a page. */ @layer components { .passage { color: red } }',
)
const owner = source('components/frame/passage.tsx', 'export const P = () => <p className="passage" />')

describe('given a class name in an element', () => {
  test.each([
    ['written there', '<p className="stray" />'],
    ['beside utilities', '<p className="grid stray" />'],
    ['in a choice', "<p className={open ? 'stray' : 'grid'} />"],
    ['in a template', `<p className={\`grid \${open ? 'stray' : ''}\`} />`],
    ['in a constant', "<p className={look} />; const look = 'stray'"],
    ['in a record', "<p className={looks[tone]} />; const looks = { now: 'grid', late: 'stray' }"],
    ['in a function', "<p className={lookOf(tone)} />; function lookOf(t) { if (t) return 'stray'; return 'grid' }"],
    ['among properties', "<p {...given} />; const given = { className: 'stray' }"],
    ['a token that there is not', '<p className="text-stray" />'],
  ])('then one that nothing defines is told: %s', async (_, code) => {
    const told = await strayStyles([tokens, source('features/a/components/a.tsx', code)])
    expect(told).toEqual([expect.stringMatching(/^features\/a\/components\/a\.tsx uses the class [\w-]*stray/)])
  })

  test.each([
    '<p className="grid max-sm:grid-cols-[1fr] text-ink off:text-ink small-caps group -ms-2.5" />',
    '<p className={open && \'w-[min(20rem,100vw-1rem)]\'} data-kind="stray" />',
    "<p className={kind === 'stray' ? 'grid' : 'flex'} />",
    "<p className={looks[look]} />; const looks = { stray: 'grid' }",
  ])('then utilities and what decides between them are none: %s', async (code) => {
    expect(await strayStyles([tokens, source('app/a.tsx', code)])).toEqual([])
  })

  it('follows a name to the file from which it comes, which is the one that uses the class', async () => {
    const look = source('components/forms/look.ts', "export const look = () => 'passage'")
    const user = source('app/a.tsx', "import { look } from '#l'\n;<p className={look()} />", { '#l': look.file })
    expect(await strayStyles([tokens, sheet, look, user])).toEqual([])
  })
})

describe('given a class of a class file', () => {
  it('is content with one component that owns it, and with names of utilities in selectors', async () => {
    const cells = source('components/styles/base.css', '/* Defaults of elements. */ :where(.grid) > * { min-width: 0 }')
    expect(await strayStyles([tokens, sheet, owner, cells])).toEqual([])
  })

  test.each([
    ['nobody', [], 'which nothing uses'],
    ['two components', [owner, { ...owner, file: 'components/text/other.tsx' }], 'make one component that owns it'],
    ['a feature', [{ ...owner, file: 'features/a/components/a.tsx' }], 'is no component of components/'],
  ])('tells of one that %s uses', async (_, users, message) => {
    expect(await strayStyles([tokens, sheet, ...users])).toEqual([expect.stringContaining(message)])
  })

  it('wants the reason at the head of the file', async () => {
    const bare = { ...sheet, text: `/* biome-ignore-all lint: a word to a tool. */ ${sheet.code.slice(26)}` }
    expect(await strayStyles([tokens, bare, owner])).toEqual([expect.stringContaining('does not say at its head')])
  })
})

test('given a style on an element, then it is told', async () => {
  const told = await strayStyles([tokens, source('app/a.tsx', '<p style={{ color }} />')])
  expect(told).toEqual([expect.stringContaining('sets style on an element')])
})
