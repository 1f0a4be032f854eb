/**
 * The product in two languages that nobody speaks, one with longer words and one from right to left: what its people do, and every
 * page that they come to. Whatever was left in English, cut off or laid out for one direction alone is found here.
 */
import { globSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { inLanguage } from '#lib/words/context.ts'
import { say } from '#lib/words/say.ts'
import { type LanguageTag, languageOf } from '#messages/languages.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import {
  asking,
  dayAhead,
  type PeoplesWords,
  type PreparedGroup,
  preparedGroup,
  scheduledBilateral,
} from './prepared-group.ts'
import { expectSpoken } from './spoken.ts'
import { awake, button, expectSound, field, mailedLink, signIn, type Visitor, visit, visitor } from './visitor.ts'

/** People who write with letters of their own: every Latin letter on a page comes from the product. */
const georgian: PeoplesWords = {
  group: 'მდინარის საბჭო',
  text: '# საერთო მდინარე\n\n## რატომ ზომავს ორი ქალაქი\n\nწყალმა არ იცის, სად მთავრდება ერთი ქალაქი.\n\nვინც მარტო ზომავს, ნახევარი იცის.\n\nრიცხვები ერთ კვირაში ჩანს.\n',
  people: { admin: 'ანა ველი', ines: 'ინეს დუარტე', tomas: 'ტომას რეისი', mara: 'მარა პინტო' },
  parties: {
    mills: ['ზემო წისქვილები', 'წისქვილი'],
    reed: ['ლერწმის ნავსადგური', 'ლერწამი'],
    weir: ['ქვის კაშხალი', 'კაშხალი'],
  },
}
const measured = 'ერთი საზომი ორი ნაპირისთვის'
const title = 'ორივე ნაპირი ერთნაირად ზომავს'

let server: RunningServer
let browser: Browser
let group: PreparedGroup
/** Addresses of a meeting that is held and of a conclusion that is put in it. */
let meeting: string
let conclusion: string
/** Address of a conclusion that is still a draft, and the id of a text that is. */
let begun: string
let unpublished: string
/** The paths of all pages that were looked at. */
const visited = new Set<string>()

