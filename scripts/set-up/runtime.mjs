/**
 * Brings the pinned Node where the machine's is older: a package of the npm registry, checked against the hash in
 * runtime.json, unpacked into .runtime/, used by nothing but this project. Runs on Node 18 and newer.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { npm, run } from './run.mjs'
import { SetUpError, step } from './step.mjs'

const locked = JSON.parse(await readFile(new URL('runtime.json', import.meta.url), 'utf8'))
const major = (version) => Number(version.split('.')[0])

/** Whether the Node that runs this is new enough. */
export const isNewEnough = major(process.versions.node) >= major(locked.version)

/** Whether it is of the same release as the pinned one, and not a later. */
export const isPinned = major(process.versions.node) === major(locked.version)

/**
 * The path of a Node that can run the project: this one, or the pinned one, which is brought when it is not there yet.
 *
 * @param {string} root folder of the project
 * @throws SetUpError where no package exists for the platform, or the package is not the one that was locked.
 */
export async function ensureRuntime(root) {
  if (isNewEnough) return process.execPath
  const folder = path.join(root, '.runtime', 'node')
  const node = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(node) && (await run(node, ['--version'])).trim() === `v${locked.version}`) return node
  await step(`Bring Node ${locked.version}`, () => bring(folder))
  return node
}

async function bring(folder) {
  const platform = `${process.platform}-${process.arch}`
  const wanted = locked.packages[platform]
  if (wanted === undefined) {
    throw new SetUpError(
      `This needs Node ${major(locked.version)} or newer; here is ${process.versions.node}, and for ${platform} none can be brought along.\n` +
        `Install Node ${locked.version} (from nodejs.org or with your system's package manager) and start again.`,
    )
  }
  await mkdir(path.dirname(folder), { recursive: true })
  const draft = await mkdtemp(path.join(path.dirname(folder), 'draft-'))
  try {
    await npm(['pack', `${wanted.name}@${locked.version}`, '--pack-destination', draft])
    const archive = path.join(draft, `${wanted.name}-${locked.version}.tgz`)
    const integrity = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`
    if (integrity !== wanted.integrity) {
      throw new SetUpError(
        `The package ${wanted.name} ${locked.version} is not the one that was locked. Nothing was unpacked.`,
      )
    }
    await run('tar', ['-xzf', path.basename(archive)], { cwd: draft })
    await rm(folder, { recursive: true, force: true })
    await rename(path.join(draft, 'package'), folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
