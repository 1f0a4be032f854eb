import path from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

// The hostile zone: code that forgets a time zone fails here rather than at a delegate's desk.
process.env.TZ = 'Asia/Kathmandu'

const embedded = { globalSetup: 'tests/setup/embedded.ts', setupFiles: 'tests/setup/fresh-database.ts' }
const build = 'tests/setup/build.ts'
const server = { globalSetup: 'tests/setup/server.ts', setupFiles: 'tests/setup/fresh-database.ts' }

function project(
  name: string,
  folder: string,
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [`tests/${folder}/**/*.test.{ts,tsx}`], ...more } }
}

// What the browser gets is compiled (lib/words/catalog.ts): here too, next-intl formats without compiling.
const formatOnly = { 'use-intl/format-message': path.resolve(import.meta.dirname, 'lib/words/format-message.ts') }

export default defineConfig({
  resolve: { alias: formatOnly },
  test: {
    server: { deps: { inline: [/next-intl/, /use-intl/] } },
    // The runner sets BASE_URL to a path of its own, which the settings would rightly refuse.
    env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:3000', PSEUDO_LANGUAGES: '1' },
    hookTimeout: 60_000,
    testTimeout: 30_000,
    projects: [
      project('domain', 'domain'),
      project('lib', 'lib'),
      project('components', 'components'),
      project('features', 'features', embedded),
      project('features-server', 'features', server),
      project('access', 'access', { ...embedded, globalSetup: [embedded.globalSetup, build] }),
      // What one person's load costs another is measured: one file after the other, with nothing else beside.
      project('load', 'load', { ...embedded, globalSetup: [embedded.globalSetup, build] }),
      // Races prove something only where transactions run beside each other.
      project('races', 'races', server),
      project('journeys', 'journeys', { globalSetup: build, testTimeout: 120_000, hookTimeout: 180_000 }),
    ],
  },
})
