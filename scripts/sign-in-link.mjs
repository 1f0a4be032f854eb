/** npm run sign-in-link: prints a new sign-in link for the one who runs the instance, while its server runs. */
import { launch } from './set-up/launch.mjs'

await launch('scripts/set-up/print-link.ts')
