import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { npm } from './run.mjs'
import { step } from './step.mjs'

/**
 * Installs the locked packages when those that lie in node_modules are not they. No script of any package is run.
 *
 * @param {string} root folder of the project
 * @param {string} node the Node that is to use them
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureModules(root, node, env) {
  if (await areInstalled(root)) return
  await step('Install packages', async () => {
    await npm(['ci', '--ignore-scripts', '--include=dev'], { cwd: root, env }, node)
  })
}

/** Compares the lock with the one that npm keeps of what it installed. A package for other platforms may be absent. */
async function areInstalled(root) {
  const installed = await readPackages(path.join(root, 'node_modules', '.package-lock.json'))
  if (installed === null) return false
  const locked = await readPackages(path.join(root, 'package-lock.json'))
  return Object.entries(locked).every(([place, wanted]) => {
    const found = installed[place]
    if (place === '' || (found === undefined && wanted.optional)) return true
    return found?.version === wanted.version && found?.integrity === wanted.integrity
  })
}

async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages
  } catch {
    return null
  }
}
