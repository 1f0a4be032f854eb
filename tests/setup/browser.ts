import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './tools.ts'

/** Starts the machine's Chromium, without what it would ask of the network by itself. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium was found. `npm test` says what to install.')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...sandbox, '--disable-gpu', '--disable-background-networking'] })
}
