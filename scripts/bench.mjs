/** npm run bench [-- --json FILE] [--only PART,…] [--brief]: brings what is missing and measures how well the product runs. */
import { launch } from './set-up/launch.mjs'

await launch('scripts/bench/run.ts', process.argv.slice(2))
