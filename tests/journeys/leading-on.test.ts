/** Acts that lead to another page: what they changed is true there, in its frame, on the page before it and in other tabs. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { asking, dayAhead, type PreparedGroup, preparedGroup, scheduledBilateral } from './prepared-group.ts'
import {
  awake,
  button,
  expectSound,
  field,
  heading,
  link,
  mailedLink,
  signIn,
  type Visitor,
  visit,
  visitor,
} from './visitor.ts'

let server: RunningServer
let browser: Browser
let group: PreparedGroup
let ask: ReturnType<typeof asking>

/** The files with acts that lead on, as they are walked below. */
const walked = new Set<string>()

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  group = await preparedGroup(server, browser)
  ask = asking(server.baseUrl)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What a page shows and offers, without what is only said once. */
function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement
    const passing = 'script, style, template, dialog, [role=status], [role=alert], [aria-live], next-route-announcer'
    for (const one of body.querySelectorAll(passing)) one.remove()
    const offers = [...body.querySelectorAll('a, button, input, select, textarea')].map(
      (one) =>
        `${one.tagName} ${one.getAttribute('href') ?? ''} ${one.getAttribute('aria-current') ?? ''} ${one.textContent}`,
    )
    return [document.title, (body.textContent ?? '').replaceAll(/\s+/g, ' '), ...offers].join('\n')
  })
}

