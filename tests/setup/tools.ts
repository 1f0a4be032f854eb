/** The programs that tests need beside Node: where they lie on this machine. */
import { accessSync, constants, readdirSync } from 'node:fs'
import path from 'node:path'

/** Oldest PostgreSQL that the product promises to run on. */
export const OLDEST_POSTGRES = 15

/** Folder of a PostgreSQL server's programs: `POSTGRES_BIN`, Debian's newest, or whatever is on the path; null when there is none. */
export function findPostgres(): string | null {
  const folders = [process.env.POSTGRES_BIN, ...debianFolders(), ...pathFolders()]
  return folders.find((folder) => folder !== undefined && isProgram(path.join(folder, 'initdb'))) ?? null
}

/** A Chromium or Chrome: `CHROMIUM`, or whatever is on the path or where macOS keeps it; null when there is none. */
export function findChromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const onPath = pathFolders().flatMap((folder) => names.map((name) => path.join(folder, name)))
  const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  const programs = [process.env.CHROMIUM, ...onPath, ...elsewhere]
  return programs.find((program) => program !== undefined && isProgram(program)) ?? null
}

function debianFolders(): string[] {
  const base = '/usr/lib/postgresql'
  try {
    const versions = readdirSync(base).map(Number)
    const good = versions.filter((version) => version >= OLDEST_POSTGRES).sort((a, b) => b - a)
    return good.map((version) => path.join(base, String(version), 'bin'))
  } catch {
    return []
  }
}

const pathFolders = (): string[] => (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
