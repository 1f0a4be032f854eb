/**
 * One process on a data folder: the embedded database raises no error when two processes open it, and silently loses rows.
 * A file beside the database names the process that holds the folder.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { tryLock } from '../lock-file.mjs'

/** Thrown when another process holds the data folder. */
export class DataFolderInUse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DataFolderInUse'
  }
}

/**
 * Takes the data folder for this process.
 *
 * @returns the function that gives it back.
 * @throws DataFolderInUse when a live process holds it, this one included, or when nobody here can tell.
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const attempt = tryLock(path.join(dataDir, 'db.lock'))
  if ('release' in attempt) return attempt.release
  const { holder, isElsewhere, file } = attempt
  if (holder === null) {
    throw new DataFolderInUse(
      `Another process is opening ${dataDir} at this moment. If none is, remove ${file} and start again.`,
    )
  }
  if (isElsewhere) {
    throw new DataFolderInUse(
      `${dataDir} was opened by process ${holder.pid} on ${holder.host}. If that is not running any more, remove ${file} and start again.`,
    )
  }
  throw new DataFolderInUse(
    `${dataDir} is in use by process ${holder.pid}. Stop that first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server, which several processes can share.`,
  )
}
