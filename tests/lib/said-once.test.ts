/** What a document says as prepared HTML waits for that one answer, and for nobody else's. */
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { answering, layDown } from '#lib/markup/said-once.ts'

/** As the components of the browser find it (components/markup/kept-markup.tsx). */
function waiting(name: string | null): string | undefined {
  const found: unknown = Reflect.get(globalThis, Symbol.for('concordance.markup-of-answer'))
  const { markup } = (found as { getStore(): { markup: Map<string, string> } }).getStore()
  return markup.get(name ?? '')
}

test('the markup of a document waits under the name of its words, for as long as it is answered', async () => {
  const response = new EventEmitter()
  await answering(true, response, async () => {
    const name = layDown('<p>one</p>')
    await Promise.resolve()
    expect(name).toMatch(/^[\w-]{22}$/)
    expect(layDown('<p>one</p>')).toBe(name)
    expect(layDown('<p>two</p>')).not.toBe(name)
    expect(waiting(name)).toBe('<p>one</p>')
    response.emit('close')
    expect(waiting(name)).toBeUndefined()
  })
})

test('two answers at the same time know nothing of each other', async () => {
  const names: (string | null)[] = []
  let goOn = (): void => undefined
  const other = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const first = answering(true, new EventEmitter(), async () => {
    names.push(layDown('<p>of one person</p>'))
    await other
    return waiting(names[0] ?? null)
  })
  const second = answering(true, new EventEmitter(), async () => {
    await Promise.resolve()
    return waiting(names[0] ?? null)
  })
  expect(await second).toBeUndefined()
  goOn()
  expect(await first).toBe('<p>of one person</p>')
})

test('where there is no document, the markup goes with the data', () => {
  expect(answering(false, new EventEmitter(), () => layDown('<p>one</p>'))).toBeNull()
  expect(layDown('<p>one</p>')).toBeNull()
})
