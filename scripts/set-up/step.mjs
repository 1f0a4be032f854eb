/** How the set-up speaks: one line per step, with what it does and how long it took. */

/**
 * Runs one step and prints its line. What `work` returns, if it is a text, is added to the line.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now()
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
  try {
    const result = await work()
    console.log(`  ${name.padEnd(30)} ${seconds().padStart(7)}  ${typeof result === 'string' ? result : ''}`.trimEnd())
    return result
  } catch (error) {
    console.log(`  ${name.padEnd(30)} ${seconds().padStart(7)}  failed`)
    throw error
  }
}

/** A failure that a person can mend: its message says how, and no stack is shown. */
export class SetUpError extends Error {}

/** Prints what ended the process: the message of a failure that a person can mend, else the whole error. */
export function explain(error) {
  const mendable =
    error instanceof SetUpError || ['SettingsError', 'DataFolderInUse', 'MigrationHistoryError'].includes(error?.name)
  console.error(mendable ? `\n${error.message}` : error)
}
