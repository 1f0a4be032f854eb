/** What a process of this machine uses, as Linux tells it below /proc. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const MB = 1024 * 1024
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

/** Processor time so far, its own and the system's on its behalf, in milliseconds. */
export async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The second field, in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/**
 * Processor time so far of a process whose effort is too small to be counted in hundredths of a second, in milliseconds: what the
 * scheduler gave each of its threads, to the nanosecond. A thread that has ended is not in it.
 */
export async function scheduledMs(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`)
  const each = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')))
  return each.reduce((sum, line) => sum + Number(line.split(' ')[0]) / 1e6, 0)
}

/** Memory that it occupies now, or occupied at most since `forgetPeak`, in MB. */
export async function memoryMb(pid: number, which: 'now' | 'peak'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const line = which === 'now' ? /^VmRSS:\s+(\d+)/m : /^VmHWM:\s+(\d+)/m
  return (Number(line.exec(status)?.[1]) * 1024) / MB
}

/** Memory that it shares with no other process, in MB. */
export async function privateMb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kb = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].reduce((sum, [, one]) => sum + Number(one), 0)
  return (kb * 1024) / MB
}

/** From here on the peak counts anew. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5')
}

/** Memory once it has stopped moving: four looks within two MB, half a second apart; the last of at most forty. */
export async function settledMb(pid: number): Promise<number> {
  const looks: number[] = []
  while (looks.length < 40) {
    looks.push(await memoryMb(pid, 'now'))
    const last = looks.slice(-4)
    if (last.length === 4 && Math.max(...last) - Math.min(...last) < 2) break
    await wait(500)
  }
  return looks.at(-1) ?? Number.NaN
}
