/** A page sends to the browser the messages that its client components ask for, and no others, in whichever way it is shown. */
import type { Source } from './source.ts'

type Sources = ReadonlyMap<string, Source>

interface Finding {
  readonly file: string
  readonly message: string
}

/** What a page or a layout declares and its client components ask for, where these differ, in words. By file. */
export function unspokenWords(sources: readonly Source[]): readonly Finding[] {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const pages = sources.filter(({ file }) => /^app\/.*(page|layout)\.tsx$/.test(file))
  const late = sources.filter(isLate)
  return [
    ...pages.flatMap((page) => otherWords(page, byFile)),
    ...pages.flatMap((page) => partsWithout(page, byFile)),
    ...late.flatMap((one) => otherLateWords(one, byFile)),
  ]
}

/** What comes to a page later brings its words along: those that `LateDialogs` or `LatePiece` names, as the file says that imports its code. */
function otherLateWords(source: Source, byFile: Sources): readonly Finding[] {
  const around = sentAround(source.file, byFile)
  const asked = askedIn(reachedFrom(lateIn(source), byFile), byFile).filter(
    (one) => !around.some((whole) => isWithin(one, whole)),
  )
  const declared = [...source.code.matchAll(/<(?:LateDialogs|LatePiece)\s+words=\{\[([^\]]*)\]\}/g)].map(
    ([, list]) => list,
  )
  const message = `brings other words along than what comes then asks for: words={[${asked.map((one) => `'${one}'`).join(', ')}]}, first of what it is given.`
  return asked.join() === namesIn(declared.join()).join() ? [] : [{ file: source.file, message }]
}

function isLate({ code }: Source): boolean {
  return /<(?:LateDialogs|LatePiece)\s/.test(code)
}

/** The files that a source imports when it is asked to, not when it is loaded. */
function lateIn({ code, imports }: Source): readonly string[] {
  const specifiers = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, specifier]) => specifier)
  return imports.flatMap(({ specifier, target }) => (target !== null && specifiers.includes(specifier) ? [target] : []))
}

function otherWords({ file, code }: Source, byFile: Sources): readonly Finding[] {
  const declared = declaredIn(code)
  const asked = [...askedBeside(file, shownWith(file), byFile), ...sentAhead(file, declared, byFile)].sort()
  const message =
    asked.length > 0
      ? `sends other words than its client components ask for: stand all of it in <PageWords of={[${asked.map((one) => `'${one}'`).join(', ')}]}>.`
      : 'sends words that no client component asks for: take PageWords away.'
  return asked.join() === declared.join() ? [] : [{ file, message }]
}

/** With the root stands what is shown in the place of a page that is not there or broke. */
function shownWith(file: string): readonly string[] {
  return file === 'app/layout.tsx' ? [file, 'app/not-found.tsx', 'app/error.tsx'] : [file]
}

/** What a layout declares and does not ask for itself, for the pages below it: they ask. */
function sentAhead(file: string, declared: readonly string[], byFile: Sources): readonly string[] {
  if (!file.endsWith('layout.tsx')) return []
  const own = askedBeside(file, shownWith(file), byFile)
  const below = [...byFile.keys()].filter((one) => one.startsWith(folderOf(file)) && one.endsWith('page.tsx'))
  const asked = new Set(below.flatMap((page) => askedBy([page], byFile)))
  return declared.filter((one) => !own.includes(one) && asked.has(one))
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

/** A page that returns early shows what stands in no PageWords, or in one with other words: nothing there may ask for more. */
function partsWithout(page: Source, byFile: Sources): readonly Finding[] {
  const { file, code } = page
  const within = [...code.matchAll(/<PageWords\b[\s\S]*?<\/PageWords>/g)].map(([part]) => part)
  // What the page itself returns; its own smaller components belong to the part that names them.
  const returned = /^export default [\s\S]*?\n}$/m.exec(code)?.[0] ?? ''
  const outside = within.reduce((rest, part) => rest.replace(part, ''), returned)
  return [outside, ...within].flatMap((part) => {
    const sent = declaredIn(part)
    const asked = askedBeside(file, shownIn(part, page), byFile)
    const missing = asked.filter((one) => !sent.some((whole) => isWithin(one, whole)))
    const message = `shows, in one of its ways, what asks for words that are not sent then: stand that in PageWords with ${missing.join(', ')} too.`
    return missing.length === 0 ? [] : [{ file, message }]
  })
}

