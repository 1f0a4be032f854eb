import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hintAtCompiling } from '../../scripts/set-up/compile-hints.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concordance-hints-'))
  await mkdir(path.join(folder, 'static'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function build(manifest: unknown): Promise<void> {
  await writeFile(path.join(folder, 'build-manifest.json'), JSON.stringify(manifest))
  await writeFile(path.join(folder, 'static/framework.js'), 'run()')
  await writeFile(path.join(folder, 'static/page.js'), 'page()')
}

function read(name: string): Promise<string> {
  return readFile(path.join(folder, 'static', name), 'utf8')
}

test('given a build, then what every page loads begins with the hint, once, and nothing else does', async () => {
  await build({ rootMainFiles: ['static/framework.js'] })
  await hintAtCompiling(folder)
  await hintAtCompiling(folder)
  expect(await read('framework.js')).toBe('//# allFunctionsCalledOnLoad\nrun()')
  expect(await read('page.js')).toBe('page()')
})

test('given a build that lists nothing for every page, then it is refused', async () => {
  await build({ pages: {} })
  await expect(hintAtCompiling(folder)).rejects.toThrow('does not say what every page loads')
})
