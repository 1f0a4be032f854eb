/** Turns go round: who asks for much waits for themselves. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type EndTurn, FairQueue, type NoPlace } from '#lib/fair-queue.ts'

const one = { running: 1, waiting: 100 }

/** A queue whose turns end by hand, and who had them in which order. */
function watched(queue: FairQueue) {
  const begun: string[] = []
  const ends: EndTurn[] = []
  const enter = (id: string, of: readonly string[], signal?: AbortSignal): NoPlace | undefined => {
    const turn = queue.enter({ of, id, ...(signal === undefined ? {} : { signal }) })
    if (!(turn instanceof Promise)) return turn
    turn.then(
      (end) => {
        begun.push(id)
        ends.push(end)
      },
      () => undefined,
    )
    return undefined
  }
  const settled = async (): Promise<void> => {
    for (let n = 0; n < 10; n += 1) await Promise.resolve()
  }
  const endAll = async (): Promise<readonly string[]> => {
    await settled()
    for (let end = ends.shift(); end !== undefined; end = ends.shift()) {
      end()
      await settled()
    }
    return begun
  }
  return { begun, ends, enter, settled, endAll }
}

describe('given somebody who asked for three turns before another asked for one', () => {
  it('then the other comes after the one that runs', async () => {
    const { enter, endAll } = watched(new FairQueue(one, [one]))
    for (const id of ['a1', 'a2', 'a3']) enter(id, ['a'])
    enter('b1', ['b'])
    expect(await endAll()).toEqual(['a1', 'b1', 'a2', 'a3'])
  })
})

describe('given one person who asks for two groups, and another person', () => {
  it('then turns go round the people first, and then the groups', async () => {
    const { enter, endAll } = watched(new FairQueue(one, [one, { running: 9, waiting: 100 }]))
    enter('first', ['x', 'g'])
    for (const id of ['a1', 'a2']) enter(id, ['a', 'g'])
    enter('a3', ['a', 'h'])
    enter('b1', ['b', 'g'])
    expect(await endAll()).toEqual(['first', 'a1', 'b1', 'a3', 'a2'])
  })
})

describe('given people who come again as soon as they were served', () => {
  it('then whoever waits is not passed over', async () => {
    const queue = new FairQueue(one, [one])
    const { begun, ends, enter, settled } = watched(queue)
    for (const id of ['a1', 'a2', 'a3']) enter(id, ['a'])
    for (let n = 1; n <= 12; n += 1) {
      enter(`c${n}`, [n % 2 === 0 ? 'c' : 'd'])
      await settled()
      ends.shift()?.()
      await settled()
    }
    expect(begun.slice(0, 9)).toEqual(expect.arrayContaining(['a1', 'a2', 'a3']))
  })
})

describe('given bounds', () => {
  it('then who has too much waiting is told so, and another is not', async () => {
    const queue = new FairQueue({ running: 1, waiting: 3 }, [{ running: 1, waiting: 2 }])
    const { enter, endAll } = watched(queue)
    expect(['a1', 'a2', 'a3', 'a4'].map((id) => enter(id, ['a']))).toEqual([undefined, undefined, undefined, 0])
    expect([enter('b1', ['b']), enter('c1', ['c'])]).toEqual([undefined, 'all'])
    expect(await endAll()).toEqual(['a1', 'b1', 'a2', 'a3'])
  })

  it('then one takes no more than their share while others have room', async () => {
    const { enter, begun, settled } = watched(new FairQueue({ running: 3, waiting: 9 }, [{ running: 2, waiting: 9 }]))
    for (const id of ['a1', 'a2', 'a3']) enter(id, ['a'])
    enter('b1', ['b'])
    await settled()
    expect(begun).toEqual(['a1', 'a2', 'b1'])
  })

  it('then what is heavier than a bound waits until it is alone', async () => {
    const queue = new FairQueue({ running: 10, waiting: 9 }, [{ running: 10, waiting: 9 }])
    const order: string[] = []
    const small = await queue.enter({ of: ['a'], weight: 4 })
    const large = Promise.resolve(queue.enter({ of: ['b'], weight: 40 })).then(() => order.push('large'))
    expect(order).toEqual([])
    if (typeof small === 'function') small()
    await large
    expect(order).toEqual(['large'])
  })
})

