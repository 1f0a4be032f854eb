/** Every check, in the order in which a failure is cheapest to find. Started by test.mjs, which brings what it needs. */
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
  readonly run: () => Promise<Outcome>
}

const root = path.resolve(import.meta.dirname, '..', '..')
const reports = mkdtempSync(path.join(tmpdir(), 'concordance-reports-'))

const CHECKS: readonly Check[] = [
  {
    name: 'format-and-lint',
    run: () => program('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  },
  { name: 'types', run: checkTypes },
  { name: 'boundaries', run: () => program('scripts/checks/boundaries.ts') },
  { name: 'unused-code', run: checkUnusedCode },
  { name: 'domain', run: () => tests('domain') },
  { name: 'lib', run: () => tests('lib') },
  { name: 'components', run: () => tests('components') },
  { name: 'features', run: () => tests('features') },
  { name: 'features-server', run: () => tests('features-server') },
  { name: 'build', run: build },
  { name: 'access', run: () => tests('access') },
  { name: 'races', run: () => tests('races') },
  { name: 'journeys', run: () => tests('journeys') },
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
  const lines: string[] = []
  const total = { passed: 0, failed: 0 }
  for (const check of checks) {
    console.log(`\n── ${check.name}`)
    const start = performance.now()
    const { passed, failed } = await check.run()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    total.passed += passed
    total.failed += failed
    const counted =
      passed + failed > 0 && !(passed === 0 && failed === 1) ? `${passed} of ${passed + failed} tests` : ''
    lines.push(
      `${check.name.padEnd(18)} ${(failed === 0 ? 'passed' : 'FAILED').padEnd(8)} ${seconds.padStart(7)} s  ${counted}`.trimEnd(),
    )
    console.log(lines.at(-1))
  }
  console.log(`\n${lines.join('\n')}\n`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0
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

async function checkTypes(): Promise<Outcome> {
  const generated = await program('node_modules/next/dist/bin/next', 'typegen')
  return generated === PASSED
    ? program('node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false', '--project', '.')
    : generated
}

/** What nobody uses, and then what tests alone use: it is no part of the product. */
async function checkUnusedCode(): Promise<Outcome> {
  const used = await program('node_modules/knip/bin/knip.js')
  return used === PASSED ? program('node_modules/knip/bin/knip.js', '--production') : used
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
async function tests(project: string): Promise<Outcome> {
  const file = path.join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ended = await program('node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters)
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

/** Runs one of the project's programs under this Node; what it says goes to the terminal. */
async function program(script: string, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  try {
    await run(process.execPath, [script, ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    return PASSED
  } catch {
    return FAILED
  }
}
