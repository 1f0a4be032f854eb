/** The tests that prove promises, by the names under which `npm run proofs` runs one. A test file that tells a figure is listed here. */
export interface Proof {
  readonly name: string
  /** The project of vitest.config.ts to which the file belongs. */
  readonly project: string
  readonly file: string
}

export const proofs: readonly Proof[] = [
  { name: 'access-routes', project: 'access', file: 'tests/access/api.test.ts' },
  { name: 'access-pages', project: 'access', file: 'tests/access/pages.test.ts' },
  { name: 'sight', project: 'features', file: 'tests/features/visibility.test.ts' },
  { name: 'wall', project: 'access', file: 'tests/access/wall.test.ts' },
  { name: 'acts-held', project: 'races', file: 'tests/races/held.test.ts' },
  { name: 'stalled-bodies', project: 'load', file: 'tests/load/stalled-bodies.test.ts' },
  { name: 'parallel-clients', project: 'load', file: 'tests/load/parallel-clients.test.ts' },
  { name: 'text-kinds', project: 'lib', file: 'tests/lib/text-kinds.test.ts' },
  { name: 'hostile-texts', project: 'lib', file: 'tests/lib/hostile-texts.test.ts' },
  { name: 'table-cells', project: 'lib', file: 'tests/lib/table-cells.test.ts' },
  { name: 'places-of-files', project: 'lib', file: 'tests/lib/stream.test.ts' },
  { name: 'earlier-demos', project: 'lib', file: 'tests/lib/invented-migration.test.ts' },
  { name: 'minutes', project: 'domain', file: 'tests/domain/record-document.test.ts' },
  { name: 'words-shown', project: 'access', file: 'tests/access/words-shown.test.ts' },
  { name: 'verifier-mutations', project: 'features', file: 'tests/features/verifier-mutations.test.ts' },
  { name: 'huge-records', project: 'load', file: 'tests/load/huge-records.test.ts' },
  { name: 'access-twins', project: 'access', file: 'tests/access/twins.test.ts' },
  { name: 'access-timing', project: 'load', file: 'tests/load/timing.test.ts' },
  { name: 'stance-races', project: 'races', file: 'tests/races/conclusions.test.ts' },
  { name: 'departure-races', project: 'races', file: 'tests/races/departures.test.ts' },
  { name: 'edit-races', project: 'races', file: 'tests/races/edits.test.ts' },
  { name: 'sign-in-races', project: 'races', file: 'tests/races/sign-in.test.ts' },
  { name: 'outbox-kills', project: 'races', file: 'tests/races/outbox-kills.test.ts' },
  { name: 'kills-embedded', project: 'load', file: 'tests/load/kills-embedded.test.ts' },
  { name: 'kills-server', project: 'load', file: 'tests/load/kills-server.test.ts' },
  { name: 'double-starts', project: 'load', file: 'tests/load/double-starts.test.ts' },
  { name: 'log', project: 'access', file: 'tests/access/log.test.ts' },
]
