import { type Held, heldMeeting } from '#tests/setup/meetings.ts'

/** Runs both at once, in turn starting with the one or the other. */
export async function race<A, B>(round: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return Promise.all([one(), other()])
  const [second, first] = await Promise.all([other(), one()])
  return [first, second]
}

/** The meeting of a round, of so many parties: a new one after a hundred rounds, for none holds conclusions without end. */
export function meetingsOf(parties: number): (round: number) => Promise<Held> {
  let held: Promise<Held> | null = null
  return (round) => {
    if (held === null || round % 100 === 0) held = heldMeeting(parties)
    return held
  }
}
