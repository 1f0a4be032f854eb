import { expect, test } from 'vitest'
import { RefusalLog } from '#lib/server/refusal-log.ts'

test('given a flood of one network, then the log has a line at its beginning and one at the end of the minute', () => {
  const lines: object[] = []
  const log = new RefusalLog((line) => lines.push(line))
  for (let n = 0; n < 10_000; n += 1) log.count('body', '198.51.100.7')
  log.count('deadline', '198.51.100.7')
  expect(lines).toEqual([
    { door: 'body', network: '198.51.100.7', count: 1 },
    { door: 'deadline', network: '198.51.100.7', count: 1 },
  ])
  log.endMinute()
  expect(lines.slice(2)).toEqual([{ door: 'body', network: '198.51.100.7', count: 9_999 }])
  log.count('body', '198.51.100.7')
  expect(lines).toHaveLength(4)
  log.endMinute()
})

test('given a flood of many networks, then its lines are bounded, and none of it goes uncounted', () => {
  const lines: { readonly count: number }[] = []
  const log = new RefusalLog((line) => lines.push(line))
  for (let n = 0; n < 10_000; n += 1) log.count('connections', `2001:db8:${n.toString(16)}:0::/64`)
  log.endMinute()
  expect(lines.length).toBeLessThanOrEqual(202)
  expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
})
