import { existsSync, readFileSync } from 'node:fs'
import { findChromium, findPostgres, OLDEST_POSTGRES } from '#tests/setup/tools.ts'
import { run } from '../set-up/run.mjs'
import { SetUpError, step } from '../set-up/step.mjs'

interface Tool {
  readonly isThere: () => boolean
  /** Debian's package. */
  readonly debian: string
  /** What to install elsewhere, and how to say where it lies. */
  readonly elsewhere: string
}

const TOOLS: readonly Tool[] = [
  {
    isThere: () => findChromium() !== null,
    debian: 'chromium',
    elsewhere: 'Chromium or Google Chrome, on the path or named by CHROMIUM',
  },
  {
    isThere: () => findPostgres() !== null,
    debian: 'postgresql',
    elsewhere: `the programs of a PostgreSQL server, version ${OLDEST_POSTGRES} or newer, on the path or in the folder named by POSTGRES_BIN`,
  },
]

/**
 * Brings the programs that the tests need, from Debian's packages where that is possible.
 *
 * @throws SetUpError that says exactly what to install, elsewhere.
 */
export async function ensureTools(): Promise<void> {
  const missing = missingTools()
  if (missing.length === 0) return
  const packages = missing.map(({ debian }) => debian)
  if (!isDebian()) throw new SetUpError(wish(missing))
  if (process.getuid?.() !== 0) {
    throw new SetUpError(`The tests need programs that are not here. Run: sudo apt-get install ${packages.join(' ')}`)
  }
  await step(`Install ${packages.join(', ')}`, async () => {
    // With this run level Debian starts no service: the tests run a server of their own.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env })
  })
  const still = missingTools()
  if (still.length > 0) throw new SetUpError(wish(still))
}

const missingTools = (): readonly Tool[] => TOOLS.filter(({ isThere }) => !isThere())

const wish = (tools: readonly Tool[]): string =>
  `The tests need:\n${tools.map(({ elsewhere }) => `  - ${elsewhere}`).join('\n')}\nInstall it and start again.`

function isDebian(): boolean {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(file, 'utf8'))
}
