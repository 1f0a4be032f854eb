import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { SetUpError } from './step.mjs'

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP']

/** How long a program that was told to stop may take, in milliseconds. */
const LAST_WORDS_MS = 5000

/** What runs now: whoever stops the set-up stops it too, or it would go on writing beside the next set-up. */
const running = new Set()
let stoppedBy = null

/**
 * Runs a program to its end and returns what it wrote to its standard output.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @throws SetUpError with everything it wrote, when it fails or cannot be started.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options })
    begin(child)
    let out = ''
    let all = ''
    child.stdout?.on('data', (data) => {
      out += data
      all += data
    })
    child.stderr?.on('data', (data) => {
      all += data
    })
    child.on('error', (error) => {
      over(child)
      reject(new SetUpError(`${program} could not be started: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      over(child)
      if (code === 0) resolve(out)
      else reject(new SetUpError(`${program} ${args.join(' ')} failed (${signal ?? code}):\n\n${all.trim()}`))
    })
  })
}

function begin(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, stop)
  running.add(child)
}

function over(child) {
  running.delete(child)
  if (running.size > 0) return
  if (stoppedBy !== null) process.exit(128 + constants.signals[stoppedBy])
  for (const signal of SIGNALS) process.off(signal, stop)
}

/** Ends what runs; the end of the last of it is the end of this process. */
function stop(signal) {
  stoppedBy ??= signal
  for (const child of running) {
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), LAST_WORDS_MS).unref()
  }
}

/**
 * Runs npm, with the configuration of the machine. What went wrong it says; a network that is not there it tries twice.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {string} [node] the Node to run it under
 */
export function npm(args, options = {}, node = process.execPath) {
  const cli = process.env.npm_execpath
  const all = [...args, '--loglevel=error', '--fetch-retries=1']
  if (cli?.endsWith('.js')) return run(node, [cli, ...all], options)
  return run('npm', all, { shell: process.platform === 'win32', ...options })
}
