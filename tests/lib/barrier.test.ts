import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Barrier } from '#lib/db/barrier.ts'

/** An answer that takes so many turns of the event loop. */
async function after<T>(turns: number, answer: T): Promise<T> {
  for (let passed = 0; passed < turns; passed += 1) await turn()
  return answer
}

/** In which order, and in which turn of giving out, the answers of questions come that take so many turns each. */
async function given(turns: readonly number[]): Promise<readonly string[]> {
  const barrier = new Barrier()
  const order: string[] = []
  let passed = 0
  let over = false
  const clock = (async () => {
    while (!over) {
      await turn()
      passed += 1
    }
  })()
  const first = { turn: -1 }
  await Promise.all(
    turns.map((takes, index) =>
      barrier
        .ask(() => after(takes, index))
        .then((answer) => {
          if (first.turn < 0) first.turn = passed
          order.push(`${answer} ${passed - first.turn}`)
        }),
    ),
  )
  over = true
  await clock
  return order
}

test('Given questions that are asked side by side, their answers come together in the order of the questions', async () => {
  const alike = ['0 0', '1 0', '2 0']
  for (const turns of [
    [0, 0, 0],
    [9, 1, 4],
    [1, 9, 4],
    [0, 0, 9],
    [9, 0, 0],
  ])
    expect(await given(turns)).toEqual(alike)
})

test('Given a question that fails, the others are answered, and it fails with them', async () => {
  const barrier = new Barrier()
  const answers = await Promise.allSettled([
    barrier.ask(() => after(3, 'late')),
    barrier.ask(() => Promise.reject(new Error('gone'))),
  ])
  expect(answers).toMatchObject([{ value: 'late' }, { reason: { message: 'gone' } }])
})

test('Given a question that follows from an answer, it begins a round of its own', async () => {
  const barrier = new Barrier()
  const first = await barrier.ask(() => after(1, 1))
  expect(await barrier.ask(() => after(1, first + 1))).toBe(2)
})
