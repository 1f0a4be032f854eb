import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { freePort } from '#tests/setup/server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('given a server that was just started', () => {
  test('when its health is asked for, then it is well and says nothing more', async () => {
    const answer = await fetch(`${server.baseUrl}/api/health`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('ok\n')
  })

  test('then it says that messages appear in the terminal, and prints its address', () => {
    expect(server.output()).toContain('No mail server is set')
    expect(server.output()).toContain(server.baseUrl)
  })

  test('when the printed link is opened in a browser, then the page shows, and no script or policy fails', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const answer = await page.goto(server.signInLink)
    expect(answer?.status()).toBe(200)
    expect(complaints).toEqual([])
  })

  test('when its link ran out, then the page says how to get another, and a command prints one while it runs', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.baseUrl}/verify?token=${'A'.repeat(43)}&to=/welcome`)
    await page.getByText('npm run sign-in-link').waitFor()
    const { port } = new URL(server.baseUrl)
    const env = { ...process.env, DATA_DIR: server.dataDir, PORT: port, BASE_URL: server.baseUrl }
    const command = (more: Readonly<Record<string, string>> = {}) =>
      spawnSync(process.execPath, ['scripts/set-up/print-link.ts'], { env: { ...env, ...more }, encoding: 'utf8' })
    const { status, stdout } = command()
    expect(status).toBe(0)
    const [printed = ''] = /http\S+token=\S+/.exec(stdout) ?? []
    expect(printed).not.toBe(server.signInLink)
    await page.goto(printed)
    await page.getByRole('button').click()
    await page.waitForURL(/\/welcome$/)
    const elsewhere = command({ PORT: String(await freePort()) })
    expect(elsewhere.status).toBe(1)
    expect(elsewhere.stderr).toMatch(/No server answers/)
    expect(statSync(path.join(server.dataDir, `sign-in-${port}.sock`)).mode & 0o777).toBe(0o600)
  })

  test('when another is started on the same data, then it is refused and told by whom, and the first goes on', async () => {
    const second = startAnother(['--empty'], { DATA_DIR: server.dataDir, PORT: String(await freePort()) })
    expect(second.status).toBe(1)
    expect(second.stderr).toMatch(/is in use by process \d+/)
    expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200)
  })

  test('when another is started on its port, then it is refused before it makes a database', () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
    const { port } = new URL(server.baseUrl)
    const second = startAnother(['--empty'], { DATA_DIR: dataDir, PORT: port })
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`Port ${port} is in use`)
    expect(readdirSync(dataDir)).toEqual([])
  })
})

/** Starts a server that is to be refused. */
function startAnother(args: readonly string[], env: Readonly<Record<string, string>>) {
  const all = { ...process.env, NEXT_DIST_DIR: inject('distDir'), ...env }
  return spawnSync(process.execPath, ['scripts/serve.ts', ...args], { env: all, encoding: 'utf8' })
}

test.each([
  ['an address of another machine', { HOST: '192.0.2.1' }, [], /HOST must be an address of this machine/],
  ['a data folder below a file', { DATA_DIR: path.resolve('package.json', 'data') }, [], /DATA_DIR must be a folder/],
  ['the demo group and its opposite', {}, ['--empty', '--demo'], /takes --empty .* or --demo/],
])('given %s, when a server is started, then one line says what to mend, and no stack', async (_, env, args, line) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
  const refused = startAnother(args, { DATA_DIR: dataDir, PORT: String(await freePort()), ...env })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toMatch(line)
  expect(refused.stderr).not.toMatch(/^ +at /m)
  expect(readdirSync(dataDir)).toEqual([])
})

test('given a request that never gets to its end, when the server is told to stop, then it ends cleanly', async () => {
  const own = await startServer()
  const { hostname, port } = new URL(own.baseUrl)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  // The server resets what never became a request: that is no error here.
  socket.on('error', () => undefined)
  socket.write('POST /api/v1/groups HTTP/1.1\r\nHost: never-')
  expect(await own.stop()).toBe(0)
  expect(own.output()).not.toContain('did not end in time')
})
