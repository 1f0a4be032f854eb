import { expect } from 'vitest'
import type { Actor } from './actors.ts'
import type { Probe, Reply } from './probe.ts'
import { sees } from './table.ts'
import { type Canaries, marksIn } from './world/canaries.ts'

/** Refusals for who one is, other than 403: one belongs to the thing, and another part of it acts. */
const notForYou = ['speaks-for-no-party', 'only-heads-make-heads', 'not-an-organizer']

/** How far an actor gets: 2 it is open to them, 1 they know of it, 0 it does not exist for them. */
function rank({ open, sees = [] }: Probe, actor: Actor): 0 | 1 | 2 {
  return open.includes(actor) ? 2 : sees.includes(actor) ? 1 : 0
}

/** Whether the probe lets this actor through, to whatever is there. */
export function isOpenTo(probe: Probe, actor: Actor): boolean {
  return rank(probe, actor) === 2 && probe.refused === undefined && probe.told?.[actor] === undefined
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

/** What an answer tells of that is not for whoever got it, by the table; also what is of another world. */
export function toldIn(canaries: Canaries, actor: Actor | null, { body, headers }: Said): readonly string[] {
  return [...marksIn(body + headers)].flatMap((mark) => {
    const canary = canaries.get(mark)
    // Whoever runs the instance knows the groups of every world by their names.
    if (canary === undefined && actor === 'instance-admin' && mark.endsWith('-foreign-group-end')) return []
    if (canary === undefined) return mark.startsWith('canary-') ? `${mark} of another world` : []
    return actor !== null && canary.for.includes(actor) ? [] : canary.thing
  })
}

/** The things of the table that an answer tells of. */
export function shownIn(canaries: Canaries, { body, headers }: Said): ReadonlySet<string> {
  return new Set([...marksIn(body + headers)].flatMap((mark) => canaries.get(mark)?.thing ?? []))
}

type Said = Pick<Reply, 'body' | 'headers'>

/**
 * What an open answer should tell this actor and does not: of the things that it is for, those that the table grants them.
 *
 * @param shows the things that the route or page is for (tests/access/shows.ts).
 */
export function missedIn(canaries: Canaries, actor: Actor, reply: Said, shows: readonly string[]): readonly string[] {
  const shown = shownIn(canaries, reply)
  return shows.filter((thing) => sees(actor, thing) && !shown.has(thing))
}
