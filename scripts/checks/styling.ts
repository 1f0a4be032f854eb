/**
 * How the interface is styled, said once: tokens say colours, sizes and type, utilities say the rest where an element is written,
 * a component owns its variants, and a class file holds what utilities cannot say, for one component (docs/decisions/033).
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compile } from 'tailwindcss'
import { classNamesIn } from './class-names.ts'
import type { Source } from './source.ts'

/** Where the interface is written. */
const SHOWN = /^(app|components|features)\/.*\.tsx?$/
const CLASS_FILE = /^components\/styles\/.*\.css$/
/** Names that Tailwind's own variants refer to. */
const MARKERS = /^(group|peer)(\/[\w-]+)?$/

const advice =
  'Say it in utilities; what several elements share belongs to one component of components/, with its variants in a typed record.'

/** What breaks the rule of styling in a project, one line each, `file message`. */
export async function strayStyles(sources: readonly Source[]): Promise<readonly string[]> {
  const shown = sources.filter(({ file }) => SHOWN.test(file))
  const classFiles = sources.filter(({ file }) => CLASS_FILE.test(file))
  const used = classNamesIn(shown)
  const named = classFiles.flatMap(({ file, code }) => namesIn(code).map((name) => ({ name, file })))
  const isUtility = await utilities(
    [...used, ...named].map(({ name }) => name),
    classFiles,
  )
  const classes = named.filter(({ name }) => !isUtility(name))
  return [
    ...used
      .filter(({ name }) => !isUtility(name) && classes.every((one) => one.name !== name))
      .map(({ name, file }) => `${file} uses the class ${name}, which nothing defines. ${advice}`),
    ...classes.flatMap(({ name, file }) => ownership(name, file, used)),
    ...classFiles
      .filter(({ text }) => !saysWhy(text))
      .map(({ file }) => `${file} does not say at its head why its rules are no utilities.`),
    ...shown
      .filter(({ code }) => /\sstyle=[{"']/.test(code))
      .map(({ file }) => `${file} sets style on an element, which the policy of a page forbids. ${advice}`),
  ]
}

/** A class of a class file belongs to one component. */
function ownership(name: string, file: string, used: ReturnType<typeof classNamesIn>): readonly string[] {
  const users = used.filter((one) => one.name === name).map((one) => one.file)
  const [owner, ...others] = users
  if (owner === undefined) return [`${file} defines .${name}, which nothing uses: take it away.`]
  if (others.length > 0)
    return [
      `${file} defines .${name}, which ${users.join(' and ')} use: make one component that owns it, and use that.`,
    ]
  return owner.startsWith('components/')
    ? []
    : [`${file} defines .${name} for ${owner}, which is no component of components/. ${advice}`]
}

/** The class names in the selectors of a style sheet. */
function namesIn(code: string): readonly string[] {
  const selectors = code.replace(/"[^"]*"/g, '').matchAll(/(?:^|[{};])\s*([^{};@]*)\{/g)
  const names = [...selectors].flatMap(([, selector = '']) => [...selector.matchAll(/\.([a-z][\w-]*)/g)])
  return [...new Set(names.map(([, name = '']) => name))]
}

/** The reason why: a comment at the head that is addressed to a reader and not to a tool. */
function saysWhy(text: string): boolean {
  const head = /^\s*((?:\/\*[\s\S]*?\*\/\s*)*)/.exec(text)?.[1] ?? ''
  return [...head.matchAll(/\/\*([\s\S]*?)\*\//g)].some(([, words = '']) => !words.trim().startsWith('biome-ignore'))
}

/** Tells which of these names are utilities: Tailwind's, by the tokens of the project, or the project's own (`@utility`). */
async function utilities(names: readonly string[], classFiles: readonly Source[]): Promise<(name: string) => boolean> {
  const theme = readFileSync(createRequire(import.meta.url).resolve('tailwindcss/theme.css'), 'utf8')
  const tokens = classFiles.filter(({ text }) => /@(theme|utility|custom-variant)\b/.test(text)).map(({ text }) => text)
  const { build } = await compile([theme, ...tokens, '@tailwind utilities;'].join('\n'))
  const built = new Set(build([...new Set(names)]).match(/\.(?:\\.|[\w-])+/g))
  return (name) => MARKERS.test(name) || built.has(`.${escaped(name)}`)
}

/** A name as it stands in a selector (CSSOM, serialize an identifier). */
function escaped(name: string): string {
  return name.replace(/[^\w-]/g, (character) => `\\${character}`)
}
