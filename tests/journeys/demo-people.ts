/** People of the demo group, each signed in to a browser of their own. */
import type { Browser } from 'playwright-core'
import { vi } from 'vitest'
import { say } from '#lib/words/say.ts'
import { type PersonKey, people } from '#prisma/demo/scenario/people.ts'
import type { RunningServer } from '#tests/setup/running-server.ts'
import { button, field, link, mailedLink, signIn, type Visitor, visit, visitor } from './visitor.ts'

/** Somebody of the demo at a browser, on Home. */
export async function demoVisitor(
  server: RunningServer,
  browser: Browser,
  key: PersonKey,
  screen: 'desk' | 'phone' = 'desk',
): Promise<Visitor> {
  const who = await visitor(browser, screen)
  await visit(who, `${server.baseUrl}/sign-in`)
  await signInByMail(server, who, key)
  return who
}

/** Asks on the page for signing in for a link, and follows it. */
export async function signInByMail(server: RunningServer, who: Visitor, key: PersonKey): Promise<void> {
  const { email } = people[key]
  const letters = () => server.output().split(`<${email}>`).length
  const before = letters()
  await field(who.page, say('people', 'mailLink.email')).fill(email)
  await button(who.page, say('people', 'signInSubmit')).click()
  await vi.waitUntil(() => letters() > before, { timeout: 10_000 })
  await signIn(who, await mailedLink(server, email, '/verify'))
}

/** Goes from Home into a meeting by its name, and returns its address without the step. */
export async function toMeeting(server: RunningServer, who: Visitor, title: string): Promise<string> {
  await visit(who, server.baseUrl)
  await link(who.page.getByRole('list', { name: say('home', 'meetings') }), title).click()
  await who.page.waitForURL(/\/meetings\/[0-9a-f-]+\/\w+/)
  return /^.*\/meetings\/[0-9a-f-]+/.exec(who.page.url())?.[0] ?? ''
}
