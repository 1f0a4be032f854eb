/**
 * node scripts/names.ts [room …]: exported names that more than one file declares, with these files, and how many there are. A name
 * means one thing in the whole code, so that whoever searches for it finds the thing. Without rooms: the rooms of the product. Ends with
 * 1 where there is one.
 */
import path from 'node:path'
import { readSources, type Source } from './checks/source.ts'

/** What the framework looks for by name in the files of routes. */
const FRAMEWORKS =
  /^(metadata|viewport|generateMetadata|generateStaticParams|config|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|dynamic|runtime)$/
const ROOMS = ['app', 'components', 'domain', 'features', 'lib', 'store']
const DECLARED =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|const|let|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/gm

/** The names that more than one of these files declares and exports, with the files. */
export function namesDeclaredTwice(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const declared = sources.flatMap(({ file, code }) => [...new Set(namesIn(code))].map((name) => ({ name, file })))
  const byName = Map.groupBy(declared, ({ name }) => name)
  return new Map(
    [...byName]
      .filter(([name, places]) => places.length > 1 && !FRAMEWORKS.test(name))
      .map(([name, places]) => [name, places.map(({ file }) => file)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** Overloads declare one name several times. */
function namesIn(code: string): readonly string[] {
  return [...code.matchAll(DECLARED)].flatMap(([, name]) => name ?? [])
}

if (import.meta.main) {
  const rooms = process.argv.slice(2)
  const within = (rooms.length > 0 ? rooms : ROOMS).map((room) => `${room.replace(/\/$/, '')}/`)
  const root = path.resolve(import.meta.dirname, '..')
  const sources = readSources(root).filter(({ file }) => within.some((room) => file.startsWith(room)))
  const twice = namesDeclaredTwice(sources)
  for (const [name, files] of twice) console.log(`${name}\n${files.map((file) => `  ${file}`).join('\n')}`)
  console.log(`${twice.size} exported names are declared in more than one file.`)
  if (twice.size > 0) process.exitCode = 1
}
