import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { DataFolderInUse, lockDataFolder } from '#lib/db/data-folder-lock.ts'

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
const lockOf = (folder: string) => path.join(folder, 'db.lock')
const module = path.resolve('lib/db/data-folder-lock.ts')

/** Takes the folder in another process, which says "held" or "refused", and holds it until its input ends. */
function contender(folder: string) {
  const script = `
    import { lockDataFolder } from ${JSON.stringify(module)}
    try { lockDataFolder(${JSON.stringify(folder)}); console.log('held'); process.stdin.resume() } catch (error) { console.log('refused', error.name) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return { said, ended, release: () => child.stdin.end(), kill: () => child.kill('SIGKILL') }
}

test('given a folder that nobody holds, then it is taken, and can be taken again once it was given back', () => {
  const folder = newFolder()
  const release = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse)
  release()
  lockDataFolder(folder)()
})

test('given a live process that holds the folder, then another is refused and told which', async () => {
  const folder = newFolder()
  const holder = contender(folder)
  expect(await holder.said).toBe('held')
  expect(() => lockDataFolder(folder)).toThrow(/in use by process \d+/)
  holder.release()
  await holder.ended
})

test('given a holder that was killed, then the folder is taken over', async () => {
  const folder = newFolder()
  const holder = contender(folder)
  await holder.said
  holder.kill()
  await holder.ended
  lockDataFolder(folder)()
})

test('given an old lock and twenty processes that start together, then one holds the folder', async () => {
  const folder = newFolder()
  const dead = contender(folder)
  await dead.said
  dead.kill()
  await dead.ended
  const contenders = Array.from({ length: 20 }, () => contender(folder))
  const answers = await Promise.all(contenders.map(({ said }) => said))
  for (const { release } of contenders) release()
  await Promise.all(contenders.map(({ ended }) => ended))
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'refused DataFolderInUse')).toHaveLength(19)
})

test('given a pid that now belongs to another process, then the lock is old', () => {
  const folder = newFolder()
  lockDataFolder(folder)
  const lock = JSON.parse(readFileSync(lockOf(folder), 'utf8'))
  writeFileSync(lockOf(folder), JSON.stringify({ ...lock, born: 'another-boot/1' }))
  expect(() => lockDataFolder(folder)).not.toThrow()
})

test('given a lock made on another machine, then nobody here can tell, and the folder is refused', () => {
  const folder = newFolder()
  writeFileSync(lockOf(folder), JSON.stringify({ pid: 1, born: null, host: `not-${hostname()}` }))
  expect(() => lockDataFolder(folder)).toThrow(/remove .*db\.lock/)
})

/** Takes the folder and gives it back as often as it can for a while, and counts how often it held it and was not alone. */
function hasty(folder: string, milliseconds: number): Promise<{ taken: number; notAlone: number }> {
  const script = `
    import { unlinkSync, writeFileSync } from 'node:fs'
    import { lockDataFolder } from ${JSON.stringify(module)}
    const alone = ${JSON.stringify(path.join(folder, 'alone'))}
    const count = { taken: 0, notAlone: 0 }
    for (const end = Date.now() + ${milliseconds}; Date.now() < end; ) {
      let release
      try { release = lockDataFolder(${JSON.stringify(folder)}) } catch (error) { if (error.name === 'DataFolderInUse') continue; throw error }
      count.taken += 1
      try { writeFileSync(alone, '', { flag: 'wx' }); unlinkSync(alone) } catch { count.notAlone += 1 }
      release()
    }
    console.log(JSON.stringify(count))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  return json(child.stdout).then((count) => count as { taken: number; notAlone: number })
}

test('given four processes that take the folder and give it back all the time, then it is never held by two', async () => {
  const folder = newFolder()
  const counts = await Promise.all(Array.from({ length: 4 }, () => hasty(folder, 4_000)))
  expect(counts.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(100)
  expect(counts.map(({ notAlone }) => notAlone)).toEqual([0, 0, 0, 0])
})
