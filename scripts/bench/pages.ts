/** The pages that people open most, against the same markup from memory (app/(development)/bench). */
import { inDatabase } from '#tests/setup/server.ts'
import { ask } from './ask.ts'
import { DATABASE, type Instance } from './instance.ts'
import { loadInStates, loadInTurns, type Shape } from './load.ts'
import { compared, type Result } from './result.ts'

interface Page {
  readonly name: string
  readonly path: string
  readonly baseline: string
}

function pagesOf({ prepared: { groupId, textId, meetingId } }: Instance): readonly Page[] {
  const group = `/groups/${groupId}`
  return [
    { name: 'Text', path: `${group}/texts/${textId}`, baseline: '/bench/text' },
    { name: 'Meeting', path: `${group}/meetings/${meetingId}/plan`, baseline: '/bench/meeting' },
    { name: 'Home', path: '/', baseline: '/bench/home' },
  ]
}

/** How much slower than its baseline a page may be. */
const LIMIT = 2
/** How much slower the policies of rows may make a page. */
const POLICIES_LIMIT = 1.3
/** How much slower a page may be on the embedded database. */
const EMBEDDED_LIMIT = 2.5
/** How far the baseline's markup may be from the page's. */
const ALIKE = 1.1

/** Each page in turns with the same markup from memory. */
export async function measurePages(instance: Instance, shape: Shape): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const page of pagesOf(instance)) {
    results.push(...(await measureMarkup(instance, page)))
    results.push(...(await measureLoad(instance, page, shape)))
  }
  return results
}

/** What the policies of rows cost: each page beside itself with the policies switched off in the database. */
export function measurePolicies(instance: Instance, cluster: string, shape: Shape): Promise<readonly Result[]> {
  return inDatabase(cluster, DATABASE, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
    )
    if (rows.length === 0) throw new Error('No table has policies of its rows: there is nothing to measure.')
    const all = (what: 'ENABLE' | 'DISABLE') => async () => {
      await client.query(rows.map(({ name }) => `ALTER TABLE "${name}" ${what} ROW LEVEL SECURITY`).join(';'))
    }
    const results: Result[] = []
    for (const { name, path } of pagesOf(instance)) {
      const [own, without] = await loadInStates(instance, path, [all('ENABLE'), all('DISABLE')], shape)
      results.push(compared(`${name}: median latency`, own.latencyMs, 'ms', without.latencyMs, POLICIES_LIMIT))
    }
    await all('ENABLE')()
    return results
  })
}

/** What the embedded database costs: each page beside the same page on a PostgreSQL server. */
export async function measureEmbedded(embedded: Instance, server: Instance, shape: Shape): Promise<readonly Result[]> {
  const results: Result[] = []
  const onServer = pagesOf(server)
  for (const [n, { name, path }] of pagesOf(embedded).entries()) {
    const there = { instance: server, path: onServer[n]?.path ?? '/' }
    const [own, base] = await loadInTurns([{ instance: embedded, path }, there], shape)
    results.push(
      compared(`${name}: median latency`, own.latencyMs, 'ms', base.latencyMs, EMBEDDED_LIMIT),
      compared(`${name}: requests per second`, own.perSecond, '/s', base.perSecond, null),
    )
  }
  return results
}

async function measureLoad(
  instance: Instance,
  { name, path, baseline }: Page,
  shape: Shape,
): Promise<readonly Result[]> {
  const [own, base] = await loadInTurns(
    [
      { instance, path },
      { instance, path: baseline },
    ],
    shape,
  )
  return [
    compared(`${name}: median latency`, own.latencyMs, 'ms', base.latencyMs, LIMIT),
    compared(`${name}: requests per second`, own.perSecond, '/s', base.perSecond, null),
    compared(`${name}: processor time per request`, own.processorMs, 'ms', base.processorMs, null),
  ]
}

async function measureMarkup(instance: Instance, { name, path, baseline }: Page): Promise<readonly Result[]> {
  const { cookie } = instance.prepared
  const [own, base] = [await ask(instance, path, cookie), await ask(instance, baseline, cookie)]
  const packed = await ask(instance, path, cookie, { encoding: 'gzip' })
  const packedBase = await ask(instance, baseline, cookie, { encoding: 'gzip' })
  return [
    alike(`${name}: elements`, '', elementsIn(own.body), elementsIn(base.body)),
    alike(`${name}: HTML`, 'kB', own.body.length / 1000, base.body.length / 1000),
    compared(`${name}: HTML, gzip`, packed.body.length / 1000, 'kB', packedBase.body.length / 1000, null),
  ]
}

/** A baseline that shows more, or less, than the page proves nothing. */
function alike(name: string, unit: string, own: number, base: number): Result {
  const result = compared(name, own, unit, base, ALIKE)
  return { ...result, pass: Math.max(own, base) / Math.min(own, base) <= ALIKE }
}

/** Elements outside of scripts, whose text repeats the page for the browser's own rendering. */
function elementsIn(html: Buffer): number {
  return (
    html
      .toString()
      .replaceAll(/<script\b.*?<\/script>/gs, '')
      .match(/<[a-z]/g)?.length ?? 0
  )
}
