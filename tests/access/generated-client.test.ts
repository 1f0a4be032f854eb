/**
 * A program that knows nothing of this instance but its document: a client is generated from it, compiles, and works on a running
 * server, with each answer and each refusal of the form that its types say.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { generate } from 'orval'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { cookieOfStart } from '#tests/setup/served-cookie.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..', '..')

let server: RunningServer
let folder: string

beforeAll(async () => {
  server = await startServer({ demo: true })
  folder = await mkdtemp(path.join(tmpdir(), 'concordance-client-'))
  const document = await fetch(`${server.baseUrl}/api/v1/openapi.json`)
  await writeFile(path.join(folder, 'openapi.json'), await document.text())
  await generate({
    input: { target: path.join(folder, 'openapi.json') },
    output: {
      target: path.join(folder, 'client.ts'),
      client: 'fetch',
      mode: 'single',
      baseUrl: { getBaseUrlFromSpecification: true },
    },
  })
}, 120_000)

afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the compiler on a program that uses the client, and the program itself; answers what it prints. */
async function programOf(source: string, cookie = ''): Promise<{ readonly faults: string; readonly printed: string }> {
  const file = path.join(folder, 'program.ts')
  await writeFile(file, source)
  const options = ['--noEmit', '--strict', '--target', 'es2024', '--lib', 'es2024,dom', '--module', 'esnext']
  const more = ['--moduleResolution', 'bundler', '--allowImportingTsExtensions', '--types', '', '--skipLibCheck']
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  // In its own folder: the settings of this project are not a stranger's.
  const faults = await run(process.execPath, [compiler, ...options, ...more, file], { cwd: folder }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
  const env = { ...process.env, COOKIE: cookie, ORIGIN: server.baseUrl }
  const { stdout } =
    faults === '' ? await run(process.execPath, [pathToFileURL(file).pathname], { env }) : { stdout: '' }
  return { faults, printed: stdout }
}

const head = `
import * as api from './client.ts'
declare const process: { env: Record<string, string> }
const { COOKIE: cookie = '', ORIGIN: origin = '' } = process.env
const as = { headers: { cookie, origin } }
`

test('the client compiles, reads views, and does an act', async () => {
  const { faults, printed } = await programOf(
    `${head}
const me = await api.getMe(as)
if (me.status !== 200) throw new Error(me.data.refused)
const saved = await api.patchMe({ name: 'Rosa Lind', timeZone: 'Europe/Lisbon' }, as)
if (saved.status !== 200) throw new Error(saved.data.refused)
const groups = await api.getGroups(as)
if (groups.status !== 200) throw new Error(groups.data.refused)
const groupId = groups.data[0]?.id ?? ''
const made = await api.postGroupsGroupIdParties(groupId, { name: 'Delta', shortName: 'Delta', timeZone: 'UTC' }, as)
if (made.status !== 201) throw new Error(made.data.refused)
const party = await api.getPartiesPartyId(made.data.id, as)
if (party.status !== 200) throw new Error(party.data.refused)
const meetings = await api.getGroupsGroupIdMeetings(groupId, { when: 'past' }, as)
if (meetings.status !== 200) throw new Error(meetings.data.refused)
console.log(JSON.stringify([typeof me.data.email, saved.data.name, party.data.can.describe, meetings.data.lines.length > 0]))
`,
    await cookieOfStart(server),
  )
  expect(faults).toBe('')
  expect(JSON.parse(printed)).toEqual(['string', 'Rosa Lind', true, true])
}, 60_000)

test('a refusal is told from others by its code, and has its facts', async () => {
  const { faults, printed } = await programOf(`${head}
const nobody = await api.getMe(as)
const asked = await api.postSignInLinks({ email: 'no address' }, as)
if (asked.status !== 400) throw new Error('It was taken.')
const field = asked.data.fields?.[0]?.field ?? ''
console.log(JSON.stringify([nobody.status === 401 && nobody.data.refused, asked.data.refused, field]))
`)
  expect(faults).toBe('')
  expect(JSON.parse(printed)).toEqual(['not-signed-in', 'invalid-input', 'email'])
}, 60_000)

test.each([
  ['a path that there is not', 'await api.getMeetingsMeetingIdNone(as)'],
  ['a parameter that is missing', 'await api.getPartiesPartyId(as)'],
  ['a field that the body does not have', "await api.patchMe({ name: 'A', timeZone: null, role: 'head' }, as)"],
  [
    'a member that the answer does not have',
    'const me = await api.getMe(as); if (me.status === 200) console.log(me.data.password)',
  ],
])(
  'a program does not compile that names %s',
  async (_, line) => {
    expect((await programOf(`${head}\n${line}\n`)).faults).toContain('program.ts')
  },
  60_000,
)

test('the document that it was made from is small enough to be read at once', async () => {
  const bytes = (await readFile(path.join(folder, 'openapi.json'))).byteLength
  expect(bytes).toBeLessThan(1_500_000)
})
