/** node scripts/limits/write.ts: writes docs/limits.md anew. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { limitsPage } from './page.ts'

writeFileSync(path.resolve(import.meta.dirname, '..', '..', 'docs', 'limits.md'), limitsPage())
