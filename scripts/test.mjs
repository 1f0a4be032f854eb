/** npm test [-- step …]: brings what is missing and runs every check, or the named ones. */
import { launch } from './set-up/launch.mjs'

await launch('scripts/checks/all.ts', process.argv.slice(2))
