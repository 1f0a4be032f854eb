import type { Problem } from './answer.ts'

export type Sent<View> = { readonly ok: true; readonly view: View } | { readonly ok: false; readonly problem: Problem }

/** Event of the window: an act was refused because nobody is signed in here any more. */
export const signedOutEvent = 'signed-out'

/** Event of the window: an act was done, whichever part of the page sent it. */
export const doneEvent = 'act-done'

/**
 * Sends one act from the browser to this instance's API. `key` makes it one act however often it is sent (a double click,
 * a retry after a lost connection). Throws only when no answer came at all.
 */
export async function send<View = unknown>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  key: string,
): Promise<Sent<View>> {
  const sendsBytes = body instanceof Blob
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      'idempotency-key': key,
      // A refusal is told in the language of the page that shows it.
      'accept-language': document.documentElement.lang,
      ...(sendsBytes ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: sendsBytes ? body : JSON.stringify(body) }),
  })
  if (!response.ok) {
    const problem: Problem = await response.json()
    if (problem.refused === 'not-signed-in') window.dispatchEvent(new Event(signedOutEvent))
    return { ok: false, problem }
  }
  window.dispatchEvent(new Event(doneEvent))
  return { ok: true, view: response.status === 204 ? (undefined as View) : await response.json() }
}
