/** npm run db:migration -- name: brings what is missing and writes the migration that prisma/schema asks for. */
import { launch } from './set-up/launch.mjs'

await launch('scripts/migration/write.mjs', process.argv.slice(2))
