/** npm run proofs [-- NAME …]: runs the long proofs whole, or the named ones, and writes their figures into docs/security.md. */
import { launch } from './set-up/launch.mjs'

await launch('scripts/proofs/run.ts', process.argv.slice(2))
