/** What must hold of a page in a language that nobody speaks: nothing is cut off, nothing runs over, and nothing is left in English. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { languageHere } from '#lib/words/context.ts'
import type { Visitor } from './visitor.ts'

/** Names that are the same in every language, zones by their IANA names among them. */
const names = /\bConcordance\b|\bEnglish\b|\b[A-Z][a-z]+\/[A-Z]\w+( [A-Z]\w+)?|\bLisbon\b/g
/** Addresses of mail and of the web. */
const addresses = /\S+@\S+|https?:\/\/\S+/g
/** A word of Latin letters that is no abbreviation (PM, UTC) and no hash. */
const latin = /(?<![\p{L}\d])[A-Za-z]*[a-z][A-Za-z]*[a-z](?![\p{L}\d])/gu

/**
 * Looks at the page at 320 and at 1280 pixels, and at the 640 that are left of these where everything is twice as large. The people of these journeys write with Georgian letters, and dates come in Greek
 * or Arabic: what stands in Latin letters was left in English. Marked letters (`ţ`) are none of those.
 */
export async function expectSpoken({ page }: Visitor): Promise<void> {
  const { tag, direction } = languageHere()
  expect(await page.locator('html').getAttribute('lang'), page.url()).toBe(tag)
  expect(await page.locator('html').getAttribute('dir'), page.url()).toBe(direction)
  const own = page.viewportSize()
  for (const width of [320, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { over, clipped } = await layoutOf(page)
    expect(over, `${page.url()} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    expect(clipped, `${page.url()} at ${width}`).toEqual([])
  }
  if (own !== null) await page.setViewportSize(own)
  const left = (await textsOf(page)).flatMap(
    (text) => text.replaceAll(addresses, '').replaceAll(names, '').match(latin) ?? [],
  )
  expect(left, `${page.url()} says in English`).toEqual([])
}

/** By how much the page, or a dialog on it, is wider than it shows; and the texts that their boxes cut off. */
function layoutOf(page: Page): Promise<{ over: number; clipped: string[] }> {
  return page.evaluate(() => {
    const wide = [document.documentElement, ...document.querySelectorAll('dialog[open]')]
    const over = Math.max(...wide.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    const holdsText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const clipped = [...document.querySelectorAll('body *')].filter((element) => {
      if (!(element instanceof HTMLElement) || !element.checkVisibility() || !holdsText(element)) return false
      const { display, position, clipPath } = getComputedStyle(element)
      // What is only spoken, and what flows on in its line, is cut off by nothing.
      const isOnlySpoken = position === 'absolute' && (clipPath !== 'none' || element.clientWidth <= 1)
      return display !== 'inline' && !isOnlySpoken && element.scrollWidth > element.clientWidth + 1
    })
    return { over, clipped: clipped.map(({ outerHTML }) => outerHTML.slice(0, 200)) }
  })
}

/** All that is read or spoken on the page, but what code is: hashes, and links to be copied. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'aria-valuetext']
    const texts: string[] = [document.title]
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility() || element.closest('code, script, style')) continue
      for (const name of spoken) texts.push(element.getAttribute(name) ?? '')
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '')
    }
    return texts
  })
}
