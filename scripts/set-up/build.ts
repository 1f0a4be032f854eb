/**
 * Builds into a folder named after its inputs and then points `.build/current` at it: what serves meanwhile is not touched,
 * and nothing is built twice.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lives } from '../../lib/lock-file.mjs'
import { hintAtCompiling } from './compile-hints.ts'
import { fingerprint } from './fingerprint.ts'
import { run } from './run.mjs'
import { step } from './step.mjs'

const INPUTS = [
  'app',
  'components',
  'domain',
  'features',
  'lib',
  'store',
  'messages',
  'public',
  'generated/inputs',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'scripts/set-up/compile-hints.ts',
  'tsconfig.json',
]

export interface Build {
  /** Folder of the build, below the project. */
  readonly distDir: string
  /** True for what was built before, when the build of the present inputs failed. */
  readonly isStale: boolean
}

/** The build of the present inputs, which is made when there is none. When that fails and an older one exists, the older. */
export async function ensureBuild(root: string): Promise<Build> {
  const name = `next-${await fingerprint(root, INPUTS, process.version)}`
  const current = path.join(root, '.build', 'current')
  const previous = await readFile(current, 'utf8').catch(() => null)
  if (!existsSync(path.join(root, '.build', name, 'BUILD_ID'))) {
    try {
      await step('Build', () => build(root, name))
    } catch (error) {
      if (previous === null || !existsSync(path.join(root, '.build', previous, 'BUILD_ID'))) throw error
      console.error(
        `\n${error instanceof Error ? error.message : error}\n\n  The build failed: what was built before is served on.\n`,
      )
      return { distDir: `.build/${previous}`, isStale: true }
    }
  }
  await writeFile(`${current}.draft`, name)
  await rename(`${current}.draft`, current)
  await prune(root, new Set([name, previous]))
  return { distDir: `.build/${name}`, isStale: false }
}

async function build(root: string, name: string): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: `.build/${name}`,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: root, env })
  await hintAtCompiling(path.join(root, '.build', name))
}

/** Notes that this process serves a build, which keeps it from being removed. */
export async function markServing(root: string, distDir: string): Promise<void> {
  await mkdir(path.join(root, '.build'), { recursive: true })
  await writeFile(path.join(root, '.build', `serving-${process.pid}`), path.basename(distDir))
}

/** Removes the builds that are neither kept nor served by a living process. */
async function prune(root: string, keep: Set<string | null>): Promise<void> {
  const folder = path.join(root, '.build')
  const names = await readdir(folder)
  for (const mark of names.filter((name) => name.startsWith('serving-'))) {
    const file = path.join(folder, mark)
    if (lives(Number(mark.slice('serving-'.length)))) keep.add(await readFile(file, 'utf8').catch(() => ''))
    else await rm(file, { force: true })
  }
  for (const name of names.filter((other) => other.startsWith('next-') && !keep.has(other))) {
    await rm(path.join(folder, name), { recursive: true, force: true })
  }
}
