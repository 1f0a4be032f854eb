import { setPriority } from 'node:os'

/** Lets the thread that calls it step back behind those who answer people. Only Linux knows a priority of one thread. */
export function stepBack(): void {
  if (process.platform === 'linux') setPriority(10)
}
