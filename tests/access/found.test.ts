/**
 * The list of a group's conclusions against their pages: for every actor it has one line for each conclusion that they can open by its own
 * address, and no other; whatever it is narrowed to.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { FoundConclusions } from '#features/conclusions/views/found.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { request } from '#tests/setup/people.ts'
import { type Actor, IN_GROUP } from './actors.ts'
import { handlers } from './probe.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let all: readonly { readonly id: string; readonly kind: string; readonly state: string }[]

beforeAll(async () => {
  world = await makeWorld()
  const groupId = idIn('groupId')
  all = await asSystem('test', (tx) =>
    tx.conclusion.findMany({ where: { groupId }, select: { id: true, kind: true, state: true } }),
  )
})

function idIn(name: string): string {
  const id = world.ids[name]
  if (id === undefined) throw new Error(`The world has no ${name}.`)
  return id
}

async function get(actor: Actor, path: string): Promise<Response> {
  const { GET } = handlers
  if (GET === undefined) throw new Error('The API reads nothing.')
  return GET(await request(world.viewers[actor], 'GET', path))
}

async function listed(actor: Actor, query: string): Promise<readonly string[]> {
  const found: string[] = []
  for (let after = ''; ; ) {
    const response = await get(actor, `/groups/${idIn('groupId')}/conclusions${query}${after}`)
    const { conclusions, next, found: count }: FoundConclusions = await response.json()
    found.push(...conclusions.map(({ id }) => id))
    if (next === null) {
      expect(count).toBe(found.length)
      return found.sort()
    }
    after = `&after=${next}`
  }
}

async function opened(actor: Actor): Promise<readonly string[]> {
  const open: string[] = []
  for (const { id } of all) if ((await get(actor, `/conclusions/${id}`)).status === 200) open.push(id)
  return open.sort()
}

describe.each(IN_GROUP)('%s', (actor) => {
  it('finds what they can open, and nothing else', async () => {
    const open = await opened(actor)
    expect(await listed(actor, '?kind=all')).toEqual(open)
    const fitting = (fits: (one: (typeof all)[number]) => boolean) =>
      all.flatMap((one) => (open.includes(one.id) && fits(one) ? one.id : [])).sort()
    expect(await listed(actor, '?order=passage')).toEqual(fitting(({ kind }) => kind !== 'record'))
    for (const is of ['draft', 'put', 'ad-referendum', 'adopted', 'declined', 'recorded'])
      expect(await listed(actor, `?kind=all&state=${is}`)).toEqual(fitting(({ state }) => state === is))
  })
})
