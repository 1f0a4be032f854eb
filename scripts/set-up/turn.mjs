import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { tryLock } from '../../lib/lock-file.mjs'

/**
 * Runs `work` while no other set-up works in this checkout: two that install, generate or build at once would spoil each
 * other's files. Waits for the other, and says for whom; one that died is not waited for.
 *
 * @template T
 * @param {string} root folder of the project
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(root, work) {
  const file = path.join(root, '.build', 'set-up.lock')
  await mkdir(path.dirname(file), { recursive: true })
  const release = await take(file, root)
  try {
    return await work()
  } finally {
    release()
  }
}

async function take(file, root) {
  for (let said = ''; ; await wait(200)) {
    const attempt = tryLock(file)
    if ('release' in attempt) return attempt.release
    const now = waitingFor(attempt, root)
    if (now !== said) console.log(now)
    said = now
  }
}

function waitingFor({ holder, isElsewhere, file }, root) {
  const where = path.relative(root, file)
  if (holder === null)
    return `  Another set-up begins in this folder: waiting for it. If there is none, remove ${where}.`
  const who = `process ${holder.pid}${isElsewhere ? ` on ${holder.host}` : ''}`
  return `  Another set-up, ${who}, is at work in this folder: waiting for it. If it is not, remove ${where}.`
}
