/** Tells a lost race, which is worth another attempt, from every other error. */

/** SQLSTATE of a serialization failure and of a deadlock. */
const CONFLICT_STATES = new Set(['40001', '40P01'])

/**
 * Whether an error says that two transactions collided and that this one lost. Such an error arrives in three shapes: from a
 * query as `P2034`; from a raw statement as `P2010` that carries the adapter's error; and from COMMIT as the error of the
 * adapter or the driver itself.
 */
export function isConflict(error: unknown): boolean {
  if (!isRecord(error)) return false
  if (error.code === 'P2034') return true
  if (typeof error.code === 'string' && CONFLICT_STATES.has(error.code)) return true
  if (isConflictCause(error.cause)) return true
  const adapterError = isRecord(error.meta) ? error.meta.driverAdapterError : undefined
  return isRecord(adapterError) && isConflictCause(adapterError.cause)
}

function isConflictCause(cause: unknown): boolean {
  if (!isRecord(cause)) return false
  if (cause.kind === 'TransactionWriteConflict') return true
  return typeof cause.originalCode === 'string' && CONFLICT_STATES.has(cause.originalCode)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
