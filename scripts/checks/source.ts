import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One import, re-export or dynamic import of a file. */
export interface Import {
  readonly specifier: string
  /** True when only types come in, which leave nothing behind at run time. */
  readonly isType: boolean
  /** Path below the project of what is imported; null for a package. */
  readonly target: string | null
}

export interface Source {
  /** Path below the project, with forward slashes. */
  readonly file: string
  readonly text: string
  /** The text without comments. */
  readonly code: string
  readonly imports: readonly Import[]
}

const ROOMS = ['app', 'components', 'domain', 'features', 'lib', 'messages', 'prisma', 'scripts', 'store', 'tests']
const CODE = /\.(ts|tsx|mjs|js|sql|css)$/
const STATEMENT = /(?:^|[;\n}])\s*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]+\sfrom\s*)?['"]([^'"]+)['"]/g
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Reads every source file of the rooms of a project, migrations too. */
export function readSources(root: string): readonly Source[] {
  return ROOMS.flatMap((room) => filesBelow(root, room)).map((file) => readSource(root, file))
}

function filesBelow(root: string, folder: string): string[] {
  let entries: import('node:fs').Dirent[]
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const below = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(root, below)
    return CODE.test(entry.name) ? [below] : []
  })
}

function readSource(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements = [...code.matchAll(STATEMENT)].map((found) => toImport(file, found[2], found[1] !== undefined))
  const dynamic = [...code.matchAll(DYNAMIC)].map((found) => toImport(file, found[1], false))
  return { file, text, code, imports: [...statements, ...dynamic] }
}

function toImport(file: string, specifier = '', isType: boolean): Import {
  if (specifier.startsWith('#')) return { specifier, isType, target: specifier.slice(1) }
  if (!specifier.startsWith('.')) return { specifier, isType, target: null }
  return { specifier, isType, target: path.posix.join(path.posix.dirname(file), specifier) }
}
