/** npm run proofs [-- NAME …]: every proof whole, or the named ones. Only what passed renews its figures. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureTools } from '../checks/tools.ts'
import { ensureClient } from '../set-up/client.ts'
import { run } from '../set-up/run.mjs'
import { explain, SetUpError } from '../set-up/step.mjs'
import { inTurn } from '../set-up/turn.mjs'
import { type Proof, proofs } from './list.ts'
import { type Figure, securityPage, withFigures } from './page.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const store = path.join(root, 'scripts', 'proofs', 'figures.json')
const page = path.join(root, 'docs', 'security.md')

try {
  process.exitCode = (await prove(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  explain(error)
  process.exitCode = 1
}

async function prove(names: readonly string[]): Promise<boolean> {
  process.chdir(root)
  const wanted = chosen(names)
  await ensureTools()
  await inTurn(root, () => ensureClient(root))
  const failed: string[] = []
  for (const proof of wanted) {
    console.log(`\n── ${proof.name}`)
    const told = await runWhole(proof)
    if (told === null) failed.push(proof.name)
    else write(told)
  }
  console.log(
    `\n${wanted.length - failed.length} passed, ${failed.length} failed${failed.map((name) => `\n  ${name}`).join('')}`,
  )
  return failed.length === 0
}

function chosen(names: readonly string[]): readonly Proof[] {
  const unknown = names.filter((name) => proofs.every((proof) => proof.name !== name))
  if (unknown.length > 0) {
    const known = proofs.map(({ name }) => name).join(', ')
    throw new SetUpError(`There is no proof ${unknown.join(', ')}. There are: ${known}.`)
  }
  return names.length === 0 ? proofs : proofs.filter(({ name }) => names.includes(name))
}

/** What the proof told; null: it failed. */
async function runWhole({ project, file }: Proof): Promise<readonly Figure[] | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concordance-proofs-'))
  const told = path.join(folder, 'figures')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PROOFS: 'whole', PROOFS_FIGURES: told }
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, file]
  try {
    await run(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    return figuresIn(told)
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresIn(file: string): readonly Figure[] {
  if (!existsSync(file)) return []
  const on = new Date().toISOString().slice(0, 10)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => ({ ...(JSON.parse(line) as Omit<Figure, 'on'>), on }))
}

function write(told: readonly Figure[]): void {
  const known = JSON.parse(readFileSync(store, 'utf8')) as readonly Figure[]
  const figures = withFigures(known, told)
  writeFileSync(store, `${JSON.stringify(figures, null, 2)}\n`)
  writeFileSync(page, securityPage(figures))
}
