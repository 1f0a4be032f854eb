import { createHash, type Hash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** A hash, of 16 hexadecimal digits, over the names and contents of files and folders below `root`, and over `more`. */
export async function fingerprint(root: string, entries: readonly string[], more = ''): Promise<string> {
  const hash = createHash('sha256').update(more)
  for (const entry of [...entries].sort()) await add(hash, root, entry)
  return hash.digest('hex').slice(0, 16)
}

async function add(hash: Hash, root: string, entry: string): Promise<void> {
  const full = path.join(root, entry)
  const found = await stat(full).catch(() => null)
  if (found?.isDirectory()) {
    for (const name of (await readdir(full)).sort()) await add(hash, root, `${entry}/${name}`)
  } else if (found !== null) {
    hash.update(`\0${entry}\0`).update(await readFile(full))
  }
}
