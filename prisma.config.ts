import { defineConfig } from 'prisma/config'

// The command line would download a schema engine, which `generate` never runs: any existing file keeps it quiet.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
})
