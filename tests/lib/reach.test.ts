import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { reachPlaces } from '#lib/db/reach.ts'
import { readSettings } from '#lib/settings.ts'

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
const reach = (env: Record<string, string>) => reachPlaces(readSettings({ DATA_DIR: newFolder(), ...env }))
const complaint = (line: string) => ({ name: 'SettingsError', mistakes: [expect.stringContaining(line)] })

let server: Server | undefined
afterEach(() => void server?.close())

/** A server that treats every connection in one way. */
async function serverThat(treats: (socket: Socket) => void): Promise<string> {
  const made = createServer((socket) => {
    socket.on('error', () => undefined)
    treats(socket)
  })
  server = made
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  const address = made.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `postgresql://ada:hunter2@127.0.0.1:${port}/concordance`
}

/** What a PostgreSQL server says when it refuses (its protocol, ErrorResponse). */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.from('E\0\0\0\0')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

test('given a folder that is not there yet, then it is made for its owner alone', async () => {
  const folder = path.join(newFolder(), 'data')
  await reach({ DATA_DIR: folder })
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test.each(['', 'below'])('given a data folder that is a file (%s), then one line says so', async (below) => {
  const file = path.join(newFolder(), 'file')
  writeFileSync(file, '')
  await expect(reach({ DATA_DIR: path.join(file, below) })).rejects.toMatchObject(
    complaint('DATA_DIR must be a folder'),
  )
})

test('given a server that is not there, then one line says so', async () => {
  const url = await serverThat(() => undefined)
  await new Promise((resolve) => server?.close(resolve))
  await expect(reach({ DATABASE_URL: url })).rejects.toMatchObject(complaint('does not answer'))
})

test('given a server that takes the connection and says nothing, then nobody waits for ever', async () => {
  const url = await serverThat(() => undefined)
  await expect(reach({ DATABASE_URL: url })).rejects.toMatchObject(complaint('does not answer'))
})

test.each([
  ['28P01', 'password authentication failed for user "ada"'],
  ['3D000', 'database "concordance" does not exist'],
])('given a server that refuses with %s, then its reason is told, and no password', async (code, message) => {
  const url = await serverThat((socket) => socket.once('data', () => socket.end(refusal(code, message))))
  const error = await reach({ DATABASE_URL: url }).catch((reason: unknown) => reason)
  expect(error).toMatchObject(complaint(message))
  expect(String(error)).not.toContain('hunter2')
})
