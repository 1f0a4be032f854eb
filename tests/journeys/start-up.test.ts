import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

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

  test('when another is started on the same data, then it is refused and told by whom, and the first goes on', async () => {
    const env = { ...process.env, DATA_DIR: server.dataDir, NEXT_DIST_DIR: inject('distDir') }
    const second = spawnSync(process.execPath, ['scripts/serve.ts', '--empty'], { env, encoding: 'utf8' })
    expect(second.status).toBe(1)
    expect(second.stderr).toMatch(/is in use by process \d+/)
    expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200)
  })
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
