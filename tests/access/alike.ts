import type { Reply } from './probe.ts'

/**
 * An answer without what differs between any two of the same thing: nonces, the request's id, the numbers of its rows and the
 * scaffolding by which late pieces find their place. What is left is all that it says, in the order in which it is sent.
 */
export function saidBy(reply: Reply): object {
  const { status, headers, body: page } = withoutRequest(reply)
  return { status, headers, rows: pieces(rowsOf(page)), marks: pieces(marksOf(page)) }
}

/** An answer without its nonce and the request's id, of which no two have the same. */
export function withoutRequest({ status, body, headers }: Reply): Reply {
  const nonce = /'nonce-([^']+)'/.exec(headers)?.[1] ?? 'no nonce'
  const requestId = /"([\w-]{21})[vm]",\{"children":/.exec(body.replaceAll('\\"', '"'))?.[1] ?? 'no request id'
  const clean = (text: string): string => text.replaceAll(nonce, 'nonce').replaceAll(requestId, 'request-id')
  return { status, body: clean(body.replaceAll(betweenPieces, '')), headers: clean(headers) }
}

/** Where one piece of what is written into a page ends and the next begins, which may be within a nonce. */
const betweenPieces = /"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g

/** How an answer ends: what the components throw stands in the answer itself where its status was sent before. */
export function outcomeOf({ status, body, headers }: Reply): 'open' | 'missing' | 'sign-in' {
  if (status === 404 || body.includes('NEXT_HTTP_ERROR_FALLBACK;404')) return 'missing'
  if (status === 307 && headers.includes('"/sign-in?to=')) return 'sign-in'
  return /NEXT_REDIRECT;\w+;\/sign-in\?to=/.test(body) ? 'sign-in' : 'open'
}

/** What the components say, as React writes it into the page, or sends it alone; without the numbers of its rows. */
function rowsOf(page: string): readonly string[] {
  const scripts = [...page.matchAll(/self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs)]
  const written = scripts.map((match) => String((JSON.parse(String(match[1])) as unknown[])[1])).join('')
  const sent = page.startsWith('<') ? written : page
  return sent.split('\n').map((row) => row.replace(/^[0-9a-f]*:/, '').replaceAll(/"\$[L@]?[0-9a-f]+(:[^"]*)?"/g, '"$"'))
}

/** Tags and texts, without the scaffolding by which late pieces find their place. */
function marksOf(page: string): readonly string[] {
  if (!page.startsWith('<')) return []
  return page
    .replaceAll(/<script\b.*?<\/script>|<!--.*?-->|<template\b.*?<\/template>|<div hidden[^>]*>/gs, '')
    .split(/(?=<)|(?<=>)/)
}

function pieces(of: readonly string[]): readonly string[] {
  return of.filter((piece) => piece !== '')
}
