/**
 * Writes prisma/migrations/<time>_<name>/migration.sql: what leads from the migrations that exist to prisma/schema.
 * Compares against a database in memory, so that it needs no server and downloads nothing. Read the file before you commit
 * it: rules that the schema cannot say (checks, partial indexes, triggers) are written into it by hand.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { ensureClient } from '../set-up/client.ts'
import { inTurn } from '../set-up/turn.mjs'

const [name] = process.argv.slice(2)
if (name === undefined || !/^[a-z][a-z0-9_-]*$/.test(name)) {
  console.error('Say what the migration does: npm run db:migration -- add-commitments')
  process.exit(1)
}

const root = path.resolve(import.meta.dirname, '..', '..')
const folder = path.join(root, 'prisma', 'migrations')
const schema = await readSchema(path.join(root, 'prisma', 'schema'))

// What applies migrations knows the generated client, which a fresh clone has yet to make.
await inTurn(root, () => ensureClient(root))
const { applyMigrations, readMigrations } = await import('#lib/db/migrate.ts')

await mkdir(folder, { recursive: true })
const pglite = await PGlite.create()
try {
  await applyMigrations(pglite, await readMigrations(folder))
  const sql = await difference(pglite)
  if (sql === '') console.log('The migrations say already what the schema says. Nothing written.')
  else await write(sql)
} finally {
  await pglite.close()
}

/** Every file of the schema, as the engine takes them. */
async function readSchema(below) {
  const names = (await readdir(below)).sort()
  return Promise.all(
    names.map(async (file) => ({ path: file, content: await readFile(path.join(below, file), 'utf8') })),
  )
}

/** SQL that leads from what the database holds to what the schema says; empty when nothing does. */
async function difference(database) {
  await load()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database))
  const comparison = await engine.SchemaEngine.new(
    { datamodels: schema.map((file) => [file.path, file.content]) },
    () => {},
    adapter,
  )
  const { stdout } = await comparison.diff({
    from: { tag: 'schemaDatasource', files: schema, configDir: root },
    to: { tag: 'schemaDatamodel', files: schema },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  })
  return /^-- This is an empty migration/.test(stdout ?? '') ? '' : (stdout ?? '')
}

/** Binds the engine's WebAssembly by hand: the package does so for bundlers alone. */
async function load() {
  const glue = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = new URL('schema_engine_bg.wasm', glue)
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
}

async function write(sql) {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = path.join(folder, `${time}_${name}`, 'migration.sql')
  await mkdir(path.dirname(file))
  await writeFile(file, sql)
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${path.relative(root, file)}. Read it before you commit it.`)
}
