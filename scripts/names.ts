/**
 * node scripts/names.ts [room …]: exported names that more than one file declares, with these files, and how many there are. A name
 * means one thing in the whole code, so that whoever searches for it finds the thing. Without rooms: the rooms of the product. Ends with
 * 1 where there is one.
 */
import path from 'node:path'
import { readSources, type Source } from './checks/source.ts'

/** The rooms of the product, in which a name means one thing. */
const ROOMS = ['app', 'components', 'domain', 'features', 'lib', 'store']
/** What the framework looks for by name in the files that it finds by their own: the pages, layouts and handlers of a route. */
const FRAMEWORKS =
  /^(metadata|viewport|generateMetadata|generateStaticParams|config|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|dynamic|runtime)$/
const ROUTES = /^app\/(?:.*\/)?(?:page|layout|route|error|not-found|template|default|loading)\.tsx?$/
const DECLARED =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|const|let|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/gm

/** The names that more than one of these files declares and exports, with the files. */
export function namesDeclaredTwice(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const declared = sources.flatMap((source) =>
    [...new Set(namesIn(source.code))]
      .filter((name) => !isConventional(source, name))
      .map((name) => ({ name, file: source.file })),
  )
  const byName = Map.groupBy(declared, ({ name }) => name)
  return new Map(
    [...byName]
      .filter(([, places]) => places.length > 1)
      .map(([name, places]) => [name, places.map(({ file }) => file)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** Those of these files that are of the product. */
export function ofTheProduct(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ file }) => ROOMS.some((room) => file.startsWith(`${room}/`)))
}

/** Every route has the same few names, because the framework asks each for them. */
function isConventional({ file }: Source, name: string): boolean {
  return ROUTES.test(file) && FRAMEWORKS.test(name)
}

/** Overloads declare one name several times. */
function namesIn(code: string): readonly string[] {
  return [...code.matchAll(DECLARED)].flatMap(([, name]) => name ?? [])
}

if (import.meta.main) {
  const rooms = process.argv.slice(2)
  const within = rooms.map((room) => `${room.replace(/\/$/, '')}/`)
  const sources = readSources(path.resolve(import.meta.dirname, '..'))
  const asked = sources.filter(({ file }) => within.some((room) => file.startsWith(room)))
  const twice = namesDeclaredTwice(rooms.length === 0 ? ofTheProduct(sources) : asked)
  for (const [name, files] of twice) console.log(`${name}\n${files.map((file) => `  ${file}`).join('\n')}`)
  console.log(`${twice.size} exported names are declared in more than one file.`)
  if (twice.size > 0) process.exitCode = 1
}
