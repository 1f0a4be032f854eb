/** How the server says no before anything of the product has run: in the API's form, as a calm page, or in one line. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from '#domain/refusal.ts'
import { problem } from '#lib/api/answer.ts'
import { barePolicy, securityHeaders } from '#lib/api/security-headers.ts'
import { inLanguage, languageHere } from '#lib/words/context.ts'
import { languageFor } from '#lib/words/offered.ts'
import { say } from '#lib/words/say.ts'

/** How long what a refused client still sends is read and thrown away, so that it can read the answer, in milliseconds. */
const drainMs = 2_000

/** Answers with a refusal. What comes of the request's body is not kept, and the connection ends unless all of it has come. */
export async function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): Promise<void> {
  const language = languageFor(null, request.headers['accept-language'])
  return inLanguage(language.tag, () => answerWith(request, response, refusal))
}

async function answerWith(request: IncomingMessage, response: ServerResponse, refusal: Refusal): Promise<void> {
  const answer = problem(refusal)
  const isApi = request.url?.startsWith('/api/') === true
  const { type, body, policy } = isApi ? await asProblem(answer) : asked(request) ? page(refusal) : line(refusal)
  if (response.headersSent || response.destroyed) return
  const headers = [
    ...securityHeaders(),
    ...answer.headers,
    ['content-type', type],
    ['content-security-policy', policy],
  ] as const
  for (const [name, value] of headers) response.setHeader(name, value)
  response.statusCode = answer.status
  if (!request.complete) endAfter(request, response)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Some clients read an answer only once they have sent everything: they may go on for a moment, unread. */
function endAfter(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close')
  const { socket } = request
  const timer = setTimeout(() => socket.destroy(), drainMs)
  socket.once('close', () => clearTimeout(timer))
  request.on('error', () => undefined)
  request.resume()
}

interface Form {
  readonly type: string
  readonly body: string
  /** What the answer may load: nothing but what it names itself. */
  readonly policy: string
}

async function asProblem(answer: Response): Promise<Form> {
  return { type: 'application/problem+json', body: await answer.text(), policy: barePolicy }
}

function line(refusal: Refusal): Form {
  return { type: 'text/plain; charset=utf-8', body: `${wordsOf(refusal)}\n`, policy: barePolicy }
}

/** Whether somebody looks at it. */
function asked({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true
}

const sheet = `:root{color-scheme:light dark}body{margin:0;padding:20vh 1.5rem;font:1.125rem/1.6 Georgia,serif}main{max-width:36rem;margin:auto}h1{font-size:1.5rem;line-height:1.3}`
const sheetHash = createHash('sha256').update(sheet).digest('base64')

/** Without scripts, pictures and fonts: whoever is asked to wait loads nothing. */
function page(refusal: Refusal): Form {
  const { tag, direction } = languageHere()
  const body = `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(say('server', 'title'))}</title><style>${sheet}</style></head><body><main><h1>${escaped(wordsOf(refusal))}</h1><p>${escaped(say('server', 'nothingLost'))}</p><p><a href="">${escaped(say('server', 'again'))}</a></p></main></body></html>`
  return { type: 'text/html; charset=utf-8', body, policy: `${barePolicy}; style-src 'sha256-${sheetHash}'` }
}

function wordsOf({ refused, ...facts }: Refusal): string {
  return say('refusals', refused, facts)
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
