/**
 * A file that names the process which holds something: the data folder, a set-up. It is never taken from a process that
 * lives, and is taken from one that died. Plain JavaScript, for the set-up runs on Node 18 before anything is installed.
 */
import { mkdirSync, readFileSync, renameSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string | null} born Boot and start time of the process where /proc tells them, so that a reused pid is not taken for the holder
 * @property {string} host
 */

/**
 * Taken, with the function that gives it back; or not, with the file that stands in the way and whom it names. `holder` null:
 * somebody is taking it at this moment. `isElsewhere`: it was taken on another machine, and nobody here can tell whether the
 * holder lives.
 *
 * @typedef {{ release: () => void } | { holder: Holder | null, isElsewhere: boolean, file: string }} Attempt
 */

/** How long a lock may stay unreadable, and a judgement on an old one take, in milliseconds: afterwards whoever wrote it is dead. */
const PATIENCE_MS = 2000

/**
 * Takes a lock, unless a process that lives holds it, this one included.
 *
 * @param {string} file in a folder that exists
 * @returns {Attempt}
 */
export function tryLock(file) {
  const text = `${JSON.stringify({ pid: process.pid, born: bornAt(process.pid), host: hostname() })}\n`
  const release = () => {
    if (readOr(file, '') === text) unlinkSync(file)
  }
  if (create(file, text)) return { release }
  const standing = takeOver(file, text)
  return standing === null ? { release } : standing
}

/** Only one process at a time may judge an old lock and replace it, or the second would replace the first one's. */
function takeOver(file, text) {
  const judging = `${file}.takeover`
  if (!enter(judging)) return { holder: null, isElsewhere: false, file: judging }
  try {
    const found = readOr(file, null)
    // What was given back meanwhile is free for everybody: whoever comes first creates it, and nobody replaces that.
    if (found === null) return create(file, text) ? null : { holder: null, isElsewhere: false, file }
    const standing = standingIn(file, found)
    if (standing !== null) return standing
    // Written whole under another name first, for a reader must never see half of one.
    const draft = path.join(judging, String(process.pid))
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, file)
    return null
  } finally {
    rmdirSync(judging)
  }
}

/** What keeps a lock that was found from being taken over; null: its holder is dead. */
function standingIn(file, found) {
  const holder = parseHolder(found)
  if (holder === null) {
    // Just being written, or torn by a full disk: old enough, it is the latter. Gone meanwhile, somebody lives who gave it back.
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    const isTorn = written !== undefined && Date.now() - written >= PATIENCE_MS
    return isTorn ? null : { holder, isElsewhere: false, file }
  }
  const isElsewhere = holder.host !== hostname()
  return isElsewhere || livesOn(holder) ? { holder, isElsewhere, file } : null
}

function create(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** False: somebody else has been judging for longer than that can take. */
function enter(judging) {
  const start = performance.now()
  for (;;) {
    try {
      mkdirSync(judging)
      return true
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (performance.now() - start > PATIENCE_MS) return false
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

/** Whether a process of this id lives. */
export function lives(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}

const livesOn = ({ pid, born }) => lives(pid) && (born === null || bornAt(pid) === born)

/** When a process was born; null where there is no /proc to tell, or when it is gone (or a zombie, which holds nothing). */
function bornAt(pid) {
  const stat = readOr(`/proc/${pid}/stat`, null)
  if (stat === null) return null
  // The name of the program, in parentheses, may hold spaces; what follows it starts with field 3, the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X' || startTicks === undefined) return null
  return `${readOr('/proc/sys/kernel/random/boot_id', '').trim()}/${startTicks}`
}

function parseHolder(text) {
  try {
    const { pid, born, host } = JSON.parse(text)
    return Number.isInteger(pid) && typeof host === 'string' ? { pid, born: born ?? null, host } : null
  } catch {
    return null
  }
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
