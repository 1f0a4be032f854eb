import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { memoryEnvironment, memoryFlags } from './memory.mjs'
import { ensureModules } from './modules.mjs'
import { endWithParent } from './parent.mjs'
import { ensureRuntime, isNewEnough } from './runtime.mjs'
import { explain } from './step.mjs'
import { inTurn } from './turn.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The settings of whoever runs it; what the environment says already wins. */
const envFile = path.join(root, '.env')

/** Where Node keeps what it compiled: it saves half a second of every start. */
const compileCache = path.join(root, '.build', 'compile-cache')

/**
 * Brings what the project needs to run at all, then runs one of its scripts with it. Everything up to there runs on Node 18
 * and newer, without any package.
 *
 * @param {string} script path below the project
 * @param {readonly string[]} args
 * @param {{ serves?: boolean }} [options] `serves`: it runs for long, within bounds of memory.
 */
export async function launch(script, args = [], { serves = false } = {}) {
  if (existsSync(envFile)) process.loadEnvFile?.(envFile)
  const flags = serves ? memoryFlags(process.env.MEMORY_MB).filter(isNotSet) : []
  if (isNewEnough && flags.length > 0) beginAnew(flags)
  endWithParent()
  try {
    const node = await inTurn(root, () => prepare())
    if (isNewEnough) {
      module.enableCompileCache(compileCache)
      await import(pathToFileURL(path.join(root, script)).href)
    } else hand(node, [...flags, path.join(root, script), ...args])
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}

/** Whether nobody has said it: with Node's own options, or by an earlier beginning of this process. */
function isNotSet(flag) {
  const [name = ''] = flag.split('=')
  return ![...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((set) => set.includes(name))
}

/**
 * Begins this process anew with these flags, which Node takes at its beginning alone: with its number, its terminal and its parent.
 * Windows cannot; there the server takes what Node takes.
 */
function beginAnew(flags) {
  if (process.platform === 'win32' || process.execve === undefined) return
  const args = [process.execPath, ...process.execArgv, ...flags, ...process.argv.slice(1)]
  process.execve(process.execPath, args, { ...memoryEnvironment, ...process.env })
}

async function prepare() {
  const node = await ensureRuntime(root)
  await ensureModules(root, node, environment(node))
  return node
}

const environment = (node) => ({
  ...memoryEnvironment,
  ...process.env,
  NODE_COMPILE_CACHE: compileCache,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
})

/** Runs the pinned Node with these arguments; signals go to it, and its end is the end of this process. */
function hand(node, args) {
  const child = spawn(node, args, {
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
