/** Tells a database that cannot be reached, or not what is asked of it, at this moment from every other error. */

/** Prisma: cannot be reached, timed out, connection closed, no connection or transaction in time. */
const CLIENT_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])

/** SQLSTATE: class 08, connection; 53300, too many of them; 55P03, no lock in time; 57P01–57P03, the server stops or starts. */
const SERVER_CODES = /^(08...|53300|55P03|57P0[123])$/

/** The kinds in which the adapters put the same. */
const ADAPTER_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

/** Whether an error, or what caused it, says that the database cannot be reached: the same request may succeed later. */
export function isUnreachable(error: unknown): boolean {
  if (!isRecord(error)) return false
  const { code, kind, originalCode } = error
  if (typeof code === 'string' && (CLIENT_CODES.has(code) || SERVER_CODES.test(code))) return true
  if (typeof kind === 'string' && ADAPTER_KINDS.has(kind)) return true
  if (typeof originalCode === 'string' && SERVER_CODES.test(originalCode)) return true
  if (isUnreachable(error.cause)) return true
  return isRecord(error.meta) && isUnreachable(error.meta.driverAdapterError)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
