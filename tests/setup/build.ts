/** Builds once for a whole run: what is edited meanwhile does not change under the tests. */
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureBuild } from '../../scripts/set-up/build.ts'
import { ensureClient } from '../../scripts/set-up/client.ts'
import { inTurn } from '../../scripts/set-up/turn.mjs'

const root = path.resolve(import.meta.dirname, '..', '..')

export async function setup(project: TestProject): Promise<void> {
  const { distDir, isStale } = await inTurn(root, async () => {
    await ensureClient(root)
    return ensureBuild(root)
  })
  if (isStale) throw new Error('The build failed: an older one proves nothing.')
  project.provide('distDir', distDir)
}
