/** What goes wrong on ordinary days: a sign-in that ends too early, a press too many, a time that is none. */
import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TourKey, tour, tourKeys, tourThings } from '#lib/demo/tour.ts'
import { say } from '#lib/words/say.ts'
import { seldomWords } from '#lib/words/seldom.ts'
import { himalHarbour } from '#prisma/demo/scenario/himal-harbour.ts'
import { type PersonKey, parties, people } from '#prisma/demo/scenario/people.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { demoVisitor, signInByMail, toMeeting } from './demo-people.ts'
import { dayAhead } from './prepared-group.ts'
import { awake, button, expectSound, field, link, signInFirst, tabTo, type Visitor, visit, visitor } from './visitor.ts'

let server: RunningServer
let browser: Browser
let organizer: Visitor
let group: string

beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
  organizer = await visitor(browser)
  await signInFirst(organizer, server)
  // Whoever starts the demo organizes it: they come to Home, not to the questions of a new group.
  expect(new URL(organizer.page.url()).pathname).toBe('/')
  await organizer.page
    .getByRole('list', { name: say('home', 'groups') })
    .getByRole('link')
    .first()
    .click()
  await organizer.page.waitForURL(/\/groups\/[0-9a-f-]+$/)
  group = organizer.page.url()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('given an organizer of the demo', () => {
  test.each(parties.map(({ shortName, head }) => [shortName, people[head].name] as const))(
    'when she looks at it as the head of %s, then she sees what is asked of that head, and comes back',
    async (party, head) => {
      const { page } = organizer
      await visit(organizer, group)
      await button(page, say('groups', 'lookAs')).click()
      await page.getByRole('menuitem', { name: say('groups', 'menu.asHead', { head, party }) }).click()
      const looking = page.getByText(say('groups', 'lookingAs', { name: head }))
      await looking.waitFor()
      await visit(organizer, server.baseUrl)
      await looking.waitFor()
      await page
        .getByRole('list', { name: say('home', 'groups') })
        .getByText(party, { exact: true })
        .waitFor()
      await page
        .getByRole('list', { name: say('home', 'asked') })
        .first()
        .waitFor()
      await expectSound(organizer)
      await visit(organizer, `${server.baseUrl}/account`)
      await looking.waitFor()
      await page.getByText(say('people', 'isPerspective')).waitFor()
      await button(page, say('groups', 'lookBack')).click()
      await looking.waitFor({ state: 'detached' })
      expect(new URL(page.url()).pathname).toBe('/account')
      await field(page, say('people', 'name')).waitFor()
    },
  )
})

/** What the tour says at a point, without what its tags lead to. */
function told(part: 'first' | 'notice', key: TourKey): string {
  const plain = Object.fromEntries(tourThings.map((name) => [name, (words: readonly string[]) => words.join('')]))
  return say('groups', `tour.${part}.${key}`, plain)
}