/** The files of the components that a part of a page names, itself or through components of the page's own file. */
function shownIn(part: string, { code, imports }: Source): readonly string[] {
  const named = new Set<string>()
  const waiting = [part]
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
    for (const [, name = ''] of text.matchAll(/<([A-Z]\w*)/g)) {
      if (named.has(name)) continue
      named.add(name)
      const own = new RegExp(`^(?:async )?function ${name}\\b[\\s\\S]*?\\n}$`, 'm').exec(code)
      if (own) waiting.push(own[0])
    }
  const specifiers = [...code.matchAll(/^import \{([^}]*)\} from '([^']+)'/gm)]
    .filter(([, names = '']) => names.split(',').some((name) => named.has(name.trim())))
    .map(([, , specifier]) => specifier)
  return imports.flatMap(({ specifier, target }) => (target !== null && specifiers.includes(specifier) ? [target] : []))
}

/** The namespaces that the client components of these files ask for and no layout around `file` sends. */
function askedBeside(file: string, entries: readonly string[], byFile: Sources): readonly string[] {
  const sent = sentAround(file, byFile)
  return askedBy(entries, byFile).filter((one) => !sent.some((whole) => isWithin(one, whole)))
}

/** What the layouts around a file send. */
function sentAround(file: string, byFile: Sources): readonly string[] {
  const around = [...byFile.values()].filter(
    (one) => one.file !== file && one.file.endsWith('/layout.tsx') && file.startsWith(folderOf(one.file)),
  )
  return around.flatMap(({ code }) => declaredIn(code))
}

/** The namespaces that the client components of these files ask for. */
function askedBy(entries: readonly string[], byFile: Sources): readonly string[] {
  const islands = [...reachedFrom(entries, byFile, isClient)].filter((file) => isClient(byFile.get(file)))
  return askedIn(reachedFrom(islands, byFile), byFile)
}

/** The namespaces for which these files ask, a whole in the place of its parts. */
function askedIn(files: ReadonlySet<string>, byFile: Sources): readonly string[] {
  const asked = [...new Set([...files].flatMap((file) => namespacesIn(byFile.get(file)?.code ?? '')))]
  return asked.filter((one) => !asked.some((other) => one !== other && isWithin(one, other))).sort()
}

function isWithin(namespace: string, whole: string): boolean {
  return namespace === whole || namespace.startsWith(`${whole}.`)
}

/** All that these files import when they run, themselves included; what `ends` says is not followed further. */
function reachedFrom(
  files: readonly string[],
  byFile: Sources,
  ends: (source: Source | undefined) => boolean = () => false,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const source = byFile.get(file)
    if (source === undefined || reached.has(file)) continue
    reached.add(file)
    if (ends(source)) continue
    const late = isLate(source) ? lateIn(source) : []
    for (const { target, isType } of source.imports)
      if (target !== null && !isType && !late.includes(target)) waiting.push(target)
  }
  return reached
}

function isClient(source: Source | undefined): boolean {
  return source !== undefined && /^\s*['"]use client['"]/.test(source.code)
}

function namespacesIn(code: string): readonly string[] {
  return [...code.matchAll(/\buseTranslations\(\s*'([\w.-]+)'/g)].map((found) => String(found[1]))
}

function declaredIn(code: string): readonly string[] {
  return namesIn([...code.matchAll(/<PageWords\b[^>]*\sof=\{\[([^\]]*)\]\}/g)].map(([, list]) => list).join())
}

function namesIn(lists: string): readonly string[] {
  const names = [...lists.matchAll(/'([\w.-]+)'/g)].map((found) => String(found[1]))
  return [...new Set(names)].sort()
}
