/** The browser's client of the API. What it may send where, and what comes back, the routes say themselves (lib/api/contract.ts). */
import type { Call, MadeBy, ProblemOf, ReadAddress, Sendable, ViewOf, WriteAddress } from './contract.ts'
import { openedAs } from './opened-as.ts'

/** What came of what was sent: what was asked for, or why not. */
export type Sent<View, Problem> =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly problem: Problem }

/** Event of the window: an act was refused because nobody is signed in here any more. */
export const signedOutEvent = 'signed-out'

/** Event of the window: whoever is signed in here acts as somebody else from now on. */
export const becameAnotherEvent = 'became-another'

/** Event of the window: an act was done, whichever part of the page sent it. */
export const doneEvent = 'act-done'

/** Sends one act from the browser to this instance's API. Throws only when no answer came at all. */
export function send<A extends WriteAddress>(act: Call<A>): Promise<Sent<ViewOf<A>, ProblemOf<A>>> {
  return sendWith(act, crypto.randomUUID())
}

/**
 * Sends one act from the browser that is tried again after a lost connection: `key` makes it one act however often it is sent. What
 * was done already is answered with the ids alone of what it made.
 */
export function sendUnderKey<A extends WriteAddress>(
  act: Call<A>,
  key: string,
): Promise<Sent<MadeBy<A>, ProblemOf<A>>> {
  return sendWith(act, key)
}

/** Asks the API for a view. Throws only when no answer came at all, or when `signal` ended the question. */
export async function read<A extends ReadAddress>(
  question: Call<A>,
  signal?: AbortSignal,
): Promise<Sent<ViewOf<A>, ProblemOf<A>>> {
  return sentIn(await fetch(pathOf(question), signal === undefined ? {} : { signal }))
}

/** Where a route that only reads is found: for a link to a file. */
export function hrefOf<A extends ReadAddress>(question: Call<A>): string {
  return pathOf(question)
}

async function sendWith<View, Problem extends { readonly refused: string }>(
  act: Sendable,
  key: string,
): Promise<Sent<View, Problem>> {
  const { body } = act
  const sendsBytes = body instanceof Blob
  const opened = noteOpener()
  const response = await fetch(pathOf(act), {
    method: act.route.slice(0, act.route.indexOf(' ')),
    headers: {
      'idempotency-key': key,
      // A refusal is told in the language of the page that shows it.
      'accept-language': document.documentElement.lang,
      ...(sendsBytes ? {} : { 'content-type': 'application/json' }),
      ...(opened === undefined ? {} : { [openedAs]: opened }),
    },
    ...(body === undefined ? {} : { body: sendsBytes ? body : JSON.stringify(body) }),
  })
  const sent = await sentIn<View, Problem>(response)
  if (sent.ok) window.dispatchEvent(new Event(doneEvent))
  else if (sent.problem.refused === 'not-signed-in') window.dispatchEvent(new Event(signedOutEvent))
  return sent
}

let opener: string | undefined

/**
 * Who opened this page, noted before it is first renewed: what is fetched into it later may be shown to another and say so, and what was typed
 * into it was typed by them. Undefined: nobody is signed in.
 */
export function noteOpener(): string | undefined {
  opener ??= document.querySelector<HTMLElement>('[data-viewer]')?.dataset.viewer
  return opener
}

/** The path of a route with its parameters filled in. */
function pathOf({ route, params = {}, query = {} }: Sendable): string {
  const path = route.slice(route.indexOf(' ') + 1)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/api/v1${filled}${asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`}`
}

async function sentIn<View, Problem>(response: Response): Promise<Sent<View, Problem>> {
  if (!response.ok) return { ok: false, problem: await response.json() }
  return { ok: true, view: response.status === 204 ? undefined : await response.json() }
}
