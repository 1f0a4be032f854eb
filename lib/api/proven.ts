import type { Viewer } from '#lib/db/viewer.ts'

/** What the guards have proved by the time a route is asked. */
export interface Proven {
  Variables: { viewer: Viewer | null }
}
