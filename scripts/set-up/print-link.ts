/** Asks the server that runs on these settings for a new sign-in link, and prints it. Started by sign-in-link.mjs. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { settings } from '#lib/settings.ts'
import { askForLink } from './link-socket.ts'
import { explain, SetUpError } from './step.mjs'

try {
  process.chdir(path.resolve(import.meta.dirname, '..', '..'))
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { dataDir, port } = settings()
  const lines = await askForLink({ dataDir, port })
  if (lines === null)
    throw new SetUpError(
      `No server answers in ${dataDir} for port ${port}. Start it (npm start): it prints a link. Is it running with another DATA_DIR or PORT? Set the same here.`,
    )
  console.log(`\n${lines}\n`)
} catch (error) {
  explain(error)
  process.exitCode = 1
}