beforeAll(async () => {
  server = await startServer({ env: { PSEUDO_LANGUAGES: '1' } })
  browser = await openBrowser()
  group = await preparedGroup(server, browser, georgian)
  meeting = await scheduledBilateral(group, 'ორი ნაპირი', [measured])
  const ask = asking(group.baseUrl)
  const { ines, parties, editionId } = group
  const at = `/meetings/${meeting.split('/').at(-1)}`
  const { items } = await ask<{ items: readonly { id: string }[] }>(ines, 'GET', `${at}/agenda`)
  await ask(ines, 'POST', `/groups/${group.id}/assignments`, {
    as: 'organizer',
    meetingId: meeting.split('/').at(-1),
    kind: 'read',
    to: [{ partyId: parties.mills, personId: null }],
    itemId: null,
    dueOn: dayAhead(5),
    instructions: 'წაიკითხეთ ორჯერ.',
    citations: [{ editionId, first: 3, last: 4 }],
  })
  await ask(ines, 'POST', `${at}/open`)
  await ask(ines, 'POST', `${at}/presence`, {})
  await ask(ines, 'PUT', `${at}/current-item`, { itemId: items[0]?.id })
  const commitments = [{ what: 'ზომავს ყოველ კვირას', partyId: parties.reed, personId: null, dueOn: dayAhead(30) }]
  const content = { wording: 'ვზომავთ ყოველ კვირას.', citations: [{ editionId, first: 3, last: 3 }], commitments }
  const made = await ask<{ id: string }>(ines, 'POST', `${at}/conclusions`, {
    kind: 'cooperation',
    title,
    itemId: items[0]?.id,
    content,
  })
  await ask(ines, 'POST', `/conclusions/${made.id}/put`, { version: 1 })
  conclusion = `${meeting}/conclusions/${made.id}`
  const draft = { kind: 'cooperation', title: georgian.parties.weir[0], itemId: null, content }
  begun = `${meeting}/conclusions/${(await ask<{ id: string }>(ines, 'POST', `${at}/conclusions`, draft)).id}`
  const pasted = { text: georgian.text }
  unpublished = (await ask<{ textId: string }>(ines, 'POST', `/groups/${group.id}/texts/pasted`, pasted)).textId
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** One of the people at another browser, which asks for the language that is spoken here. */
async function elsewhere(who: Visitor): Promise<Visitor> {
  const there = await visitor(browser)
  await there.context.addCookies(await who.context.cookies())
  return there
}

/** Opens a dialog by its button, looks at it, and closes it. */
async function expectDialog(who: Visitor, label: string): Promise<void> {
  await button(who.page, label).click()
  await who.page.getByRole('dialog').waitFor()
  await expectSpoken(who)
  await who.page.keyboard.press('Escape')
  await who.page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** What an organizer who is signed in does not come to here: before signing in, of whoever runs the instance, and of what the group shares. */
const notForInes = [
  '/sign-in',
  '/verify',
  '/welcome',
  '/invitations/[token]',
  '/groups/new',
  '/groups/[groupId]/conclusions/[conclusionId]',
  // It leads to the step that a meeting is at.
  '/groups/[groupId]/meetings/[meetingId]',
]

const others = ['en-XA', 'ar-XB'] as const satisfies readonly LanguageTag[]

describe.each(others)('given a browser that asks for %s', (tag) => {
  let ines: Visitor
  beforeAll(async () => {
    ines = await inLanguage(tag, () => elsewhere(group.ines))
  })

  test('then signing in is in it, and the mail that it takes', () =>
    inLanguage(tag, async () => {
      const tomas = await visitor(browser)
      const email = 'tomas@reed.invalid'
      await visit(tomas, `${group.baseUrl}/sign-in`)
      await expectSpoken(tomas)
      await field(tomas.page, say('people', 'mailLink.email')).fill(email)
      await button(tomas.page, say('people', 'signInSubmit')).click()
      await tomas.page.getByText(say('people', 'mailLink.linkSentTitle')).waitFor()
      await expectSpoken(tomas)
      await vi.waitUntil(() => server.output().includes(`<${email}>\n${say('mail', 'sign-in.subject')}\n`), 10_000)
      const link = await mailedLink(server, email, '/verify')
      for (const address of [link, `${group.baseUrl}/nowhere`]) {
        await visit(tomas, address)
        await expectSpoken(tomas)
      }
      await signIn(tomas, link)
      await tomas.context.close()
    }))

  test('then every page is in it, at all widths', () =>
    inLanguage(tag, async () => {
      const text = group.textUrl
      for (const address of [
        '/',
        '/account',
        '/groups',
        '/glossary',
        '/verify-record',
        '/nowhere',
        group.url,
        `${group.url}/texts`,
        `${group.url}/texts/new`,
        text,
        `${text}/passages`,
        `${group.url}/texts/${unpublished}/import`,
        `${text}?q=${encodeURIComponent('ქალაქი')}`,
        `${text}/p/3`,
        `${text}/assign`,
        `${group.url}/meetings`,
        `${group.url}/meetings/new`,
        `${meeting}/plan`,
        `${meeting}/prepare`,
        `${meeting}/floor`,
        `${meeting}/floor/close`,
        `${meeting}/conclusions`,
        `${meeting}/conclusions/new`,
        conclusion,
        `${begun}/edit`,
        begun,
        `${meeting}/record`,
        `${meeting}/record/entries`,
        `${group.url}/parties`,
        `${group.url}/parties/${group.parties.mills}`,
        `${group.url}/commitments`,
        `${group.url}/conclusions`,
        `${group.url}/deletion`,
        `${group.url}/settings`,
      ]) {
        const url = new URL(address, group.baseUrl)
        visited.add(url.pathname)
        await visit(ines, url.href)
        // That a page is not there the browser tells as a failed load.
        if (address === '/nowhere') ines.complaints.splice(0)
        await expectSpoken(ines)
        await expectSound(ines)
      }
    }))

  test('then what is opened, refused and answered is in it too, and holds for everybody', () =>
    inLanguage(tag, async () => {
      const { page } = ines
      await visit(ines, `${group.url}/meetings/new`)
      await page.getByRole('radio', { name: say('meetings', 'kind.bilateral'), exact: true }).check()
      await button(page, say('meetings', 'begin.create')).click()
      await page.getByText(say('components', 'forms.fieldRequired')).first().waitFor()
      await field(page, say('meetings', 'begin.name')).fill('მესამე ნაპირი')
      await button(page, say('meetings', 'begin.create')).click()
      await page.waitForURL(/\/meetings\/[0-9a-f-]+\/plan$/)
      await awake(page)
      await expectDialog(ines, say('meetings', 'when.edit'))
      await expectDialog(ines, say('meetings', 'agenda.add'))
      await visit(ines, `${group.url}/settings`)
      await expectDialog(ines, say('invitations', 'invite'))
      await visit(ines, `${group.textUrl}/p/3`)
      await button(page, say('texts', 'quoting.chooseWords')).click()
      await page.getByText(say('texts', 'quoting.wordsHelp')).waitFor()
      await expectSpoken(ines)
      await visit(ines, conclusion)
      await page.getByText(say('conclusions', 'answer.otherwise')).click()
      await page.getByRole('radio', { name: say('conclusions', 'answer.object') }).check()
      await button(page, say('conclusions', 'answer.send', { version: 1 })).click()
      await expectSpoken(ines)
      await expectSound(ines)
    }))
})

test('given the sources, then every page was looked at above', () => {
  const pages = globSync('app/**/page.tsx').map((file) => `/${file}`)
  const shapes = pages.flatMap((file) => {
    const address = file.replace(/^\/app|\/page\.tsx$|\/\(\w+\)/g, '')
    return file.includes('(development)') || notForInes.includes(address) ? [] : address
  })
  const missed = shapes.filter((shape) => {
    const like = new RegExp(`^${shape.replaceAll(/\[\w+\]/g, '[^/]+') || '/'}$`)
    return ![...visited].some((path) => like.test(path))
  })
  expect(shapes.length).toBeGreaterThan(25)
  expect(missed).toEqual([])
})

describe('given a browser that asks for English', () => {
  test('when somebody chooses another language, then pages turn round, and back', async () => {
    const who = await elsewhere(group.mara)
    const { page } = who
    const html = page.locator('html')
    await visit(who, `${group.baseUrl}/account`)
    await field(page, say('people', 'language')).selectOption('ar-XB')
    await button(page, say('people', 'save')).click()
    await page.getByRole('heading', { name: inLanguage('ar-XB', () => say('people', 'account')) }).waitFor()
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ar-XB', 'rtl'])
    await inLanguage('ar-XB', async () => {
      // What was said of the act was said in the language in which it was done.
      await visit(who, `${group.baseUrl}/account`)
      await expectSpoken(who)
      await expectSound(who)
      await field(page, say('people', 'language')).selectOption('')
      await button(page, say('people', 'save')).click()
    })
    await page.getByRole('heading', { name: say('people', 'account') }).waitFor()
    expect(await html.getAttribute('dir')).toBe('ltr')
  })

  test('when the group has a language, then it is spoken to whoever chose none, and the page leads on in it', async () => {
    const ask = asking(group.baseUrl)
    const settings = { name: georgian.group, purpose: '', timeZone: 'Europe/Lisbon', replacementDelayHours: 72 }
    const seen = { ...settings, kind: null, language: null }
    await ask(group.ines, 'PUT', `/groups/${group.id}/settings`, { ...settings, language: 'en-XA', seen })
    await visit(group.mara, group.url)
    await inLanguage('en-XA', () => expectSpoken(group.mara))
    await visit(group.mara, group.baseUrl)
    const home = inLanguage('en-XA', () => say('home', 'title'))
    await group.mara.page.getByRole('heading', { name: home, exact: true }).waitFor()
    expect(languageOf('en-XA').direction).toBe('ltr')
    await ask(group.ines, 'PUT', `/groups/${group.id}/settings`, {
      ...settings,
      language: null,
      seen: { ...seen, language: 'en-XA' },
    })
  })
})
