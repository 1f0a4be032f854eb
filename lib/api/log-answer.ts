/** What the log says of an answer: every change and every denial once, without secrets or contents (SECURITY.md, promise 17). */
import { log } from '#lib/log.ts'

interface Asked {
  readonly method: string
  /** The pattern of the route, never the path. */
  readonly route: string
  /** Who asked; null: nobody who is signed in. */
  readonly personId: string | null
}

/** Not signed in, not entitled, not found or hidden, not in this state, too often: what a look is refused with. */
const denied = new Set([401, 403, 404, 409, 429])

/** Logs one line, at the level `info`, when something was to be changed or was denied. `took` is in milliseconds. */
export async function logAnswer(asked: Asked, answer: Response, took: number): Promise<void> {
  if (!log().isLevelEnabled('info') || !(isWrite(asked.method) || denied.has(answer.status))) return
  const refused = await refusalIn(answer)
  const facts = { ...asked, status: answer.status, ms: Math.round(took) }
  log().info(refused === undefined ? facts : { ...facts, refused }, refused === undefined ? 'done' : 'refused')
}

/** The code of the refusal that an answer carries (lib/api/answer.ts). */
async function refusalIn(answer: Response): Promise<string | undefined> {
  if (answer.headers.get('content-type') !== 'application/problem+json') return undefined
  const { refused }: { refused: string } = await answer.clone().json()
  return refused
}

/** Whether a request with this method may change something. */
export function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
