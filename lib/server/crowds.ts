/**
 * In which meeting somebody acts, as far as this process has proven lately that they see what stands in it. Acts on one meeting wait for
 * each other in the database. Turns go round from meeting to meeting by it, so that two hundred people who answer one version at once do
 * not hold up those of another meeting. It opens nothing. Whoever may not see what stands in a meeting waits for nobody there: how long they
 * wait must not tell them that others act in it.
 */

/** How many are remembered of each kind; the oldest goes first. */
const most = 20_000
/** How long it counts that somebody saw a meeting, in milliseconds: a right may end. */
const LASTS_MS = 600_000

interface Kept {
  /** When it was proven last, by person and meeting. */
  readonly seen: Map<string, number>
  /** The meeting of a conclusion, which never changes. */
  readonly meetings: Map<string, string>
}

// The server's bundles each hold a copy of this module; what was proven is kept on the global object.
const slot = globalThis as { concordanceCrowds?: Kept }

function kept(): Kept {
  slot.concordanceCrowds ??= { seen: new Map(), meetings: new Map() }
  return slot.concordanceCrowds
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.size > most ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
}

/** Notes that somebody sees what stands in a meeting: it was proven in this moment. */
export function noteSeesMeeting(personId: string, meetingId: string): void {
  keep(kept().seen, `${personId} ${meetingId}`, Date.now())
}

/** Notes to which meeting a conclusion belongs. */
export function noteMeetingOf(conclusionId: string, meetingId: string): void {
  keep(kept().meetings, conclusionId, meetingId)
}

const ACTED_ON = /\/(meetings|conclusions)\/([0-9a-f-]{36})(?:\/|$)/i

/** The meeting on which a request to this path acts, if its person was proven lately to see what stands in it; null: it is not known. */
export function meetingActedOn(personId: string, pathname: string): string | null {
  const [, noun, id = ''] = ACTED_ON.exec(pathname) ?? []
  const meetingId = noun?.toLowerCase() === 'conclusions' ? kept().meetings.get(id.toLowerCase()) : id.toLowerCase()
  const at = kept().seen.get(`${personId} ${meetingId}`)
  return meetingId !== undefined && at !== undefined && Date.now() - at < LASTS_MS ? meetingId : null
}
