/** Work that recurs: one process at a time, and a failure keeps nothing else from its turn. */
import { expect, test } from 'vitest'
import { asSystem } from '#lib/db/transaction.ts'
import { runDue } from '#lib/jobs/run.ts'

const dueAgain = (name: string) =>
  asSystem('test', (tx) => tx.job.update({ where: { name }, data: { claimedUntil: new Date(0) } }), { write: true })

test('Given ten processes at one job, one of them does it, and again once its time has come', async () => {
  let times = 0
  const job = { name: 'count-herons', everyMinutes: 5, run: async () => void times++ }
  await Promise.all(Array.from({ length: 10 }, () => runDue([job])))
  expect(times).toBe(1)
  await runDue([job])
  expect(times).toBe(1)
  await dueAgain(job.name)
  await runDue([job])
  expect(times).toBe(2)
})

test('Given a job that fails, the next one has its turn, and the failed one comes again', async () => {
  const done: string[] = []
  const broken = {
    name: 'broken',
    everyMinutes: 1,
    run: async () => {
      done.push('broken')
      throw new Error('The sluice is stuck')
    },
  }
  const next = { name: 'next', everyMinutes: 1, run: async () => void done.push('next') }
  await runDue([broken, next])
  expect(done).toEqual(['broken', 'next'])
  await dueAgain('broken')
  await runDue([broken, next])
  expect(done).toEqual(['broken', 'next', 'broken'])
})

test('Given a process that ends, no further job begins', async () => {
  let times = 0
  await runDue([{ name: 'late', everyMinutes: 1, run: async () => void times++ }], () => true)
  expect(times).toBe(0)
})
