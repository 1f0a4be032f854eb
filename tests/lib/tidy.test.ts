/** Memory is given back in the quiet, and not while somebody waits for an answer. */
import { createServer } from 'node:http'
import { expect, it, onTestFinished, vi } from 'vitest'
import { tidyInQuiet } from '#lib/server/tidy.ts'

it('given a server that works and rests, then it is done at the start and once after each time of work', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const server = createServer()
  const done: string[] = []
  tidyInQuiet(server, ({ execution }) => void done.push(execution), 100)
  expect(done).toEqual(['sync'])
  for (const works of [1, 2]) {
    for (let n = 0; n < 5; n += 1) {
      server.emit('request')
      vi.advanceTimersByTime(99)
    }
    expect(done).toHaveLength(works)
    vi.advanceTimersByTime(1_000)
    expect(done).toHaveLength(1 + works)
  }
})
