/** What finds a side by name, words that stand in no messages, a language by name, and words that a page sends for nothing. */
import { describe, expect, it, test } from 'vitest'
import {
  languageIsTheViewers,
  layoutIsLogical,
  nothingIsMadeWhileLoading,
  wordsStandInMessages,
} from '../../scripts/checks/layout-rules.ts'
import { unspokenWords } from '../../scripts/checks/page-words.ts'
import type { Import, Source } from '../../scripts/checks/source.ts'

function source(file: string, code: string, imports: readonly string[] = []): Source {
  const found = imports.map((target): Import => ({ specifier: `#${target}`, isType: false, target }))
  return { file, text: code, code, imports: found }
}

describe('given a side by name', () => {
  test.each([
    ['a.tsx', '<p className="grid ml-4">'],
    ['a.tsx', '<p className="-mr-2">'],
    ['a.tsx', '<p className={`pl-[3px]`}>'],
    ['a.tsx', '<p className="sm:text-left">'],
    ['a.tsx', '<p className="border-l border-line">'],
    ['a.tsx', '<p className="rounded-tr-md">'],
    ['a.tsx', '<p className="absolute right-0">'],
    ['a.tsx', '<p className="-translate-x-1/2">'],
    ['a.tsx', '<p style={{ marginLeft: 4 }}>'],
    ['a.css', '.a { margin-left: 1rem; }'],
    ['a.css', '.a { border-top-right-radius: 1rem; }'],
    ['a.css', '.a { right: 0; }'],
    ['a.css', '.a { text-align: left; }'],
    ['a.css', '.a { padding: 1rem 2rem 1rem 3rem; }'],
    ['a.css', '.a { inset: auto 1rem 1rem auto }'],
  ])('then %s is told: %s', (file, code) => {
    expect(layoutIsLogical(source(`components/${file}`, code))).toHaveLength(1)
  })

  test.each([
    ['a.tsx', '<p className="ms-4 pe-2 -me-1 text-start border-s rounded-se-md start-0 max-w-prose px-2 inset-x-0">'],
    ['a.tsx', "const edges = ['left', 'right']"],
    ['a.css', '.a { margin-inline-start: 1rem; inset-inline-end: 0; padding: 1rem 2rem 1rem 2rem; text-align: end; }'],
    ['a.css', '.a { padding: 1rem 2rem 3rem; position-area: block-end span-inline-start; }'],
  ])('then %s is not: %s', (file, code) => {
    expect(layoutIsLogical(source(`components/${file}`, code))).toEqual([])
  })
})

test('what takes long to make and is made while a file loads is told', () => {
  const told = (code: string) => nothingIsMadeWhileLoading(source('domain/a.ts', code))
  expect(told("const words = new Intl.Segmenter('und')")).toHaveLength(1)
  expect(told("export const sorting: Sorting = new Intl.Collator('und')")).toHaveLength(1)
  expect(told("function words() {\n  const made = new Intl.Segmenter('und')\n}")).toEqual([])
})

describe('given words that stand in no messages', () => {
  test.each([
    '<p>Read on</p>',
    "<p>{open ? 'Close' : label}</p>",
    '<p>{`Read on`}</p>',
    '<input placeholder="Name" />',
    "<b aria-label={late ? 'Late' : undefined} />",
    '<Section title="About" />',
  ])('then they are told: %s', (jsx) => {
    expect(wordsStandInMessages(source('features/a/components/a.tsx', `export const A = () => ${jsx}`))).toHaveLength(1)
  })

  test.each([
    "<p>{t('read')}</p>",
    '<p>· – 12 %</p>',
    '<p className={open ? \'grid\' : \'hidden\'} data-state="open" lang="en" />',
    "<p aria-label={t('a')}>{a} / {b}</p>",
  ])('then nothing is: %s', (jsx) => {
    expect(wordsStandInMessages(source('features/a/components/a.tsx', `export const A = () => ${jsx}`))).toEqual([])
  })
})

test('given a language by name, then it is told, but where languages are defined', () => {
  expect(languageIsTheViewers(source('lib/a.ts', "new Intl.DateTimeFormat('en-GB')"))).toHaveLength(1)
  expect(languageIsTheViewers(source('app/a.tsx', '<html lang="en">'))).toHaveLength(1)
  expect(languageIsTheViewers(source('messages/languages.ts', "tag: 'en'"))).toEqual([])
})

