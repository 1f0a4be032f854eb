/** What a page costs, held against the least that a page of the framework costs, loaded in turns with it. */
import { judgedPages, type PageName, trivialPath } from './addresses.ts'
import { ask } from './ask.ts'
import { DATABASE, type Instance } from './instance.ts'
import { loadInTurns, type Shape } from './load.ts'
import { compared, measured, type Result } from './result.ts'
import { countStatements } from './statements.ts'

/** What a page may cost. */
interface Bounds {
  /** Processor time of the server, as a multiple of the trivial page's. */
  readonly processor: number
  /** What is sent of its HTML, packed with gzip, in kB; null: told, not judged. */
  readonly sentKb: number | null
  readonly statements: number
}

const bounds: Readonly<Record<PageName, Bounds>> = {
  Home: { processor: 2, sentKb: 7, statements: 7 },
  Plan: { processor: 2.5, sentKb: 14, statements: 8 },
  Floor: { processor: 2.5, sentKb: null, statements: 8 },
  Conclusion: { processor: 2.5, sentKb: null, statements: 8 },
  Record: { processor: 2.5, sentKb: null, statements: 8 },
  Text: { processor: 2.5, sentKb: 25, statements: 8 },
}

/** Processor time of the database, as a multiple of the trivial page's. */
const DATABASE_LIMIT = 6

export async function measureReach(instance: Instance, cluster: string, shape: Shape): Promise<readonly Result[]> {
  const results: Result[] = []
  const { cookie } = instance.prepared
  for (const { name, path } of judgedPages(instance.prepared)) {
    const { processor, sentKb, statements } = bounds[name]
    const trivial = { instance, path: trivialPath, cookie: '' }
    const [own, base] = await loadInTurns([{ instance, path }, trivial], shape)
    const packed = await ask(instance, path, cookie, { encoding: 'gzip' })
    const packedBase = await ask(instance, trivialPath, '', { encoding: 'gzip' })
    const total = await countStatements(cluster, DATABASE, () => ask(instance, path, cookie))
    results.push(
      compared(`${name}: processor, server`, own.processorMs, 'ms', base.processorMs, processor),
      compared(`${name}: processor, database`, own.databaseMs, 'ms', base.databaseMs, DATABASE_LIMIT),
      measured(`${name}: HTML sent, gzip`, packed.body.length / 1000, 'kB', sentKb),
      compared(`${name}: requests per second`, own.perSecond, '/s', base.perSecond, null),
      measured(`${name}: statements`, total, '', statements),
    )
    if (name === 'Home') results.push(measured('Trivial: HTML sent, gzip', packedBase.body.length / 1000, 'kB'))
  }
  return results
}
