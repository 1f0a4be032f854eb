import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fingerprint } from './fingerprint.ts'
import { run } from './run.mjs'
import { step } from './step.mjs'

/** Generates the database client when the schema, or what reads it, changed. */
export async function ensureClient(root: string): Promise<void> {
  const inputs = await fingerprint(root, ['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  const stamp = path.join(root, 'generated', 'inputs')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === inputs) return
  await step('Generate the database client', async () => {
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
    await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { cwd: root, env })
    await mkdir(path.dirname(stamp), { recursive: true })
    await writeFile(stamp, inputs)
  })
}
