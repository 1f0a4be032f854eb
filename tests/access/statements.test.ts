/**
 * What a page costs, on a running server: from finding out who asks to its last line at most eight statements, in every state
 * of the world, and as many in a large group as in a small one.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { closeDatabase } from '#lib/db/connection.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'
import { type GrownGroup, grownGroup } from '#tests/features/group-given.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import type { Actor } from './actors.ts'
import { pageProbes } from './page-expectations.ts'
import { Browser, everyPage, namesIn } from './page-probe.ts'
import { makeWorld, type World } from './world/world.ts'

/** The most statements for one view, without BEGIN and COMMIT. */
const MOST = 8

/** Those who see most, each in another way; what is closed to them costs less. */
const actors: readonly Actor[] = ['head', 'organizer', 'instance-admin']

const folder = mkdtempSync(path.join(tmpdir(), 'concordance-statements-'))
const file = path.join(folder, 'noted.jsonl')
const inherited = process.env.NODE_OPTIONS

let world: World
let groups: readonly [GrownGroup, GrownGroup]
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  world = await makeWorld()
  groups = [await grownGroup(1), await grownGroup(5)]
  // One process at a time has the data: the server finds the world as it was left.
  await closeDatabase()
  process.env.NODE_OPTIONS = `--import ${new URL('../setup/note-statements.mjs', import.meta.url)}`
  process.env.STATEMENTS_FILE = file
  server = await startServer({ dataDir: settings().dataDir })
  browser = new Browser(server.baseUrl, world)
}, 120_000)

afterAll(async () => {
  process.env.NODE_OPTIONS = inherited
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const pages = pageProbes.filter(
  ({ page, open }) => !page.startsWith('/api/') && actors.some((one) => open.includes(one)),
)

describe.each(pages)('$page: $name', (probe) => {
  it(`takes at most ${MOST} statements`, async () => {
    for (const actor of actors.filter((one) => probe.open.includes(one))) {
      const statements = await noted(() => browser.open(probe, actor))
      expect.soft(statements.length, `for ${actor}:\n${statements.join('\n')}`).toBeLessThanOrEqual(MOST)
    }
  })
})

/** One address of each page in a group that was made large; the others have nothing that grows. */
const fixed = ['/sign-in', '/verify', '/verify-record', '/invitations/[token]', '/mailbox', '/gallery']
const grown = everyPage().filter(
  (page) => !page.startsWith('/api/') && !page.startsWith('/bench') && !fixed.includes(page),
)

describe.each(grown)('%s', (page) => {
  it('takes as many statements when the group grows', async () => {
    for (const who of ['organizer', 'head'] as const) {
      const [few, many] = [await statementsOf(groups[0], page, who), await statementsOf(groups[1], page, who)]
      expect.soft(many, `for the ${who}`).toBe(few)
    }
  })
})

async function statementsOf(group: GrownGroup, page: string, who: 'organizer' | 'head'): Promise<number> {
  return (await noted(() => open(pathIn(group, page), group[who]))).length
}

function pathIn(group: GrownGroup, page: string): string {
  const { groupId, meetingId, partyId, conclusionId, draftId } = group
  const textId = page.endsWith('/import') ? draftId : group.textId
  const ids: Readonly<Record<string, string>> = { groupId, meetingId, partyId, conclusionId, textId, ordinal: '1' }
  return namesIn(page).reduce((all, name) => all.replace(`[${name}]`, String(ids[name])), page)
}

async function open(at: string, { sessionId }: Viewer): Promise<void> {
  const cookie = (await sealedCookie(sessionId)).split(';')[0] ?? ''
  const response = await fetch(`${server.baseUrl}${at}`, { redirect: 'manual', headers: { cookie } })
  await response.text()
}

/** The statements that reached the database meanwhile, for whatever was asked of the server. */
async function noted(ask: () => Promise<unknown>): Promise<readonly string[]> {
  writeFileSync(file, '')
  await ask()
  const lines = readFileSync(file, 'utf8').split('\n')
  const all = lines.flatMap((line) => (line === '' ? [] : String(JSON.parse(line).sql)))
  return all.filter((sql) => !['BEGIN', 'COMMIT', 'ROLLBACK'].includes(sql))
}
