/**
 * Nobody waits for what is closed to them (SECURITY.md, promise 1, attacks 12 and 51). While another connection holds the rows of all
 * groups, parties, meetings, conclusions, texts and assignments, as those who act on them do, every act on one of which its actor may not know is
 * answered like one on a thing that is not there. One that waited would be told in the end that the database is busy.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#lib/settings.ts'
import { ACTORS } from '#tests/access/actors.ts'
import { probes } from '#tests/access/expectations.ts'
import { comparesToMissing } from '#tests/access/judge.ts'
import { attempt } from '#tests/access/probe.ts'
import { makeWorld, type World } from '#tests/access/world/world.ts'
import { tellFigure } from '#tests/setup/proof.ts'
import { inDatabase } from '#tests/setup/server.ts'

/** What those who act hold: by the first word of the path of an act. */
const tables: Readonly<Record<string, string>> = {
  meetings: 'Meeting',
  conclusions: 'Conclusion',
  texts: 'Text',
  assignments: 'Assignment',
}

const acts = probes.filter(({ route }) => !route.startsWith('GET') && nounOf(route) in tables)

let world: World
let cells = 0

beforeAll(async () => {
  world = await makeWorld()
})

afterAll(() =>
  tellFigure(1, 'acts while rows are held', `${cells} acts on what is hidden, none waits for those who hold it`),
)

describe.each(acts)('$route: $name', (probe) => {
  it('keeps nobody waiting who may not know of it', async () => {
    const hiddenFrom = ACTORS.filter((actor) => comparesToMissing(probe, actor))
    await whileHeld(async () => {
      for (const actor of hiddenFrom) {
        cells += 1
        const hidden = await attempt(world, probe, actor)
        expect
          .soft(hidden, `waits, or learns of it: ${actor} ${probe.route} ${probe.name}`)
          .toEqual(await attempt(world, probe, actor, 'all'))
      }
    })
  }, 120_000)
})

function nounOf(route: string): string {
  return route.split('/')[1] ?? ''
}

/** What is held before them: whoever changes a group or a party holds its row, as every member knows. */
const around = ['Group', 'Party']

/** Another connection acts on everything meanwhile. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  const url = settings().databaseUrl ?? ''
  await inDatabase(url, new URL(url).pathname.slice(1), async (client) => {
    await client.query('BEGIN')
    for (const table of [...around, ...Object.values(tables)])
      await client.query(`SELECT id FROM "${table}" ORDER BY id FOR UPDATE`)
    await work()
    await client.query('ROLLBACK')
  })
}
