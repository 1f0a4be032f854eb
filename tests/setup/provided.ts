/** Where a test file finds the database that it copies. */
export type DatabaseSource =
  | { readonly kind: 'embedded' /** Folder of a migrated, empty database. */; readonly folder: string }
  | { readonly kind: 'server' /** Connection string of the cluster's `postgres` database. */; readonly url: string }

declare module 'vitest' {
  interface ProvidedContext {
    databaseSource: DatabaseSource
    /** Folder of the build that the servers of a run serve, below the project. */
    distDir: string
  }
}
