/** npm run dev [-- --empty | --demo]: as `npm start`, but every change of the code shows at once. */
import { launch } from './set-up/launch.mjs'

process.argv.push('--dev')
await launch('scripts/serve.ts', process.argv.slice(2))
