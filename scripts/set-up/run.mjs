import { spawn } from 'node:child_process'
import { SetUpError } from './step.mjs'

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
    let out = ''
    let all = ''
    child.stdout?.on('data', (data) => {
      out += data
      all += data
    })
    child.stderr?.on('data', (data) => {
      all += data
    })
    child.on('error', (error) => reject(new SetUpError(`${program} could not be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out)
      else reject(new SetUpError(`${program} ${args.join(' ')} failed (${signal ?? code}):\n\n${all.trim()}`))
    })
  })
}

/**
 * Runs npm, with the configuration of the machine.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {string} [node] the Node to run it under
 */
export function npm(args, options = {}, node = process.execPath) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(node, [cli, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}
