/**
 * npm run bench [-- --json FILE] [--only PART,…] [--brief]: every measure, or some, each against its baseline of the same run. Fails
 * when a limit is missed.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureTools } from '../checks/tools.ts'
import { ensureBuild } from '../set-up/build.ts'
import { ensureClient } from '../set-up/client.ts'
import { explain, SetUpError } from '../set-up/step.mjs'
import { inTurn } from '../set-up/turn.mjs'
import { parts, type Wanted } from './parts.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

try {
  await bench()
} catch (error) {
  explain(error)
  process.exitCode = 1
}

async function bench(): Promise<void> {
  process.chdir(root)
  const { json: file, ...wanted } = readArguments()
  if (process.platform !== 'linux')
    throw new SetUpError('The bench reads memory and processor time as Linux tells them.')
  await ensureTools()
  const { distDir, isStale } = await inTurn(root, async () => {
    await ensureClient(root)
    return ensureBuild(root)
  })
  if (isStale) throw new SetUpError('The build failed: an older one is not what is to be measured.')
  const { measureAll } = await import('./measures.ts')
  const results = await measureAll(distDir, wanted)
  if (file !== undefined) await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
  const missed = results.filter(({ pass }) => pass === false)
  const judged = results.filter(({ pass }) => pass !== null).length
  console.log(`\n${judged - missed.length} of ${judged} limits kept`)
  for (const { name } of missed) console.log(`  missed: ${name}`)
  if (missed.length > 0) process.exitCode = 1
}

function readArguments(): Wanted & { readonly json: string | undefined } {
  const options = {
    json: { type: 'string' },
    only: { type: 'string' },
    brief: { type: 'boolean', default: false },
  } as const
  try {
    const { json, only, brief } = parseArgs({ options }).values
    const names = only?.split(',') ?? parts
    const chosen = parts.filter((part) => names.includes(part))
    if (chosen.length === names.length) return { json, brief, parts: chosen }
  } catch {
    // Said below.
  }
  throw new SetUpError(`npm run bench takes --json FILE, --brief, and --only with some of ${parts.join(',')}.`)
}
