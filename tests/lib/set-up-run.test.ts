import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { lives } from '#lib/lock-file.mjs'

const module = (name: string) => JSON.stringify(path.resolve('scripts/set-up', name))

/** A program that says its id and never ends by itself, as JavaScript in a string. */
const endless = `console.log(process.pid); setInterval(() => undefined, 1000)`

/** A process of its own that runs `script`; `first` is the number that it prints at the beginning. */
async function started(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  await vi.waitFor(() => expect(printed).toMatch(/^\d+\n/), 10_000)
  return { child, first: Number.parseInt(printed, 10), printed: () => printed }
}

const isGone = (pid: number) => vi.waitFor(() => expect(lives(pid)).toBe(false), 5_000)

const node = (script: string, env?: Readonly<Record<string, string>>) =>
  started(process.execPath, ['--input-type=module', '-e', script], env)

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)(
  'given a program that runs, when the set-up gets a %s, then both end, with the code %i',
  async (signal, code) => {
    const { child, first: pid } = await node(`
    import { run } from ${module('run.mjs')}
    await run(process.execPath, ['-e', ${JSON.stringify(endless)}], { stdio: ['ignore', 'inherit', 'inherit'] })`)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([code, null])
    expect(lives(pid)).toBe(false)
  },
)

test('given a process that npm started in a shell, when the shell dies of a signal, then the process ends', async () => {
  const script = `import { endWithParent } from ${module('parent.mjs')}; endWithParent(); ${endless}`
  // With a second command the shell cannot put the process in its own place.
  const line = `'${process.execPath}' --input-type=module -e '${script}'; exit`
  const { child, first: pid } = await started('sh', ['-c', line], { npm_lifecycle_event: 'start' })
  child.kill('SIGTERM')
  await once(child, 'exit')
  await isGone(pid)
})

test('given a step, then its name is printed before its work begins, and the rest of its line after', async () => {
  const { child, printed } = await node(`
    import { step } from ${module('step.mjs')}
    console.log(process.pid)
    const told = new Promise((resolve) => process.once('SIGUSR2', () => resolve('as told')))
    const alive = setInterval(() => undefined, 1000)
    await step('Build', () => told)
    clearInterval(alive)`)
  await vi.waitFor(() => expect(printed()).toMatch(/\n {2}Build +$/), 10_000)
  child.kill('SIGUSR2')
  await once(child, 'close')
  expect(printed()).toMatch(/\n {2}Build +\d+\.\d s {2}as told\n$/)
})

test('given something else that is printed during a step, then it has a line of its own', async () => {
  const { printed } = await node(`
    import { step } from ${module('step.mjs')}
    console.log(process.pid)
    await step('Start', () => console.log('by the way'))
    await step('Build', () => undefined)`)
  const lines = /^\d+\n {2}Start +\nby the way\n {2}Start +\d+\.\d s\n {2}Build +\d+\.\d s\n$/
  await vi.waitFor(() => expect(printed()).toMatch(lines), 10_000)
})
