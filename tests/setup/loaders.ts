/** Every loader that there is, so that whoever tries them all has left none out. */
import { readdirSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../features')

/** No views: a file that is read piece by piece, in as many transactions as it has pieces. */
const files: readonly string[] = [
  'groups/loadGroupExport',
  'records/loadPartyExport',
  'records/loadExport',
  'records/loadVerdict',
]

/** The loaders of views, each as `feature/name`. */
export async function everyLoader(): Promise<readonly string[]> {
  const found: string[] = []
  for (const feature of readdirSync(folder)) {
    const loaders = (await import(path.join(folder, feature, 'loaders.ts'))) as Record<string, unknown>
    found.push(...Object.keys(loaders).map((name) => `${feature}/${name}`))
  }
  const missing = files.filter((name) => !found.includes(name))
  if (missing.length > 0) throw new Error(`There is no ${missing.join(', ')}.`)
  return found.filter((name) => !files.includes(name)).sort()
}
