/** npm start [-- --empty | --demo]: brings what is missing, builds what changed, and serves. */
import { launch } from './set-up/launch.mjs'

await launch('scripts/serve.ts', process.argv.slice(2), { serves: true })
