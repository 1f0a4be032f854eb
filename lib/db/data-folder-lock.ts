/**
 * One process on a data folder: the embedded database raises no error when two processes open it, and silently loses rows.
 * A file beside the database names the process that holds the folder. It is never taken from a process that lives.
 */
import { mkdirSync, readFileSync, renameSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

interface Holder {
  readonly pid: number
  /** Boot and start time of the process where /proc tells them, so that a reused pid is not taken for the holder. */
  readonly born: string | null
  readonly host: string
}

/** Thrown when another process holds the data folder. */
export class DataFolderInUse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DataFolderInUse'
  }
}

const TAKEOVER_PATIENCE_MS = 2000

/**
 * Takes the data folder for this process.
 *
 * @returns the function that gives it back.
 * @throws DataFolderInUse when a live process holds it, this one included, or when nobody here can tell.
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = path.join(dataDir, 'db.lock')
  const own: Holder = { pid: process.pid, born: bornAt(process.pid), host: hostname() }
  const text = `${JSON.stringify(own)}\n`
  if (!createLock(file, text)) takeOver(dataDir, file, text)
  return () => {
    if (readOr(file, '') === text) unlinkSync(file)
  }
}

/** Writes the lock whole under another name first, for a reader must never see half of one. */
function takeOver(dataDir: string, file: string, text: string): void {
  // Only one process at a time may judge an old lock and replace it, or the second would replace the first one's.
  const judging = path.join(dataDir, 'db.lock.takeover')
  enter(judging)
  try {
    refuseIfHeld(dataDir, file)
    const draft = path.join(judging, String(process.pid))
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, file)
  } finally {
    rmdirSync(judging)
  }
}

function createLock(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function enter(judging: string): void {
  const start = performance.now()
  for (;;) {
    try {
      mkdirSync(judging)
      return
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
    if (performance.now() - start > TAKEOVER_PATIENCE_MS) {
      throw new DataFolderInUse(
        `Another process is taking the data folder at this moment. If none is, remove ${judging} and start again.`,
      )
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

function refuseIfHeld(dataDir: string, file: string): void {
  const holder = parseHolder(readOr(file, ''))
  if (holder === null) {
    // Just being written, or torn by a full disk: old enough, it is the latter.
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age < TAKEOVER_PATIENCE_MS) throw new DataFolderInUse(`Another process is opening ${dataDir} at this moment.`)
    return
  }
  if (holder.host !== hostname()) {
    throw new DataFolderInUse(
      `${dataDir} was opened by process ${holder.pid} on ${holder.host}. If that is not running any more, remove ${file} and start again.`,
    )
  }
  if (lives(holder)) {
    throw new DataFolderInUse(
      `${dataDir} is in use by process ${holder.pid}. Stop that first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server, which several processes can share.`,
    )
  }
}

function lives(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false
  }
  return holder.born === null || bornAt(holder.pid) === holder.born
}

/** When a process was born; null where there is no /proc to tell, or when it is gone (or a zombie, which holds nothing). */
function bornAt(pid: number): string | null {
  const stat = readOr(`/proc/${pid}/stat`, null)
  if (stat === null) return null
  // The name of the program, in parentheses, may hold spaces; what follows it starts with field 3, the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X' || startTicks === undefined) return null
  return `${readOr('/proc/sys/kernel/random/boot_id', '').trim()}/${startTicks}`
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, born, host } = JSON.parse(text)
    return Number.isInteger(pid) && typeof host === 'string' ? { pid, born: born ?? null, host } : null
  } catch {
    return null
  }
}

function readOr<T>(file: string, otherwise: T): string | T {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
