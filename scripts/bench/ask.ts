/** One request at a time, over one connection that stays open. */
import { Agent, request } from 'node:http'
import type { Instance } from './instance.ts'

export interface Answer {
  readonly body: Buffer
  readonly ms: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** @throws Error when the answer is no success; with `refused`, when it is not this refusal. */
export function ask(
  { baseUrl }: Pick<Instance, 'baseUrl'>,
  path: string,
  cookie: string,
  {
    method = 'GET',
    body,
    type = 'application/json',
    encoding = 'identity',
    refused,
    ofItsOwn = false,
  }: {
    method?: string
    body?: string | Buffer
    type?: string
    encoding?: string
    refused?: string
    /** Over a connection of its own, beside whatever else is asked. */
    ofItsOwn?: boolean
  } = {},
): Promise<Answer> {
  const headers = {
    ...{ cookie, origin: baseUrl, 'accept-encoding': encoding },
    ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
  }
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const sent = request(baseUrl + path, { method, headers, agent: ofItsOwn ? false : agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const answer = { body: Buffer.concat(parts), ms: performance.now() - started }
        const { statusCode = 0 } = response
        const expected = refused === undefined ? statusCode >= 200 && statusCode < 300 : says(answer.body, refused)
        if (expected) resolve(answer)
        else reject(new Error(`${method} ${path}: ${statusCode} ${answer.body.subarray(0, 400)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function says(body: Buffer, refused: string): boolean {
  return body.includes(`"refused":"${refused}"`)
}
