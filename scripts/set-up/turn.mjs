import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Runs `work` while no other set-up works in this checkout: two that install, generate or build at once would spoil each
 * other's files. Waits for the other; one that died is not waited for.
 *
 * @template T
 * @param {string} root folder of the project
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(root, work) {
  const lock = path.join(root, '.build', 'set-up.lock')
  await mkdir(path.dirname(lock), { recursive: true })
  for (let said = false; !(await take(lock)); said = true) {
    if (!said) console.log('  Another set-up is at work in this folder: waiting for it.')
    await wait(200)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function take(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
  if (holder > 0 && !lives(holder)) await rm(lock, { force: true })
  return false
}

/** Whether a process of this id lives. */
export function lives(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