/** The page comes to show what a page that is loaded now shows, without being loaded again. */
async function expectTrue({ context, page }: Visitor): Promise<void> {
  await awake(page)
  const fresh = await context.newPage()
  await fresh.goto(page.url())
  await awake(fresh)
  // A page about something that is gone is drawn by its script alone.
  await fresh.waitForFunction(() => document.title !== '' && document.querySelector('main')?.textContent)
  const truth = await shown(fresh)
  const address = fresh.url()
  await fresh.close()
  const now = await vi
    .waitUntil(async () => ((await shown(page)) === truth ? truth : null), { timeout: 4000, interval: 100 })
    .catch(() => shown(page))
  expect(now).toBe(truth)
  expect(page.url().replace(/#.*/, '')).toBe(address.replace(/#.*/, ''))
}

/** Walks an act: it leads to an address like this, and everything is true there and, where that still exists, on the page before. */
async function walk(who: Visitor, file: string, act: () => Promise<unknown>, to: RegExp, back = true): Promise<void> {
  const { page } = who
  walked.add(file)
  await act()
  await page.waitForURL(to)
  await expectTrue(who)
  if (!back) return
  await page.goBack()
  await page.waitForURL((url) => !to.test(url.href))
  await expectTrue(who)
}

const id = '[0-9a-f-]{36}'

describe('given an organizer', () => {
  test('when she makes a party, then it is true on its page and in the list', async () => {
    const { ines } = group
    await visit(ines, `${group.url}/parties`)
    await field(ines.page, say('parties', 'form.name')).fill('Lower Ferry')
    await field(ines.page, say('parties', 'form.shortName')).fill('Ferry')
    const make = () => button(ines.page, say('parties', 'form.create')).click()
    await walk(ines, 'parties/components/party-form.tsx', make, new RegExp(`/parties/${id}$`))
  })

  test('when she brings in a text, throws it away, brings it in again and publishes it, then each page is true', async () => {
    const { ines } = group
    const { page } = ines
    const paste = async () => {
      await field(page, say('texts', 'new.paste')).fill(
        '# The ferry\n\nIt crosses twice a day.\n\nIt waits for nobody.\n',
      )
      await button(page, say('texts', 'new.send')).click()
    }
    await visit(ines, `${group.url}/texts`)
    await visit(ines, `${group.url}/texts/new`)
    await walk(ines, 'texts/components/import-form.tsx', paste, /\/import$/, false)
    const discard = async () => {
      await button(page, say('texts', 'draftPage.discard')).click()
      await button(page.getByRole('dialog'), say('texts', 'draftPage.discardNow')).click()
    }
    await walk(ines, 'texts/components/draft-preview.tsx', discard, /\/texts\/new$/, false)
    await paste()
    await page.waitForURL(/\/import$/)
    await awake(page)
    const publish = async () => {
      await button(page, say('texts', 'draftPage.publish')).click()
    }
    await walk(ines, 'texts/components/draft-preview.tsx', publish, new RegExp(`/texts/${id}([?#].*)?$`), false)
    await expectSound(ines)
    await link(page, say('texts', 'next.plan')).click()
    await page.waitForURL(/\/meetings\/new$/)
    await page.goBack()
    const takeBack = () => button(page, say('texts', 'takeBack.button')).click()
    await walk(ines, 'texts/components/take-back.tsx', takeBack, /\/import$/, false)
    // What was taken back is said, and no older offer to take something back is left.
    const toasts = page.locator('.toast')
    await toasts.getByText(say('components', 'page.undone')).waitFor()
    expect(await toasts.getByRole('button', { name: say('components', 'page.undo') }).count()).toBe(0)
  })

  test('when she gives homework on a text, then its page shows it', async () => {
    const { ines } = group
    const { page } = ines
    await visit(ines, `${group.textUrl}/p/3`)
    await visit(ines, `${group.textUrl}/assign?first=3`)
    const assign = async () => {
      await page.getByRole('radio', { name: say('preparation', 'asRole.organizer') }).check()
      await page.getByRole('checkbox', { name: 'Reed Harbour' }).check()
      await button(page, say('preparation', 'form.submit')).click()
    }
    await walk(ines, 'preparation/components/assign-form.tsx', assign, /\/p\/3$/)
  })

  test('when she makes the draft of a meeting, then its plan is true', async () => {
    const { ines } = group
    const { page } = ines
    await visit(ines, `${group.url}/meetings`)
    await visit(ines, `${group.url}/meetings/new`)
    const make = async () => {
      await page.getByRole('radio', { name: say('meetings', 'kind.bilateral'), exact: true }).check()
      await page.getByRole('checkbox', { name: 'Upper Mills' }).check()
      await page.getByRole('checkbox', { name: 'Reed Harbour' }).check()
      await field(page, say('meetings', 'begin.name')).fill('Where the ferry lands')
      await button(page, say('meetings', 'begin.create')).click()
    }
    await walk(ines, 'meetings/components/new-meeting-form.tsx', make, /\/plan$/, false)
    // Paper says what is planned; nothing is filled in on it.
    await page.locator('#schedule').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.locator('main').locator('#schedule:visible, form:visible, button:not([data-term]):visible').count(),
    ).toBe(0)
    await page.emulateMedia({ media: null })
  })
})

describe('given a bilateral that is running', () => {
  let meeting: string
  let at: string
  let conclusion: string

  beforeAll(async () => {
    meeting = await scheduledBilateral(group, 'Landing', ['Who pays'])
    at = new URL(meeting).pathname.replace(/.*\/meetings/, '/meetings')
    await ask(group.ines, 'POST', `${at}/open`)
  })

  test('when a draft is begun and changed, then its page is true, and so are the pages before', async () => {
    const { ines } = group
    const { page } = ines
    await visit(ines, `${meeting}/conclusions`)
    await visit(ines, `${meeting}/conclusions/new`)
    const begin = async () => {
      await field(page, say('conclusions', 'form.name')).fill('The landing')
      await field(page, say('conclusions', 'form.kind')).selectOption('common-position')
      await field(page, say('conclusions', 'form.wording')).fill('Both towns pay for the landing.')
      await button(page, say('conclusions', 'form.saveNew')).click()
    }
    await walk(ines, 'conclusions/components/draft-form.tsx', begin, new RegExp(`/conclusions/${id}$`), false)
    conclusion = page.url().split('/').at(-1) ?? ''
    await link(page, say('conclusions', 'acts.revise')).click()
    await page.waitForURL(/\/edit$/)
    await awake(page)
    const change = async () => {
      await field(page, say('conclusions', 'form.wording')).fill('Both towns pay for the landing, in halves.')
      await button(page, say('conclusions', 'form.saveEdit', { next: 2 })).click()
    }
    await walk(ines, 'conclusions/components/draft-form.tsx', change, new RegExp(`/conclusions/${id}$`))
  })

  test('when a divergence is recorded, then its page is true, and the draft it ended says so when one goes back', async () => {
    const { ines, tomas } = group
    const path = `/conclusions/${conclusion}`
    await ask(ines, 'POST', `${path}/put`, { version: 2 })
    await ask(ines, 'POST', `${path}/stances`, { version: 2, answer: { kind: 'consent' } })
    await ask(tomas, 'POST', `${path}/stances`, { version: 2, answer: { kind: 'object', reason: 'Not in halves' } })
    await visit(ines, `${meeting}${path}`)
    walked.add('conclusions/components/text-form.tsx')
    const diverge = async () => {
      await button(ines.page, say('conclusions', 'acts.diverge')).click()
      await button(ines.page.getByRole('dialog'), say('conclusions', 'acts.divergeSend')).click()
    }
    const elsewhere = new RegExp(`/conclusions/(?!${conclusion})${id}$`)
    await walk(ines, 'conclusions/components/acts.tsx', diverge, elsewhere)
  })

  test('when it is closed, then its frame says so, here, on the page before and in the other tabs', async () => {
    const { ines } = group
    const { page } = ines
    const tab = await ines.context.newPage()
    await tab.goto(`${meeting}/plan`)
    await awake(tab)
    await visit(ines, `${meeting}/floor`)
    await link(page, say('floor', 'close')).click()
    await page.waitForURL(/\/floor\/close$/)
    await awake(page)
    const close = async () => {
      await page.getByRole('radio', { name: say('floor', 'closing.settled') }).check()
      await button(page, say('floor', 'closing.submit')).click()
    }
    await walk(ines, 'meetings/components/closing-form.tsx', close, /\/conclusions$/)
    await expectTrue({ ...ines, page: tab })
    expect(await shown(tab)).toContain(say('meetings', 'state.closed'))
    await tab.close()
    // Back from there nothing is to be closed any more: one is led to where the meeting stands.
    await page.goBack()
    await page.waitForURL(
      (url) => url.pathname.startsWith(new URL(meeting).pathname) && !url.pathname.endsWith('/close'),
    )
    await expectTrue(ines)
    await expectSound(ines)
  })
})

/** Does an act after which one stays, and whose frame says how the meeting stands now; all that is shown is true then. */
async function stays(
  who: Visitor,
  act: () => Promise<unknown>,
  state: 'scheduled' | 'open' | 'cancelled',
): Promise<void> {
  const at = who.page.url()
  await act()
  await who.page
    .locator('header')
    .getByText(say('meetings', `state.${state}`), { exact: true })
    .waitFor()
  await expectTrue(who)
  expect(who.page.url()).toBe(at)
}

describe('given a meeting that is planned and held', () => {
  let plan: string

  beforeAll(async () => {
    const { ines, parties } = group
    const partyIds = [parties.mills, parties.reed]
    const time = { wall: `${dayAhead(9)}T10:00`, timeZone: 'Europe/Lisbon', durationMinutes: 60 }
    const draft = { kind: 'bilateral', title: 'Who mends the weir', partyIds, time }
    const { id: meetingId } = await ask<{ id: string }>(ines, 'POST', `/groups/${group.id}/meetings`, draft)
    plan = `${group.url}/meetings/${meetingId}/plan`
  })

  test('when it is scheduled and opened, then the frame says so where one stands; what comes next is offered there', async () => {
    const { ines } = group
    const { page } = ines
    await visit(ines, plan)
    await page.getByRole('heading', { name: say('meetings', 'next.draft') }).waitFor()
    await stays(ines, () => button(page, say('meetings', 'schedule.submit')).click(), 'scheduled')
    await page.waitForFunction(() => document.querySelector('#next')?.getBoundingClientRect().top ?? -1 >= 0)
    await page.getByRole('heading', { name: say('meetings', 'next.scheduledYours') }).waitFor()
    await expectSound(ines)
    await link(page, say('meetings', 'next.assign')).click()
    await page.waitForURL(/\/prepare#assign$/)
    await awake(page)
    await visit(ines, plan.replace(/plan$/, 'floor'))
    await stays(ines, () => button(page, say('floor', 'open')).click(), 'open')
  })

  test('when it is closed, then its minutes are offered on the page that one comes to and on Home, and are put', async () => {
    const { ines } = group
    const { page } = ines
    const title = 'Who mends the weir'
    await visit(ines, plan.replace(/plan$/, 'floor/close'))
    await button(page, say('floor', 'closing.submit')).click()
    await page.waitForURL(/\/conclusions$/)
    await expectSound(ines)
    await visit(ines, group.baseUrl)
    await link(page.getByRole('main'), say('home', 'next.line.put-minutes', { title }))
      .first()
      .click()
    await page.waitForURL(/\/record#standing$/)
    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/')
    await visit(ines, plan.replace(/plan$/, 'conclusions'))
    await link(page, say('conclusions', 'list.toMinutes')).click()
    await page.waitForURL(/\/record$/)
    await awake(page)
    await button(page, say('records', 'put.label')).click()
    await button(page.getByRole('dialog'), say('records', 'put.confirm')).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await button(page, say('records', 'put.label')).waitFor({ state: 'detached' })
    await expectTrue(ines)
  })

  test('when a meeting is cancelled, then its frame says so', async () => {
    const { ines } = group
    const { page } = ines
    const meeting = await scheduledBilateral(group, 'Called off', ['Nothing'])
    await visit(ines, `${meeting}/plan`)
    const cancel = async () => {
      await button(page, say('meetings', 'when.cancel')).click()
      const dialog = page.getByRole('dialog')
      await field(dialog, say('meetings', 'cancel.reason')).fill('The weir is mended')
      await button(dialog, say('meetings', 'cancel.confirm')).click()
    }
    await stays(ines, cancel, 'cancelled')
  })

  test('when a proposal is declined, then another time is offered, to the same party', async () => {
    const { mara, tomas, parties } = group
    const { page } = mara
    const between = { partyId: parties.reed, withPartyId: parties.weir, message: '' }
    const time = { wall: `${dayAhead(6)}T10:00`, timeZone: 'Europe/Lisbon', durationMinutes: 60 }
    const proposal = { ...between, title: 'The sluice', time }
    const made = await ask<{ id: string }>(tomas, 'POST', `/groups/${group.id}/meetings/proposals`, proposal)
    await visit(mara, `${group.url}/meetings/${made.id}/plan`)
    await button(page, say('meetings', 'offer.decline')).click()
    await button(page.getByRole('dialog'), say('meetings', 'offer.decline')).click()
    await link(page, say('meetings', 'next.propose', { party: 'Reed' })).click()
    await page.waitForURL(/\/meetings\/new\?with=/)
    await awake(page)
    expect(await field(page, say('meetings', 'begin.ask')).inputValue()).toBe(parties.reed)
    expect(await field(page, say('meetings', 'begin.name')).inputValue()).toBe('The sluice')
    expect(await field(page, say('meetings', 'time.duration')).inputValue()).toBe('60')
    expect(await field(page, say('meetings', 'time.date')).inputValue()).toBe('')
    expect(await page.getByRole('radio', { name: say('meetings', 'begin.proposal') }).isChecked()).toBe(true)
  })
})

describe('given people who come and go', () => {
  test('when a delegate accepts and leaves again, then each page is true', async () => {
    const { tomas, parties } = group
    const lena = await visitor(browser)
    const email = 'lena@reed.invalid'
    await ask(tomas, 'POST', `/parties/${parties.reed}/invitations`, { role: 'delegate', email })
    await visit(lena, await mailedLink(server, email, '/invitations/'))
    // She says no, and thinks better of it; whoever invited her reads it meanwhile.
    await button(lena.page, say('invitations', 'answer.decline')).click()
    await lena.page.getByText(say('invitations', 'declinedTitle'), { exact: true }).waitFor()
    await expectSound(lena)
    expect(await button(lena.page, say('invitations', 'answer.decline')).count()).toBe(0)
    await visit(tomas, `${group.url}/parties/${parties.reed}`)
    const line = tomas.page.getByRole('listitem').filter({ hasText: email })
    expect(await line.getByText(say('invitations', 'declined')).count()).toBe(1)
    const accept = async () => {
      await field(lena.page, say('invitations', 'answer.name')).fill('Lena Ash')
      await button(lena.page, say('invitations', 'answer.accept')).click()
    }
    await walk(lena, 'invitations/components/accept-form.tsx', accept, new RegExp(`/groups/${id}$`), false)
    await lena.page.getByText(say('home', 'welcome.party.delegate', { party: 'Reed' })).waitFor()
    await visit(lena, `${group.url}/parties/${parties.reed}`)
    const leave = async () => {
      await button(lena.page, say('parties', 'leave')).click()
      await button(lena.page.getByRole('dialog'), say('parties', 'leave')).click()
    }
    await walk(lena, 'parties/components/people-list.tsx', leave, /\/groups$/, false)
    await lena.context.close()
  })

  test('when people of other roles accept, then each is led to what they are there for', async () => {
    const { ines, tomas, parties } = group
    const into = { deputy: `/parties/${parties.reed}`, observer: `/parties/${parties.reed}`, organizer: '' } as const
    for (const role of ['deputy', 'observer', 'organizer'] as const) {
      const guest = await visitor(browser)
      const email = `${role}@first.invalid`
      if (role === 'organizer') await ask(ines, 'POST', `/groups/${group.id}/organizer-invitations`, { email })
      else await ask(tomas, 'POST', `${into[role]}/invitations`, { role, email })
      await visit(guest, await mailedLink(server, email, '/invitations/'))
      await field(guest.page, say('invitations', 'answer.name')).fill(`Vera ${role}`)
      await button(guest.page, say('invitations', 'answer.accept')).click()
      await guest.page.waitForURL(new RegExp(`/groups/${id}$`))
      const words =
        role === 'organizer'
          ? say('home', 'welcome.organizer')
          : say('home', `welcome.party.${role}`, { party: 'Reed' })
      await guest.page.getByText(words).waitFor()
      await expectSound(guest)
      await guest.context.close()
    }
  })

  test('when a head invites by a link, then the page behind the dialog is true', async () => {
    const { tomas, parties } = group
    const { page } = tomas
    walked.add('invitations/components/invite-form.tsx')
    await visit(tomas, `${group.url}/parties/${parties.reed}`)
    await button(page, say('invitations', 'invite')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('invitations', 'form.byLink')).check()
    await button(dialog, say('invitations', 'form.submit')).click()
    await button(dialog, say('invitations', 'form.done')).click()
    await expectTrue(tomas)
  })

  test('when an organizer stops, then the pages are true to what she is now', async () => {
    const { ines, mara } = group
    const email = 'mara@weir.invalid'
    const earlier = await mailedLink(server, email, '/invitations/')
    await ask(ines, 'POST', `/groups/${group.id}/organizer-invitations`, { email })
    const sent = async () => {
      const last = await mailedLink(server, email, '/invitations/')
      return last === earlier ? null : last
    }
    const token = (await vi.waitUntil(sent, { timeout: 10_000 })).split('/').at(-1)
    await ask(mara, 'POST', '/invitations/acceptances', { token })
    await visit(ines, `${group.url}/settings`)
    // Both organize now. The second to save is shown what the first did, keeps what she typed, and chooses.
    await visit(mara, `${group.url}/settings`)
    const purpose = ({ page }: Visitor) => field(page, say('groups', 'form.purpose'))
    const save = async (who: Visitor, words: string) => {
      await purpose(who).fill(words)
      await button(who.page, say('groups', 'form.save')).click()
    }
    await save(mara, 'Measure together')
    await mara.page
      .getByText(say('groups', 'history.settings-changed', { actor: 'Mara Pinto' }))
      .first()
      .waitFor()
    await save(ines, 'Measure daily')
    await ines.page.getByText(say('components', 'forms.changedMeanwhile')).waitFor()
    await ines.page.getByText('Measure together').waitFor()
    expect(await purpose(ines).inputValue()).toBe('Measure daily')
    await expectSound(ines)
    await button(ines.page, say('components', 'forms.takeOthers')).click()
    expect(await purpose(ines).inputValue()).toBe('Measure together')
    const stop = async () => {
      await button(ines.page, say('groups', 'stop')).click()
      await button(ines.page.getByRole('dialog'), say('groups', 'stop')).click()
    }
    await walk(ines, 'groups/components/organizer-list.tsx', stop, /\/groups$/, false)
  })
})

test('given an instance that was just started, when its group is made and its heads are invited, then each page is true', async () => {
  const fresh = await startServer()
  const anna = await visitor(browser)
  const { page } = anna
  await signIn(anna, fresh.signInLink)
  const welcome = async () => {
    await field(page, say('people', 'name')).fill('Anna Vale')
    await field(page, say('people', 'address')).fill('anna@river.example')
    await button(page, say('people', 'welcome.submit')).click()
  }
  await walk(anna, 'people/components/welcome-form.tsx', welcome, /\/groups\/new$/, false)
  const found = async () => {
    await page.getByRole('radio', { name: say('groups', 'founding.kinds.negotiation'), exact: true }).check()
    await field(page, say('groups', 'founding.name')).fill('River council')
    await field(page, say('groups', 'founding.parties')).fill('Upper Mills\nReed Harbour\nStone Weir')
    await button(page, say('groups', 'founding.submit')).click()
  }
  await walk(anna, 'groups/components/founding-form.tsx', found, new RegExp(`/groups/${id}$`), false)
  await link(page.getByRole('navigation').first(), say('groups', 'nav.parties')).click()
  await page.waitForURL(/\/parties$/)
  await awake(page)
  walked.add('invitations/components/invite-heads.tsx')
  await button(page, say('invitations', 'inviteHeads')).click()
  const dialog = page.getByRole('dialog')
  // An address without its party is called by itself.
  await field(dialog, say('invitations', 'form.heads')).fill('mila@mills.invalid')
  await dialog
    .getByRole('listitem')
    .filter({ hasText: 'mila@mills.invalid' })
    .getByText(say('invitations', 'form.partyMissing'))
    .waitFor()
  await field(dialog, say('invitations', 'form.heads')).fill(
    'Upper Mills, mila@mills.invalid\nReed Harbour, tomas@reed.invalid\n',
  )
  await button(dialog, say('invitations', 'form.submitSeveral')).click()
  await mailedLink(fresh, 'tomas@reed.invalid', '/invitations/')
  await expectTrue(anna)
  await expectSound(anna)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await link(page.getByRole('main'), 'Reed Harbour').click()
  await page.waitForURL(new RegExp(`/parties/${id}$`))
  await awake(page)
  await button(page, `${say('invitations', 'again.mail')}: tomas@reed.invalid`).click()
  await button(dialog, say('invitations', 'again.mail')).click()
  await dialog.getByText(say('invitations', 'form.madeMail', { address: 'tomas@reed.invalid' })).waitFor()
  await button(dialog, say('invitations', 'form.done')).click()
  await expectTrue(anna)
  expect(await page.getByRole('listitem').filter({ hasText: 'tomas@reed.invalid' }).count()).toBe(1)
  await link(page.getByRole('navigation').first(), say('groups', 'nav.settings')).click()
  await page.waitForURL(/\/settings$/)
  await awake(page)
  await expectSound(anna)
  const takeBack = async () => {
    await button(page, say('groups', 'foundingBack.act')).click()
    await button(page.getByRole('dialog'), say('groups', 'foundingBack.act')).click()
  }
  await walk(anna, 'groups/components/deletion-section.tsx', takeBack, /\/groups$/, false)
  expect(await page.getByText('River council').count()).toBe(0)
  const forOthers = async () => {
    await page.getByText(say('groups', 'newForOthers')).click()
    await field(page, say('groups', 'form.name')).fill('Hill council')
    await button(page, say('groups', 'form.create')).click()
  }
  await walk(anna, 'groups/components/group-form.tsx', forOthers, /\?invite=/, false)
  await heading(page, say('groups', 'lacksOrganizer', { group: 'Hill council' })).waitFor()
  await expectSound(anna)
  await visit(anna, fresh.baseUrl)
  await link(page, say('home', 'inviteOrganizer', { group: 'Hill council' })).click()
  await page.waitForURL(/\?invite=/)
  await button(page, say('invitations', 'inviteOrganizerOf', { group: 'Hill council' })).waitFor()
  await fresh.stop()
})

test('given the sources, then every act that leads on is walked above', () => {
  const features = path.resolve('features')
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const leading = files.filter((file) => leadsOn(readFileSync(path.join(features, file), 'utf8')))
  expect([...walked].sort()).toEqual(leading.map((file) => file.split(path.sep).join('/')).sort())
})

/** A part names where its act leads: as `goTo`, or as the second of what it gives to `act`. */
function leadsOn(source: string): boolean {
  if (/\bgoTo(Under)?\s*(:|=(?!=))/.test(source)) return true
  return [...source.matchAll(/\bact\(/g)].some(({ index }) => argumentsFrom(source.slice(index + 'act('.length)) > 1)
}

/** How many arguments a call has, of what follows its opening bracket. */
function argumentsFrom(source: string): number {
  let depth = 0
  let count = 0
  let isEmpty = true
  for (const letter of source) {
    if (')]}'.includes(letter)) depth -= 1
    if (depth < 0) break
    if ('([{'.includes(letter)) depth += 1
    if (letter === ',' && depth === 0) isEmpty = true
    else if (isEmpty && letter.trim() !== '') {
      count += 1
      isEmpty = false
    }
  }
  return count
}
