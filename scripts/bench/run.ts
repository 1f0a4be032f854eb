/** npm run bench [-- --json FILE]: every measure, each against its baseline of the same run. Fails when a limit is missed. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureTools } from '../checks/tools.ts'
import { ensureBuild } from '../set-up/build.ts'
import { ensureClient } from '../set-up/client.ts'
import { explain, SetUpError } from '../set-up/step.mjs'
import { inTurn } from '../set-up/turn.mjs'

const root = path.resolve(import.meta.dirname, '..', '..')

try {
  await bench()
} catch (error) {
  explain(error)
  process.exitCode = 1
}

async function bench(): Promise<void> {
  process.chdir(root)
  const file = readArguments()
  if (process.platform !== 'linux')
    throw new SetUpError('The bench reads memory and processor time as Linux tells them.')
  await ensureTools()
  const { distDir, isStale } = await inTurn(root, async () => {
    await ensureClient(root)
    return ensureBuild(root)
  })
  if (isStale) throw new SetUpError('The build failed: an older one is not what is to be measured.')
  const { measureAll } = await import('./measures.ts')
  const results = await measureAll(distDir)
  if (file !== undefined) await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
  const missed = results.filter(({ pass }) => pass === false)
  const judged = results.filter(({ pass }) => pass !== null).length
  console.log(`\n${judged - missed.length} of ${judged} limits kept`)
  for (const { name } of missed) console.log(`  missed: ${name}`)
  if (missed.length > 0) process.exitCode = 1
}

function readArguments(): string | undefined {
  try {
    return parseArgs({ options: { json: { type: 'string' } } }).values.json
  } catch {
    throw new SetUpError('npm run bench takes --json FILE.')
  }
}