describe('given somebody who looks around in the demo', () => {
  const lookAs = async (party: string, head: string) => {
    await button(organizer.page, say('groups', 'lookAs')).click()
    await organizer.page.getByRole('menuitem', { name: say('groups', 'menu.asHead', { head, party }) }).click()
    await organizer.page.getByText(say('groups', 'lookingAs', { name: head })).waitFor()
    await awake(organizer.page)
  }
  const path = () => new URL(organizer.page.url()).pathname

  test('when she changes the head, then the page stays where that head may see it, and is Home elsewhere', async () => {
    const { page } = organizer
    await visit(organizer, `${server.baseUrl}/account`)
    await lookAs('Valley', people.wanjiru.name)
    // Another tab becomes somebody else along with this one, and says so: nothing that was typed there is sent as another's.
    const tab = await organizer.context.newPage()
    await tab.goto(`${server.baseUrl}/account`)
    await awake(tab)
    await lookAs('Himal', people.sarita.name)
    await tab.getByText(seldomWords('en').becameAnother.said).waitFor()
    await tab.getByText(say('groups', 'lookingAs', { name: people.sarita.name })).waitFor()
    await tab.close()
    expect(path()).toBe('/account')
    // Another tab is that head too, anew: nothing of what stood there is sent in another name.
    const other = await organizer.context.newPage()
    await other.goto(page.url())
    await other.getByText(say('groups', 'lookingAs', { name: people.sarita.name })).waitFor()
    await awake(other)
    await lookAs('Valley', people.wanjiru.name)
    await other.getByText(say('groups', 'lookingAs', { name: people.wanjiru.name })).waitFor()
    await other.close()
    await toMeeting(server, organizer, 'A leaflet that a teller can keep')
    const meeting = path()
    await lookAs('Altiplano', people.marisol.name)
    expect(path()).toBe(meeting)
    await lookAs('Harbour', people.hana.name)
    expect(path()).toBe('/')
    await page.getByText(say('groups', 'lookMoved', { name: people.hana.name })).waitFor()
    // That the page was asked for and is not theirs, the browser tells as a failed load.
    expect(organizer.complaints.splice(0)).toEqual([expect.stringContaining('404')])
    await button(page, say('groups', 'lookBack')).click()
    await page.getByText(say('groups', 'demoAtHand')).waitFor()
  })

  test('when she takes the tour, then each point says as whom to look and what to notice, until she ends it', async () => {
    const { page } = organizer
    await visit(organizer, server.baseUrl)
    await button(page, say('groups', 'beginTour')).click()
    const note = page.getByRole('complementary', { name: say('groups', 'tour.title') })
    // It begins as whom it asks to look, and says so.
    await page.getByText(say('groups', 'lookingAs', { name: people.sarita.name })).waitFor()
    await note.getByText(say('groups', 'tour.nowHead', { head: people.sarita.name, party: 'Himal' })).waitFor()
    for (const [before, key] of tourKeys.slice(1).map((after, index) => [tourKeys[index], after] as const)) {
      await note.getByText(told('notice', before ?? key)).waitFor()
      await awake(page)
      await button(note, say('groups', 'tour.next')).click()
      await note.getByText(told('first', key)).waitFor()
      // What it names leads there.
      const named = Object.keys(tour.find((stop) => stop.key === key)?.things ?? {})
      expect(await note.getByRole('link').count(), key).toBe(named.length)
      if (key === 'text') {
        await awake(page)
        await note.getByRole('link').click()
        await page.waitForURL(/#p-\d+$/)
        await page.locator(':target', { hasText: '3.2' }).waitFor()
        await awake(page)
      }
      // To look as anybody else is asked at no point to which the tour itself leads.
      expect(await note.getByRole('button', { name: /^Look as/ }).count(), key).toBe(0)
    }
    await awake(page)
    await expectSound(organizer)
    await button(note, say('groups', 'tour.previous')).click()
    await note.getByText(told('notice', 'overfull')).waitFor()
    // On a page that is none of its points the place is kept, and so it is where the tour was put away.
    await visit(organizer, `${group}/parties`)
    await button(note, say('groups', 'tour.backTo', { number: tourKeys.indexOf('overfull') + 1 })).click()
    await note.getByText(told('notice', 'overfull')).waitFor()
    await visit(organizer, `${server.baseUrl}/account`)
    await tabTo(page, button(note, say('groups', 'tour.putAway')))
    await page.keyboard.press('Enter')
    await note.waitFor({ state: 'detached' })
    const goOn = button(page, say('groups', 'goOnTour'))
    expect(await goOn.evaluate((element) => element === document.activeElement)).toBe(true)
    await visit(organizer, group)
    expect(await note.count()).toBe(0)
    await tabTo(page, goOn)
    await page.keyboard.press('Enter')
    await note.getByText(told('notice', 'overfull')).waitFor()
    await awake(page)
    // The last point ends it, says what comes next, and leads there as oneself.
    await button(note, say('groups', 'tour.next')).click()
    await note.getByText(told('notice', 'agreed')).waitFor()
    await awake(page)
    await button(note, say('groups', 'tour.end')).click()
    await note.getByText(say('groups', 'tour.ended')).waitFor()
    await expectSound(organizer)
    await button(note, say('groups', 'tour.ownGroups')).click()
    await page.getByText(say('groups', 'demoAtHand')).waitFor()
    expect(path()).toBe('/groups')
    await button(page, say('groups', 'beginTour')).waitFor()
    expect(await note.count()).toBe(0)
  })

  test('when a page is not there, then its head is as on other pages, and as whom one looks can be changed', async () => {
    const { page } = organizer
    await visit(organizer, `${group}/nowhere`)
    expect(organizer.complaints.splice(0)).toEqual([expect.stringContaining('404')])
    await page.getByRole('heading', { name: say('seldom', 'missing.title') }).waitFor()
    await button(page, 'Anna Vale').waitFor()
    await link(page, say('seldom', 'missing.home')).waitFor()
    await button(page, say('groups', 'lookAs')).waitFor()
    await expectSound(organizer)
    await button(page, say('groups', 'lookAs')).click()
    const { sarita } = people
    await page
      .getByRole('menuitem', { name: say('groups', 'menu.asHead', { head: sarita.name, party: 'Himal' }) })
      .click()
    await page.getByText(say('groups', 'lookingAs', { name: sarita.name })).waitFor()
    expect(path()).toBe('/')
    organizer.complaints.splice(0)
    await awake(page)
    await button(page, say('groups', 'lookBack')).click()
    await page.getByText(say('groups', 'demoAtHand')).waitFor()
  })
})

describe('given a sign-in that ends while somebody is typing', () => {
  /** Ends every sign-in of somebody, from another browser. */
  async function signOutElsewhere(key: PersonKey): Promise<void> {
    const elsewhere = await demoVisitor(server, browser, key)
    await visit(elsewhere, `${server.baseUrl}/account`)
    await button(elsewhere.page, say('people', 'signOutEverywhere')).click()
    await button(elsewhere.page.getByRole('dialog'), say('people', 'signOutEverywhere')).click()
    await elsewhere.page.waitForURL(/\/sign-in$/)
    await elsewhere.context.close()
  }

  /** Follows what the page says when it finds nobody signed in, and comes back to it. */
  async function signInAgain(who: Visitor, key: PersonKey): Promise<void> {
    const said = who.page.getByRole('dialog', { name: say('seldom', 'signedOut.title') })
    await said.getByText(say('seldom', 'signedOut.means')).waitFor()
    await expectSound(who)
    const opened = who.context.waitForEvent('page')
    await link(said, say('seldom', 'signedOut.signIn')).click()
    const page = await opened
    await awake(page)
    await signInByMail(server, { ...who, page }, key)
    await page.close()
    await said.waitFor({ state: 'detached' })
  }

  test('when a wording is saved, then it is said, and after signing in again the words are there and are saved', async () => {
    const sarita = await demoVisitor(server, browser, 'sarita')
    const { page } = sarita
    const meeting = await toMeeting(server, sarita, himalHarbour.title)
    await visit(sarita, `${meeting}/conclusions`)
    await link(page, 'Recorders on loan').click()
    await link(page, say('conclusions', 'acts.revise')).click()
    const typed = 'Harbour lends Himal four recorders, and pays the freight.'
    const wording = field(page, say('conclusions', 'form.wording'))
    await wording.fill(typed)
    await signOutElsewhere('sarita')
    await button(page, say('conclusions', 'form.saveEdit', { next: 3 })).click()
    await signInAgain(sarita, 'sarita')
    expect(await wording.inputValue()).toBe(typed)
    await button(page, say('conclusions', 'form.saveEdit', { next: 3 })).click()
    await page.getByText(typed).first().waitFor()
    await sarita.context.close()
  })

  test('when notes are saved and the page was left for the sign-in, then they are back on it', async () => {
    const pemba = await demoVisitor(server, browser, 'pemba')
    const { page } = pemba
    const meeting = await toMeeting(server, pemba, himalHarbour.title)
    await visit(pemba, `${meeting}/floor`)
    const title = 'Lending recorders between two seasons'
    const notes = page.getByRole('textbox', { name: say('floor', 'noteForm.of', { title }) })
    const typed = 'Sarita asks who pays the freight.'
    await notes.fill(typed)
    await signOutElsewhere('pemba')
    await button(page, say('floor', 'noteForm.save')).click()
    await signInAgain(pemba, 'pemba')
    expect(await notes.inputValue()).toBe(typed)
    await signOutElsewhere('pemba')
    await visit(pemba, `${meeting}/floor`)
    await page.waitForURL(/\/sign-in/)
    await signInByMail(server, pemba, 'pemba')
    await page.getByText(say('components', 'forms.restored')).waitFor()
    expect(await notes.inputValue()).toBe(typed)
    await expectSound(pemba)
    await button(page, say('floor', 'noteForm.save')).click()
    await page.getByText(say('floor', 'noteForm.saved')).waitFor()
    // Who keeps the record says who came, one after another: what is unfolded stays so after each, and the focus where it was.
    await page.getByText(say('floor', 'say'), { exact: true }).click()
    const act = (act: 'cameName' | 'wentName', name = '') =>
      page.getByRole('button', { name: say('floor', act, { name }) })
    const label = (await act('cameName').first().getAttribute('aria-label')) ?? ''
    const name = label.slice(say('floor', 'cameName', { name: '' }).length)
    await tabTo(page, act('cameName', name))
    for (const next of ['wentName', 'cameName'] as const) {
      await page.keyboard.press('Enter')
      await act(next, name).waitFor()
      expect(await act(next, name).evaluate((element) => element === document.activeElement)).toBe(true)
    }
    await expectSound(pemba)
    await pemba.context.close()
  })

  test('when somebody else signs in there, then they see nothing of what was typed', async () => {
    const hana = await demoVisitor(server, browser, 'hana')
    const { page } = hana
    const meeting = await toMeeting(server, hana, himalHarbour.title)
    await visit(hana, `${meeting}/floor`)
    const title = 'Lending recorders between two seasons'
    const notes = page.getByRole('textbox', { name: say('floor', 'noteForm.of', { title }) })
    const saved = await notes.inputValue()
    await notes.fill('Nobody but Hana has read this.')
    await signOutElsewhere('hana')
    await visit(hana, `${meeting}/floor`)
    await page.waitForURL(/\/sign-in/)
    await signInByMail(server, hana, 'sarita')
    await page.waitForURL(/\/floor$/)
    await awake(page)
    expect(await notes.inputValue()).toBe(saved)
    await hana.context.close()
  })
})

describe('given an organizer who begins a bilateral', () => {
  const title = 'A table for two'
  const clash = ['Altiplano', 'Valley', 'Himal']

  async function begin(named: readonly string[]): Promise<void> {
    const { page } = organizer
    await visit(organizer, `${group}/meetings/new`)
    await page.getByRole('radio', { name: say('meetings', 'kind.bilateral'), exact: true }).check()
    for (const { shortName, name } of parties)
      await page.getByRole('checkbox', { name }).setChecked(named.includes(shortName))
    await field(page, say('meetings', 'begin.name')).fill(title)
  }

  test('when three parties are named, then it is answered with the number and the names', async () => {
    const { page } = organizer
    await begin(clash)
    await button(page, say('meetings', 'begin.create')).click()
    const names = parties.filter(({ shortName }) => clash.includes(shortName)).map(({ name }) => name)
    await page
      .getByText(new RegExp(`here 3 are named: .*${names[0]}`))
      .first()
      .waitFor()
    await expectSound(organizer)
  })

  test('when the button is pressed twice, also while the next page is on its way, then there is one meeting', async () => {
    const { page } = organizer
    await begin(['Altiplano', 'Valley'])
    const make = button(page, say('meetings', 'begin.create'))
    let posted = 0
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/meetings')) posted += 1
    })
    const held: Route[] = []
    const isNextPage = (url: URL) => /\/meetings\/[0-9a-f-]{36}\/plan$/.test(url.pathname)
    await page.route(isNextPage, (route) => {
      held.push(route)
    })
    await make.dblclick()
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await make.dispatchEvent('click')
    await Promise.all(held.map((route) => route.continue()))
    await page.unroute(isNextPage)
    await page.waitForURL(/\/plan$/)
    expect(posted).toBe(1)
    await visit(organizer, `${group}/meetings`)
    await link(page, say('meetings', 'list.preparing')).click()
    await link(page, title).first().waitFor()
    expect(await link(page, title).count()).toBe(1)
  })

  test.each([
    ['is past', '2024-03-05', '10:00', /^That time is past already/],
    [
      'does not exist',
      '2027-03-28',
      '01:30',
      say('refusals', 'wall-time-does-not-exist', {
        wall: 'Sun, 28 Mar 2027, 01:30',
        timeZone: 'Europe/Lisbon',
        before: 'Sun, 28 Mar 2027, 00:59',
        after: 'Sun, 28 Mar 2027, 02:00',
      }),
    ],
  ])(
    'when the time %s, then it is answered in a sentence, and what was typed stays',
    async (_, date, clock, answer) => {
      const { page } = organizer
      await begin(['Altiplano', 'Harbour'])
      const zone = page.getByRole('combobox', { name: say('meetings', 'time.zone') })
      await zone.fill('Lisbon')
      await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
      await field(page, say('meetings', 'time.date')).fill(date)
      await field(page, say('meetings', 'time.clock')).fill(clock)
      await button(page, say('meetings', 'begin.create')).click()
      await page.getByText(answer).first().waitFor()
      expect(await field(page, say('meetings', 'time.date')).inputValue()).toBe(date)
      expect(await field(page, say('meetings', 'begin.name')).inputValue()).toBe(title)
      await expectSound(organizer)
    },
  )

  test('when the time comes twice, then it is asked which is meant, until another time stands there', async () => {
    const { page } = organizer
    await begin(['Altiplano', 'Harbour'])
    const zone = page.getByRole('combobox', { name: say('meetings', 'time.zone') })
    await zone.fill('Lisbon')
    await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
    await field(page, say('meetings', 'time.date')).fill('2027-10-31')
    await field(page, say('meetings', 'time.clock')).fill('01:30')
    await button(page, say('meetings', 'begin.create')).click()
    const which = page.getByRole('radio', { name: say('meetings', 'time.earlier') })
    await which.waitFor()
    await field(page, say('meetings', 'time.date')).fill(dayAhead(20))
    await which.waitFor({ state: 'detached' })
    await button(page, say('meetings', 'begin.create')).click()
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}\/plan$/)
  })
})
