/** The measures in their order: what is judged on a PostgreSQL server, then what the embedded database does. */
import { startCluster } from '#tests/setup/server.ts'
import { measureImport } from './import.ts'
import { type Instance, startInstance } from './instance.ts'
import { measureEmbeddedPages, measurePages, measurePolicies } from './pages.ts'
import { forgetPeak, memoryMb, settledMb } from './process.ts'
import { measured, printPart, type Result } from './result.ts'
import { measureScripts } from './scripts-of-pages.ts'
import { measureStance } from './stance.ts'
import { countingSettings } from './statements.ts'

const IDLE_MB = 300

/** As PostgreSQL is installed, and not as tests like it: a commit waits for the disk, the product's and the baseline's alike. */
const durable = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

export async function measureAll(distDir: string): Promise<readonly Result[]> {
  console.log('\nThe demo group over loopback; its PostgreSQL server waits for the disk. 1 kB is 1,000 bytes')
  return [...(await onServer(distDir)), ...(await onEmbedded(distDir))]
}

async function onServer(distDir: string): Promise<readonly Result[]> {
  const cluster = await startCluster([...countingSettings, ...durable])
  try {
    return await inInstance(distDir, cluster.url, async (instance, tell) => {
      const idle = await settledMb(instance.pid)
      await forgetPeak(instance.pid)
      tell('Pages, 20 connections, PostgreSQL', await measurePages(instance, cluster.url, { rounds: 3, requests: 120 }))
      tell('Memory of the server, PostgreSQL', await memoryOf(instance, idle, IDLE_MB))
      tell('Policies of rows, PostgreSQL', await measurePolicies(instance, cluster.url, { rounds: 3, requests: 120 }))
      tell('Acts, PostgreSQL', await measureStance(instance, cluster.url))
      tell('Long text, PostgreSQL', await measureImport(instance, { limited: true }))
      tell('Script in the browser', await measureScripts(instance, distDir))
    })
  } finally {
    await cluster.stop()
  }
}

function onEmbedded(distDir: string): Promise<readonly Result[]> {
  return inInstance(distDir, null, async (instance, tell) => {
    const idle = await settledMb(instance.pid)
    await forgetPeak(instance.pid)
    tell('Pages, 20 connections, embedded', await measureEmbeddedPages(instance, { rounds: 1, requests: 60 }))
    tell('Memory of the server, embedded', await memoryOf(instance, idle, null))
    tell('Long text, embedded', await measureImport(instance, { limited: false }))
  })
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

async function memoryOf({ pid }: Instance, idle: number, limit: number | null): Promise<readonly Result[]> {
  const peak = await memoryMb(pid, 'peak')
  return [
    measured('Idle, after the start', idle, 'MB', limit),
    measured('At its peak under load', peak, 'MB'),
    measured('Idle again after the load', await settledMb(pid), 'MB'),
  ]
}