describe('given somebody who waits', () => {
  it('then the place is the number of those before, the running one among them', async () => {
    const queue = new FairQueue(one, [one])
    const { enter, ends, settled } = watched(queue)
    for (const id of ['a1', 'a2', 'a3']) enter(id, ['a'])
    enter('b1', ['b'])
    await settled()
    const places = () => ['a1', 'b1', 'a2', 'a3'].map((id) => queue.before(id))
    expect(places()).toEqual([null, 1, 2, 3])
    ends.shift()?.()
    await settled()
    expect(places()).toEqual([null, null, 1, 2])
  })

  it('then whoever goes away loses the place, and those behind come sooner', async () => {
    const queue = new FairQueue(one, [one])
    const { enter, endAll, settled } = watched(queue)
    const gone = new AbortController()
    enter('a1', ['a'])
    enter('b1', ['b'], gone.signal)
    enter('c1', ['c'])
    await settled()
    gone.abort()
    expect(queue.before('c1')).toBe(1)
    expect(await endAll()).toEqual(['a1', 'c1'])
  })
})

test('whatever is asked in whichever order, everybody is served once, and nobody waits for more than one turn of each other', async () => {
  const asked = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(asked, async (people) => {
      const { enter, endAll } = watched(new FairQueue(one, [one]))
      people.forEach((person, index) => {
        enter(`${person}${index}`, [person])
      })
      const served = await endAll()
      expect([...served].sort()).toEqual(people.map((person, index) => `${person}${index}`).sort())
      // The nth of one person comes before the (n + 2)nd of any other.
      const nth = new Map<string, number>()
      const rounds = served.map((id) => {
        const round = (nth.get(id.charAt(0)) ?? 0) + 1
        nth.set(id.charAt(0), round)
        return round
      })
      rounds.forEach((round, index) => {
        expect(Math.max(...rounds.slice(0, index + 1))).toBeLessThanOrEqual(round + 1)
      })
    }),
  )
})

describe('given a queue that some have filled and that yields', () => {
  it('then who waits for less takes the place of the last of who waits for most, and not the other way round', async () => {
    const { enter, endAll } = watched(
      new FairQueue({ running: 1, waiting: 4, yields: true }, [{ running: 1, waiting: 3 }]),
    )
    for (const id of ['a1', 'a2', 'a3', 'a4', 'b1'])
      expect(enter(id, ['a', 'b'].slice(id === 'b1' ? 1 : 0))).toBeUndefined()
    expect(enter('c1', ['c'])).toBeUndefined()
    expect(enter('d1', ['d'])).toBeUndefined()
    expect([enter('e1', ['e']), enter('a5', ['a'])]).toEqual(['all', 'all'])
    expect(await endAll()).toEqual(['a1', 'b1', 'c1', 'd1', 'a2'])
  })

  it('then a group gives way to a group, and nobody gives up their only place for another one’s second', async () => {
    const each = { running: 1, waiting: 9 }
    const { enter, endAll } = watched(new FairQueue({ running: 1, waiting: 4, yields: true }, [each, each]))
    enter('x1', ['x', 'g'])
    for (const name of ['a', 'b', 'c']) enter(`${name}1`, [name, 'g'])
    enter('d1', ['d', 'h'])
    expect(enter('d2', ['d', 'i'])).toBe('all')
    expect(enter('e1', ['e', 'i'])).toBeUndefined()
    expect(enter('f1', ['f', 'g'])).toBe('all')
    expect(await endAll()).toEqual(['x1', 'a1', 'b1', 'd1', 'e1'])
  })

  it('then within a full group who waits for less takes the place of who waits for most there, and is not refused', async () => {
    const { enter, endAll } = watched(
      new FairQueue({ running: 1, waiting: 9, yields: true }, [
        { running: 1, waiting: 3, yields: true },
        { running: 1, waiting: 3 },
      ]),
    )
    for (const id of ['a1', 'a2', 'a3', 'a4']) expect(enter(id, ['m', 'a'])).toBeUndefined()
    expect(enter('b1', ['m', 'b'])).toBeUndefined()
    expect(enter('a5', ['m', 'a'])).toBe(0)
    expect(enter('c1', ['m', 'c'])).toBeUndefined()
    expect(enter('d1', ['m', 'd'])).toBe(0)
    expect(await endAll()).toEqual(['a1', 'b1', 'c1', 'a2'])
  })
})
