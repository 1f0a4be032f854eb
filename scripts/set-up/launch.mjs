import { spawn } from 'node:child_process'
import module from 'node:module'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureModules } from './modules.mjs'
import { endWithParent } from './parent.mjs'
import { ensureRuntime, isNewEnough } from './runtime.mjs'
import { explain } from './step.mjs'
import { inTurn } from './turn.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where Node keeps what it compiled: it saves half a second of every start. */
const compileCache = path.join(root, '.build', 'compile-cache')

/**
 * Brings what the project needs to run at all, then runs one of its scripts with it. Everything up to there runs on Node 18
 * and newer, without any package.
 *
 * @param {string} script path below the project
 * @param {readonly string[]} args
 */
export async function launch(script, args = []) {
  endWithParent()
  try {
    const node = await inTurn(root, () => prepare())
    if (isNewEnough) {
      module.enableCompileCache(compileCache)
      await import(pathToFileURL(path.join(root, script)).href)
    } else hand(node, script, args)
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}

async function prepare() {
  const node = await ensureRuntime(root)
  await ensureModules(root, node, environment(node))
  return node
}

const environment = (node) => ({
  ...process.env,
  NODE_COMPILE_CACHE: compileCache,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
})

/** Runs the script under the pinned Node; signals go to it, and its end is the end of this process. */
function hand(node, script, args) {
  const child = spawn(node, [path.join(root, script), ...args], {
    stdio: 'inherit',
    cwd: root,
    env: environment(node),
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
  child.on('error', (error) => {
    explain(error)
    process.exitCode = 1
  })
}
