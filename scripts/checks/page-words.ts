/** A page sends to the browser the messages that its client components ask for, and no others. */
import type { Source } from './source.ts'

/** What a page or a layout declares and its client components ask for, where these differ, in words. By file. */
export function unspokenWords(
  sources: readonly Source[],
): readonly { readonly file: string; readonly message: string }[] {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return sources
    .filter(({ file }) => /^app\/.*(page|layout|not-found)\.tsx$/.test(file))
    .flatMap(({ file, code }) => {
      const asked = askedBy(file, byFile)
      const declared = declaredIn(code)
      const message =
        asked.length > 0
          ? `sends other words than its client components ask for: stand all of it in <PageWords of={[${asked.map((one) => `'${one}'`).join(', ')}]}>.`
          : 'sends words that no client component asks for: take PageWords away.'
      return asked.join() === declared.join() ? [] : [{ file, message }]
    })
}

/** The namespaces that the client components of a page or a layout ask for, without those of components/, which the root sends. */
function askedBy(entry: string, byFile: ReadonlyMap<string, Source>): readonly string[] {
  const islands = [...reachedFrom([entry], byFile, isClient)].filter((file) => isClient(byFile.get(file)))
  const shown = [...reachedFrom(islands, byFile)].flatMap((file) => namespacesIn(byFile.get(file)?.code ?? ''))
  const asked = [...new Set(shown)].filter((one) => one !== 'components')
  return asked.filter((one) => !asked.some((other) => one.startsWith(`${other}.`))).sort()
}

/** All that these files import when they run, themselves included; what `ends` says is not followed further. */
function reachedFrom(
  files: readonly string[],
  byFile: ReadonlyMap<string, Source>,
  ends: (source: Source | undefined) => boolean = () => false,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const source = byFile.get(file)
    if (source === undefined || reached.has(file)) continue
    reached.add(file)
    if (ends(source)) continue
    for (const { target, isType } of source.imports) if (target !== null && !isType) waiting.push(target)
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
  const lists = [...code.matchAll(/<PageWords\s+of=\{\[([^\]]*)\]\}/g)].map((found) => String(found[1]))
  const names = lists.flatMap((list) => [...list.matchAll(/'([\w.-]+)'/g)].map((found) => String(found[1])))
  return [...new Set(names)].sort()
}
