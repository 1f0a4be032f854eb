/**
 * Every check, two side by side, begun in the order in which a failure is cheapest to find. Started by test.mjs, which brings
 * what it needs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBuild } from '../set-up/build.ts'
import { ensureClient } from '../set-up/client.ts'
import { run } from '../set-up/run.mjs'
import { explain, SetUpError } from '../set-up/step.mjs'
import { inTurn } from '../set-up/turn.mjs'
import { ensureTools } from './tools.ts'

/** What a check found. One that runs no tests counts as one failure when it fails, and as nothing when it passes. */
interface Outcome {
  readonly passed: number
  readonly failed: number
}

const PASSED: Outcome = { passed: 0, failed: 0 }
const FAILED: Outcome = { passed: 0, failed: 1 }

interface Check {
  readonly name: string
  /** Waits for the end of this one, where that is run too. */
  readonly after?: string
  /** Compares times, so that nothing else may run meanwhile. */
  readonly alone?: true
  readonly run: (out: Output) => Promise<Outcome>
}

/** Where a check says what it finds: shown as a whole when it has ended, so that two never talk at once. */
type Output = string[]

/** As many as the machines on which this is checked have cores. */
const SIDE_BY_SIDE = 2

const root = path.resolve(import.meta.dirname, '..', '..')
const reports = mkdtempSync(path.join(tmpdir(), 'concordance-reports-'))

const CHECKS: readonly Check[] = [
  {
    name: 'format-and-lint',
    run: (out) => program(out, 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  },
  { name: 'types', run: checkTypes },
  { name: 'boundaries', run: (out) => program(out, 'scripts/checks/boundaries.ts') },
  { name: 'unused-code', run: checkUnusedCode },
  { name: 'domain', run: (out) => tests(out, 'domain') },
  { name: 'lib', run: (out) => tests(out, 'lib') },
  { name: 'components', run: (out) => tests(out, 'components') },
  { name: 'features', run: (out) => tests(out, 'features') },
  { name: 'features-server', run: (out) => tests(out, 'features-server') },
  { name: 'build', run: build },
  { name: 'access', after: 'build', run: (out) => tests(out, 'access') },
  { name: 'load', after: 'build', alone: true, run: (out) => tests(out, 'load', '--no-file-parallelism') },
  { name: 'races', run: (out) => tests(out, 'races') },
  { name: 'journeys', after: 'build', run: (out) => tests(out, 'journeys') },
]

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  explain(error)
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}

/** Runs the named checks, or all, and says at the end how each went. */
async function main(names: readonly string[]): Promise<boolean> {
  process.chdir(root)
  const checks = chosen(names)
  await ensureTools()
  await inTurn(root, () => ensureClient(root))
  const ended = await runAll(checks)
  const lines = checks.map(({ name }) => ended.get(name)?.line ?? '')
  const sum = (count: (outcome: Outcome) => number) =>
    [...ended.values()].reduce((total, { outcome }) => total + count(outcome), 0)
  const failed = sum((outcome) => outcome.failed)
  console.log(`\n${lines.join('\n')}\n`)
  console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`)
  return failed === 0
}

interface Ended {
  readonly outcome: Outcome
  /** What is said of it at the end of the run. */
  readonly line: string
}

async function runAll(checks: readonly Check[]): Promise<ReadonlyMap<string, Ended>> {
  const waiting = [...checks]
  const running = new Map<Check, Promise<void>>()
  const ended = new Map<string, Ended>()
  const isReady = ({ after, alone }: Check): boolean =>
    (!alone || running.size === 0) && checks.every(({ name }) => name !== after || ended.has(name))
  while (waiting.length + running.size > 0) {
    const next = waiting.find(isReady)
    const hasRoom = running.size < SIDE_BY_SIDE && [...running.keys()].every(({ alone }) => !alone)
    if (next === undefined || !hasRoom) {
      await Promise.race(running.values())
      continue
    }
    waiting.splice(waiting.indexOf(next), 1)
    console.log(`── ${next.name} begins`)
    const over = runOne(next).then((end) => {
      ended.set(next.name, end)
      running.delete(next)
    })
    running.set(next, over)
  }
  return ended
}

async function runOne(check: Check): Promise<Ended> {
  const start = performance.now()
  const out: Output = []
  const outcome = await check.run(out)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const { passed, failed } = outcome
  const counted = passed + failed > 0 && !(passed === 0 && failed === 1) ? `${passed} of ${passed + failed} tests` : ''
  const state = failed === 0 ? 'passed' : 'FAILED'
  const line = `${check.name.padEnd(18)} ${state.padEnd(8)} ${seconds.padStart(7)} s  ${counted}`.trimEnd()
  console.log(`\n── ${check.name}\n${out.join('').trim()}\n${line}`)
  return { outcome, line }
}

function chosen(names: readonly string[]): readonly Check[] {
  const unknown = names.filter((name) => CHECKS.every((check) => check.name !== name))
  if (unknown.length > 0) {
    throw new SetUpError(
      `There is no check ${unknown.join(', ')}. There are: ${CHECKS.map(({ name }) => name).join(', ')}.`,
    )
  }
  return names.length === 0 ? CHECKS : CHECKS.filter(({ name }) => names.includes(name))
}

async function checkTypes(out: Output): Promise<Outcome> {
  const generated = await program(out, 'node_modules/next/dist/bin/next', 'typegen')
  return generated === PASSED
    ? program(out, 'node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false', '--project', '.')
    : generated
}

/** What nobody uses, and then what tests alone use: it is no part of the product. */
async function checkUnusedCode(out: Output): Promise<Outcome> {
  const used = await program(out, 'node_modules/knip/bin/knip.js')
  return used === PASSED ? program(out, 'node_modules/knip/bin/knip.js', '--production') : used
}

async function build(): Promise<Outcome> {
  try {
    const { isStale } = await inTurn(root, () => ensureBuild(root))
    return isStale ? FAILED : PASSED
  } catch (error) {
    explain(error)
    return FAILED
  }
}

/** Runs the tests of one project and counts them from the runner's own report. A project without tests has failed. */
async function tests(out: Output, project: string, ...more: readonly string[]): Promise<Outcome> {
  const file = path.join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ended = await program(out, 'node_modules/vitest/vitest.mjs', 'run', '--project', project, ...more, ...reporters)
  const { passed, failed } = readReport(file)
  // A skipped test checks nothing, and a file that cannot be loaded holds tests that nobody counted.
  const isWhole = ended === PASSED && failed === 0 && passed > 0
  return isWhole ? { passed, failed } : { passed, failed: Math.max(failed, 1) }
}

function readReport(file: string): Outcome {
  try {
    const { numTotalTests, numPassedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
  } catch {
    return FAILED
  }
}

/** Runs one of the project's programs under this Node. */
async function program(out: Output, script: string, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  try {
    out.push(await run(process.execPath, [script, ...args], { cwd: root, env }))
    return PASSED
  } catch (error) {
    out.push(error instanceof Error ? error.message : String(error))
    return FAILED
  }
}
