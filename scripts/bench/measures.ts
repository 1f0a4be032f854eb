/** The measures in their order: what is judged on a PostgreSQL server, then what the embedded database does beside it. */
import { startCluster } from '#tests/setup/server.ts'
import { measureCrowd } from './crowd.ts'
import { measureImport } from './import.ts'
import { type Instance, startInstance } from './instance.ts'
import { measureNavigation } from './navigation.ts'
import { measureEmbedded, measurePages, measurePolicies } from './pages.ts'
import type { PartName, Wanted } from './parts.ts'
import { forgetPeak, settledMb } from './process.ts'
import { measureQuiet } from './quiet.ts'
import { measureReach } from './reach.ts'
import { printPart, type Result } from './result.ts'
import { measureScripts } from './scripts-of-pages.ts'
import { measureSeen } from './seen.ts'
import { measureStance } from './stance.ts'
import { countingSettings } from './statements.ts'

/** As PostgreSQL is installed, and not as tests like it: a commit waits for the disk, the product's and the baseline's alike. */
const durable = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

/** @param wanted which parts are measured, and how thoroughly. */
export async function measureAll(distDir: string, wanted: Wanted): Promise<readonly Result[]> {
  console.log('\nThe demo group over loopback; its PostgreSQL server waits for the disk. 1 kB is 1,000 bytes')
  const cluster = await startCluster([...countingSettings, ...durable])
  try {
    return await inInstance(distDir, cluster.url, (instance, tell) =>
      onServer({ distDir, cluster: cluster.url, instance, tell, wanted }),
    )
  } finally {
    await cluster.stop()
  }
}

interface Under {
  readonly distDir: string
  readonly cluster: string
  readonly instance: Instance
  readonly tell: Tell
  readonly wanted: Wanted
}

async function onServer({ distDir, cluster, instance, tell, wanted }: Under): Promise<void> {
  const shape = wanted.brief ? { rounds: 1, requests: 40 } : { rounds: 3, requests: 120 }
  const looks = wanted.brief ? 1 : 5
  const part = async (name: PartName, title: string, measure: () => Promise<readonly Result[]>) => {
    if (wanted.parts.includes(name)) tell(title, await measure())
  }
  const idle = await settledMb(instance.pid)
  await forgetPeak(instance.pid)
  await part('reach', 'Reach, 20 connections, PostgreSQL', () => measureReach(instance, cluster, shape))
  await part('pages', 'Pages against their markup from memory', () => measurePages(instance, shape))
  await part('memory', 'Memory and quiet, PostgreSQL', () => measureQuiet(instance, idle, { limited: true }))
  await part('policies', 'Policies of rows', () => measurePolicies(instance, cluster, shape))
  await part('stance', 'A stance', () => measureStance(instance, cluster))
  await part('crowd', 'A crowd', () => measureCrowd(instance, cluster))
  await part('seen', 'Seen in a fresh browser', () => measureSeen(instance, looks))
  await part('navigation', 'Going on within the product', () => measureNavigation(instance, looks))
  await part('scripts', 'Script in the browser', () => measureScripts(instance, distDir))
  await part('embedded', 'The embedded database beside the server', async () => {
    const told: Result[] = []
    await inInstance(distDir, null, async (embedded) => {
      const before = await settledMb(embedded.pid)
      await forgetPeak(embedded.pid)
      told.push(...(await measureEmbedded(embedded, instance, shape)))
      told.push(...(await measureQuiet(embedded, before, { limited: false })))
      if (wanted.parts.includes('import')) told.push(...(await measureImport(embedded, { limited: false })))
    })
    return told
  })
  await part('import', 'Long text, PostgreSQL', () => measureImport(instance, { limited: true }))
}

type Tell = (title: string, results: readonly Result[]) => void

/** Starts an instance for `work` and ends it; what was told is printed at once, and returned under the title of its part. */
async function inInstance(
  distDir: string,
  cluster: string | null,
  work: (instance: Instance, tell: Tell) => Promise<void>,
): Promise<readonly Result[]> {
  const instance = await startInstance(distDir, cluster)
  const all: Result[] = []
  try {
    await work(instance, (title, results) => {
      printPart(title, results)
      all.push(...results.map((result) => ({ ...result, name: `${title}: ${result.name}` })))
    })
  } finally {
    await instance.stop()
  }
  return all
}
