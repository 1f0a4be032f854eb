/**
 * SECURITY.md, promise 15, and case W5: hostile words in every field of a world, every page of it in a browser. Nothing of them is
 * executed or blocked on its way to be, and no page scrolls sideways for a word without end.
 */
import type { Browser as Chromium, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase } from '#lib/db/connection.ts'
import { settings } from '#lib/settings.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import type { Actor } from './actors.ts'
import { pageProbes } from './page-expectations.ts'
import { Browser, type PageProbe } from './page-probe.ts'
import { type Seeded, seedHostileWords } from './world/hostile.ts'
import { makeWorld } from './world/world.ts'

/** As whom a page is opened first: who sees most. */
const preferred: readonly Actor[] = ['head', 'organizer', 'other-party', 'facilitator', 'delegate']
const actorsTried = rounds({ sample: 1, whole: 5 })

/** Widths in CSS pixels: the narrowest phone, and a desk. */
const widths = [320, 1280] as const

/** In how many of its states a page is opened. */
const statesTried = rounds({ sample: 1, whole: 50 })

/** What answers a program has no words of people to show. */
const forPrograms = /^\/(api|words)\//
const opening = pageProbes.filter(({ page, open }) => open.length > 0 && !forPrograms.test(page))
const shown = [...Map.groupBy(opening, ({ page }) => page).values()].flatMap((states) => states.slice(0, statesTried))

let server: RunningServer
let chromium: Chromium
let addresses: Browser
let seeded: Seeded
let opened = 0
let executions = 0
let violations = 0

beforeAll(async () => {
  const world = await makeWorld()
  seeded = await seedHostileWords()
  await closeDatabase()
  server = await startServer({ dataDir: settings().dataDir })
  addresses = new Browser(server.baseUrl, world)
  chromium = await openBrowser()
}, 180_000)

afterAll(async () => {
  const figure = `${seeded?.fields} fields in ${seeded?.columns} columns, ${opened} pages opened: ${executions} executions, ${violations} violations of the policy`
  tellFigure(15, 'script corpus in every field', figure)
  await chromium?.close()
  await server?.stop()
})

describe.each(shown)('$page: $name', (probe) => {
  it('executes nothing that people wrote, and breaks every word', async () => {
    const actors = [...preferred.filter((actor) => probe.open.includes(actor)), ...probe.open]
    for (const actor of [...new Set(actors)].slice(0, actorsTried)) await look(probe, actor)
  }, 120_000)
})

async function look(probe: PageProbe, actor: Actor): Promise<void> {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const { cookie = '' } = await addresses.cookieOf(actor)
    if (cookie !== '') await context.setExtraHTTPHeaders({ cookie })
    await context.addInitScript(() => {
      const watched = Object.assign(window, { executed: [] as unknown[], violated: [] as string[] })
      document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
        watched.violated.push(`${violatedDirective} ${blockedURI}`)
      })
    })
    const page = await context.newPage()
    page.on('dialog', (dialog) => dialog.dismiss())
    await page.goto(addresses.addressOf(probe), { waitUntil: 'load' })
    await page.waitForFunction(() => document.title !== '')
    await judge(page, `${probe.page} (${probe.name}) as ${actor}`)
  } finally {
    await context.close()
  }
}

async function judge(page: Page, where: string): Promise<void> {
  opened += 1
  await page.evaluate(() => {
    for (const disclosure of document.querySelectorAll('details')) disclosure.open = true
  })
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement
      const widest = [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => `${element.tagName}.${element.className}`)
      return { by: scrollWidth - clientWidth, widest: scrollWidth > clientWidth ? widest.slice(0, 12) : [] }
    })
    expect.soft(over, `${where} scrolls sideways at ${width} pixels`).toEqual({ by: 0, widest: [] })
  }
  const { executed, violated } = await page.evaluate(() => {
    const watched = window as unknown as { executed: unknown[]; violated: string[] }
    return { executed: watched.executed, violated: watched.violated }
  })
  executions += executed.length
  violations += violated.length
  expect.soft({ executed, violated }, where).toEqual({ executed: [], violated: [] })
}
