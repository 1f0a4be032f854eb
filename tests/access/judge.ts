import { expect } from 'vitest'
import type { Actor } from './actors.ts'
import type { Probe, Reply } from './probe.ts'
import type { Canary } from './world/canaries.ts'

/** Refusals for who one is, other than 403: one belongs to the thing, and another part of it acts. */
const notForYou = ['speaks-for-no-party', 'only-heads-make-heads', 'not-an-organizer']

/** How far an actor gets: 2 it is open to them, 1 they know of it, 0 it does not exist for them. */
function rank({ open, sees = [] }: Probe, actor: Actor): 0 | 1 | 2 {
  return open.includes(actor) ? 2 : sees.includes(actor) ? 1 : 0
}

/**
 * Whether the answer to this actor must be that of a missing thing. Where the path names nothing, there is nothing to miss.
 */
export function comparesToMissing(probe: Probe, actor: Actor): boolean {
  return probe.route.includes('{') && probe.told?.[actor] === undefined && rank(probe, actor) === 0
}

/** Compares an answer with what was expected; returns how many leaks it holds. */
export function judge(probe: Probe, actor: Actor, reply: Reply, missing: Reply | null): number {
  const cell = `${actor}: ${reply.status} ${reply.body.slice(0, 300)}`
  const code = codeOf(reply)
  const own = probe.told?.[actor]
  if (own !== undefined) {
    expect(code, `told otherwise: ${cell}`).toBe(own)
    return 0
  }
  switch (rank(probe, actor)) {
    case 2:
      if (probe.refused === undefined) expect(reply.status, `denied to ${cell}`).toBeLessThan(300)
      else expect(code, `not refused as expected: ${cell}`).toBe(probe.refused)
      return 0
    case 1:
      expect(reply.status === 403 || notForYou.includes(code), `not told to be for others: ${cell}`).toBe(true)
      return 0
    case 0:
      if (missing === null) expect.soft(reply.status, `open to ${cell}`).toBe(401)
      else expect.soft(reply, `not like a missing thing to ${cell}`).toEqual(missing)
      return reply.status < 400 && reply.body !== missing?.body ? 1 : 0
  }
}

function codeOf({ status, body }: Reply): string {
  return status < 400 ? '' : String((JSON.parse(body) as { refused?: unknown }).refused)
}

/** Words in an answer that are not for whoever got it. */
export function toldIn(canaries: readonly Canary[], actor: Actor, { body, headers }: Reply): readonly string[] {
  const told = canaries.filter(({ word, for: readers }) => !readers.includes(actor) && (body + headers).includes(word))
  return told.map(({ word }) => word)
}
