/** How often somebody looks whether the parent is still there, in milliseconds. */
const LOOK_MS = 300

/**
 * Ends this process when the shell that npm started it in is gone: npm passes a signal on to that shell alone, which dies of it
 * and tells nobody. Started without npm a process has signals of its own, and may outlive the shell it was typed in. Windows
 * knows neither such signals nor the death of a parent: there nothing happens.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS)
  look.unref()
}
