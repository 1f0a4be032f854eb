/**
 * A second process on the data folder is refused (SECURITY.md, promise 10): the embedded database raises no error when two
 * processes open it, and loses rows in silence. Several start at the same moment, on a folder that was given back and on one whose
 * holder was killed, and another while one serves: one serves, the others say why they do not and end, and no row is lost.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import type { InstanceGroup } from '#features/groups/queries/groups.ts'
import { embeddedTemplate } from '#tests/setup/embedded.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { cookieOfStart } from '#tests/setup/served-cookie.ts'
import { type EndedStart, type SpawnedServer, tryServer } from '#tests/setup/spawn-server.ts'

const many = rounds({ sample: 2, whole: 50 })
/** How many processes start at the same moment. */
const together = rounds({ sample: 2, whole: 4 })
/** Rounds on one folder: an instance has no more than 500 groups. */
const onOneFolder = 25

/** A folder with what was written in it. */
interface Folder {
  readonly dataDir: string
  /** Of the first server: the key that signs it lies in the folder too. */
  cookie: string | null
  /** Names of the groups that a server said it had made. */
  readonly made: string[]
}

const told = { starts: 0, refusals: 0, served: 0, rows: 0 }

async function newFolder(): Promise<Folder> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'concordance-starts-'))
  await cp(await embeddedTemplate(), path.join(dataDir, 'db'), { recursive: true })
  return { dataDir, cookie: null, made: [] }
}

const start = ({ dataDir }: Folder) => {
  told.starts += 1
  return tryServer({ dataDir, distDir: inject('distDir') })
}

/** It ended by itself, with a code that says so and words that help. */
function mustBeRefused({ code, printed }: EndedStart, holder: SpawnedServer): void {
  expect(code, printed).toBe(1)
  expect(printed).toMatch(
    /is in use by process \d+\. Stop that first, or set DATA_DIR|Another process is opening .* start again/,
  )
  const named = /in use by process (\d+)/.exec(printed)?.[1]
  if (named !== undefined) expect(Number(named)).toBe(holder.pid)
  // A fault would be told with its stack.
  expect(printed).not.toMatch(/^\s+at /m)
  told.refusals += 1
}

/** So many start at the same moment: the one that serves. */
async function startTogether(folder: Folder): Promise<SpawnedServer> {
  const starts = await Promise.all(Array.from({ length: together }, () => start(folder)))
  const serving = starts.filter((one) => 'baseUrl' in one)
  try {
    const [server] = serving
    if (server === undefined) throw new Error(`None serves:\n${JSON.stringify(starts)}`)
    expect(serving, 'so many serve at once').toHaveLength(1)
    for (const one of starts) if ('code' in one) mustBeRefused(one, server)
    told.served += 1
    folder.cookie ??= await cookieOfStart(server)
    return server
  } catch (error) {
    for (const server of serving) await server.kill()
    throw error
  }
}

async function make(server: SpawnedServer, { cookie, made }: Folder): Promise<void> {
  const name = `Group ${made.length + 1}`
  const answer = await fetch(`${server.baseUrl}/api/v1/groups`, {
    method: 'POST',
    headers: { origin: server.baseUrl, cookie: cookie ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ name, timeZone: 'Europe/Lisbon' }),
  })
  expect(answer.status, await answer.text()).toBe(201)
  made.push(name)
  told.rows += 1
}

/** Whoever signed in to the first server finds all that was made. */
async function mustHaveAll({ baseUrl }: SpawnedServer, { cookie, made }: Folder): Promise<void> {
  const answer = await fetch(`${baseUrl}/api/v1/instance/groups`, { headers: { cookie: cookie ?? '' } })
  expect(answer.status).toBe(200)
  const groups = (await answer.json()) as readonly InstanceGroup[]
  expect(groups.map(({ name }) => name).sort()).toEqual(made.toSorted())
}

async function round(folder: Folder): Promise<void> {
  const first = await startTogether(folder)
  try {
    await make(first, folder)
    await make(first, folder)
    const [second] = await Promise.all([start(folder), make(first, folder)])
    if ('baseUrl' in second) await second.kill()
    expect(second, 'a second serves').toHaveProperty('code')
    if ('code' in second) mustBeRefused(second, first)
    await make(first, folder)
    await mustHaveAll(first, folder)
  } finally {
    await first.kill()
  }
  const next = await startTogether(folder)
  try {
    await mustHaveAll(next, folder)
    await make(next, folder)
    await mustHaveAll(next, folder)
    expect(await next.stop()).toBe(0)
  } finally {
    await next.kill()
  }
}

it(`${many} times several processes start on one data folder, and one serves`, async () => {
  for (let done = 0; done < many; done += onOneFolder) {
    const folder = await newFolder()
    try {
      for (let n = done; n < Math.min(many, done + onOneFolder); n++) await round(folder)
    } finally {
      await rm(folder.dataDir, { recursive: true, force: true })
    }
  }
  const { starts, refusals, served, rows } = told
  expect(refusals + served).toBe(starts)
  tellFigure(
    10,
    'double starts',
    `${many} rounds, ${starts} starts: ${together} at the same moment on a folder that was given back and on one whose holder was killed, one more beside the one that serves; ${served} served, ${refusals} refused with the reason and code 1, ${rows} rows written, 0 lost`,
  )
}, 1_500_000)
