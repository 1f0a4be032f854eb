/** How the set-up speaks: one line per step, which begins with the work and ends with how long that took. */

/**
 * Runs one step. Its line says what is done as soon as it begins, for some take minutes; at the end comes the time, and what
 * `work` returns if that is a text.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now()
  const end = openLine(`  ${name.padEnd(30)} `)
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(7)
  try {
    const result = await work()
    end(`${seconds()}  ${typeof result === 'string' ? result : ''}`)
    return result
  } catch (error) {
    end(`${seconds()}  failed`)
    throw error
  }
}

/** Begins a line and returns what ends it. Whatever else is printed meanwhile has a line of its own; this one is then begun anew. */
function openLine(beginning) {
  const { stdout } = process
  const { write } = stdout
  let isOpen = true
  const close = () => {
    stdout.write = write
    isOpen = false
  }
  stdout.write(beginning)
  stdout.write = (...args) => {
    close()
    stdout.write('\n')
    return stdout.write(...args)
  }
  return (rest) => {
    const whole = isOpen ? rest : `${beginning}${rest}`
    close()
    stdout.write(`${whole.trimEnd()}\n`)
  }
}

/** A failure that a person can mend: its message says how, and no stack is shown. */
export class SetUpError extends Error {}

/** Failures of the same sort that are thrown where the set-up is not known, by name. */
const MENDABLE = ['SettingsError', 'DataFolderInUse', 'MigrationHistoryError', 'MigrationFailed', 'VisibilityFailed']

/** Prints what ended the process: the message of a failure that a person can mend, else the whole error. */
export function explain(error) {
  const mendable = error instanceof SetUpError || MENDABLE.includes(error?.name)
  console.error(mendable ? `\n${error.message}` : error)
}
