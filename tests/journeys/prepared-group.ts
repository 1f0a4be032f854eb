/** A group that is ready to meet, brought about through the product's own API by the browsers of its people. */
import type { Browser } from 'playwright-core'
import type { RunningServer } from '#tests/setup/running-server.ts'
import { mailedLink, signIn, type Visitor, visitor } from './visitor.ts'

/** What the people of a group call things, and what they read. */
export interface PeoplesWords {
  readonly group: string
  /** Passage 1 is the title, 2 the heading, 3 to 5 are paragraphs. */
  readonly text: string
  readonly people: Readonly<Record<'admin' | 'ines' | 'tomas' | 'mara', string>>
  /** Name and short name. */
  readonly parties: Readonly<Record<'mills' | 'reed' | 'weir', readonly [string, string]>>
}

const pasted = `# The shared river

## Why two towns measure

The water does not know where one town ends.

It carries to the second what the first let in. Whoever measures alone knows half of it.

Numbers that nobody sees change nothing. They are shown within a week.
`

const inEnglish: PeoplesWords = {
  group: 'River council',
  text: pasted,
  people: { admin: 'Anna Vale', ines: 'Ines Duarte', tomas: 'Tomas Reis', mara: 'Mara Pinto' },
  parties: {
    mills: ['Upper Mills', 'Mills'],
    reed: ['Reed Harbour', 'Reed'],
    weir: ['Stone Weir', 'Weir'],
  },
}

/** Three parties with their heads, and a text that they read. */
export interface PreparedGroup {
  readonly baseUrl: string
  readonly id: string
  /** Address of the group, without a slash. */
  readonly url: string
  readonly textUrl: string
  readonly editionId: string
  readonly parties: Readonly<Record<'mills' | 'reed' | 'weir', string>>
  /** Organizer, and head of Upper Mills. */
  readonly ines: Visitor
  /** Head of Reed Harbour; he has nothing but a phone. */
  readonly tomas: Visitor
  /** Head of Stone Weir. */
  readonly mara: Visitor
}

export async function preparedGroup(
  server: RunningServer,
  browser: Browser,
  words: PeoplesWords = inEnglish,
): Promise<PreparedGroup> {
  const { baseUrl } = server
  const [admin, ines, mara] = [await visitor(browser), await visitor(browser), await visitor(browser)]
  const tomas = await visitor(browser, 'phone')
  const ask = asking(baseUrl)
  const accept = async (who: Visitor, name: string, email: string) => {
    const token = (await mailedLink(server, email, '/invitations/')).split('/').at(-1)
    await ask(who, 'POST', '/invitations/acceptances', { token, name })
  }
  await signIn(admin, server.signInLink)
  await ask(admin, 'PATCH', '/me', { name: words.people.admin, timeZone: null })
  const group = await ask<{ id: string }>(admin, 'POST', '/groups', { name: words.group, timeZone: zone })
  await ask(admin, 'POST', `/groups/${group.id}/organizer-invitations`, { email: 'ines@river.invalid' })
  await accept(ines, words.people.ines, 'ines@river.invalid')
  const party = async ([name, shortName]: readonly [string, string]) =>
    (await ask<{ id: string }>(ines, 'POST', `/groups/${group.id}/parties`, { name, shortName, timeZone: zone })).id
  const parties = {
    mills: await party(words.parties.mills),
    reed: await party(words.parties.reed),
    weir: await party(words.parties.weir),
  }
  await ask(ines, 'POST', `/parties/${parties.mills}/headship`)
  for (const [who, name, partyId, email] of [
    [tomas, words.people.tomas, parties.reed, 'tomas@reed.invalid'],
    [mara, words.people.mara, parties.weir, 'mara@weir.invalid'],
  ] as const) {
    await ask(ines, 'POST', `/parties/${partyId}/invitations`, { role: 'head', email })
    await accept(who, name, email)
  }
  const { textId } = await ask<{ textId: string }>(ines, 'POST', `/groups/${group.id}/texts/pasted`, {
    text: words.text,
  })
  await ask(ines, 'POST', `/texts/${textId}/publication`, { revision: 0 })
  const text = await ask<{ edition: { id: string } }>(ines, 'GET', `/texts/${textId}`)
  await admin.context.close()
  const url = `${baseUrl}/groups/${group.id}`
  const people = { ines, tomas, mara }
  return {
    baseUrl,
    id: group.id,
    url,
    textUrl: `${url}/texts/${textId}`,
    editionId: text.edition.id,
    parties,
    ...people,
  }
}

const zone = 'Europe/Lisbon'

/** Sends an act to the API in somebody's name, as another program would. */
export function asking(baseUrl: string) {
  return async <View = unknown>(who: Visitor, method: string, path: string, data?: unknown): Promise<View> => {
    const headers = { origin: baseUrl }
    const answer = await who.context.request.fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers,
      // The server ends a connection that nobody used for a while, at times just as it is used again: nothing was sent by it then.
      maxRetries: 1,
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return (answer.status() === 204 ? undefined : await answer.json()) as View
  }
}

/** A calendar day so many days from now, `YYYY-MM-DD`. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** A bilateral of Upper Mills and Reed Harbour that is scheduled, Mara its rapporteur; answers its address, without a slash. */
export async function scheduledBilateral(
  group: PreparedGroup,
  title: string,
  items: readonly string[],
): Promise<string> {
  const { baseUrl, ines, tomas, mara, parties, editionId } = group
  const ask = asking(baseUrl)
  const time = { wall: `${dayAhead(14)}T10:00`, timeZone: zone, durationMinutes: 120 }
  const partyIds = [parties.mills, parties.reed]
  const draft = { kind: 'bilateral', title, partyIds, time }
  const { id } = await ask<{ id: string }>(ines, 'POST', `/groups/${group.id}/meetings`, draft)
  const at = `/meetings/${id}`
  for (const name of items) {
    const { version: agendaVersion } = await ask<{ version: number }>(ines, 'GET', `${at}/agenda`)
    const citations = [{ editionId, first: 3, last: 4 }]
    await ask(ines, 'POST', `${at}/items`, { agendaVersion, kind: 'cooperation', title: name, minutes: 30, citations })
  }
  await ask(ines, 'POST', `${at}/schedule`, { time })
  const weir = await ask<{ members: readonly { personId: string }[] }>(mara, 'GET', `/parties/${parties.weir}`)
  await ask(ines, 'PUT', `${at}/offices/rapporteur`, { personId: weir.members[0]?.personId })
  await ask(tomas, 'POST', `${at}/offices/rapporteur/accept`)
  return `${group.url}${at}`
}