describe('given a page with a client component that asks for words', () => {
  const part = source('features/a/components/part.tsx', "const t = useTranslations('a.part')")
  const form = source('features/a/components/form.tsx', "'use client'\nconst t = useTranslations('a.form')", [
    part.file,
  ])
  const shown = source('features/a/components/shown.tsx', "const t = useTranslations('a')", [form.file])
  const page = (code: string) => source('app/page.tsx', code, [shown.file])
  const toldOf = (code: string) => unspokenWords([page(code), shown, form, part]).map(({ message }) => message)

  it('tells what is sent for nothing or is missing, with all that belongs there', () => {
    for (const code of ['', "<PageWords of={['a.form']}>", "<PageWords of={['a.form', 'a.part', 'b']}>"])
      expect(toldOf(code), code).toEqual([expect.stringContaining("<PageWords of={['a.form', 'a.part']}>")])
  })

  it('is content with what the browser needs: not what the server says, and a whole in the place of its parts', () => {
    expect(toldOf("<PageWords of={['a.form', 'a.part']}>")).toEqual([])
    const whole = source(form.file, `${form.code}\nuseTranslations('a')`, [part.file])
    expect(unspokenWords([page("<PageWords of={['a']}>"), shown, whole, part])).toEqual([])
  })

  it.each(['LateDialogs', 'LatePiece'])(
    'lets what comes later in %s bring its words along: those for which it asks',
    (by) => {
      const imported = ['import', `('#${form.file}')`].join('')
      const late = (words: string) =>
        source('app/desk.tsx', `'use client'\n<${by} words={[${words}]} part={latePart(() => ${imported})} />`, [
          form.file,
        ])
      const of = (words: string) =>
        unspokenWords([source('app/page.tsx', '', ['app/desk.tsx']), late(words), form, part]).map(({ file }) => file)
      expect(of("'a.form', 'a.part'")).toEqual([])
      for (const words of ['', "'a.form'", "'a.form', 'a.part', 'b'"])
        expect(of(words), words).toEqual(['app/desk.tsx'])
    },
  )

  it('wants nothing of a page without one', () => {
    expect(unspokenWords([source('app/page.tsx', '', [part.file]), part])).toEqual([])
    const needless = unspokenWords([source('app/page.tsx', "<PageWords of={['a.part']}>", [part.file]), part])
    expect(needless.map(({ message }) => message)).toEqual([expect.stringContaining('take PageWords away')])
  })

  it('wants of a page nothing that a layout around it sends, and of that layout nothing that no page below asks for', () => {
    const frame = (words: string) => source('app/a/layout.tsx', `<PageWords of={[${words}]}>`)
    const below = source('app/a/b/page.tsx', "<PageWords of={['a.form']}>", [shown.file])
    const beside = source('app/b/page.tsx', "<PageWords of={['a.form', 'a.part']}>", [shown.file])
    const told = (words: string) => unspokenWords([frame(words), below, beside, shown, form, part])
    expect(told("'a.part'")).toEqual([])
    expect(told("'a.part', 'b'").map(({ file }) => file)).toEqual(['app/a/layout.tsx'])
    expect(told("'a.form', 'a.part'").map(({ file }) => file)).toEqual(['app/a/b/page.tsx'])
  })

  it('wants of the root what is shown in the place of a page that is not there or broke', () => {
    const missing = source('app/not-found.tsx', "'use client'\nuseTranslations('a.missing')")
    const told = (words: string) => unspokenWords([source('app/layout.tsx', words), missing])
    expect(told("<PageWords language={tag} of={['a.missing']}>")).toEqual([])
    expect(told('').map(({ message }) => message)).toEqual([expect.stringContaining("['a.missing']")])
  })

  test.each([
    // It returns early without its words, or with others.
    ['  if (over) return <Shown />\n  return <PageWords of={WORDS}><Shown /></PageWords>', true],
    [
      "  if (over) return <PageWords of={['a.form']}><Shown /></PageWords>\n  return <PageWords of={WORDS}><Shown /></PageWords>",
      true,
    ],
    ['  if (over) return <Row />\n  return <PageWords of={WORDS}><Shown /></PageWords>', true],
    ['  if (over) return <p>{t(word)}</p>\n  return <PageWords of={WORDS}><Row /></PageWords>', false],
    ['  return <PageWords of={WORDS}>{over ? <Row /> : <Shown />}</PageWords>', false],
  ])('tells whether it is ever shown without them: %s', (body, told) => {
    const words = "{['a.form', 'a.part']}"
    const code = [
      `import { Shown } from '#${shown.file}'`,
      `export default async function Page() {\n${body.replaceAll('{WORDS}', words)}\n}`,
      'async function Row({\n  id,\n}: Props) {\n  return <Shown />\n}',
    ].join('\n')
    expect(toldOf(code)).toEqual(told ? [expect.stringContaining('words that are not sent then')] : [])
  })
})
