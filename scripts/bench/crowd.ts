/** As many people as a large study circle has answer one version in the same moment. */

import { inDatabase } from '#tests/setup/server.ts'
import { ask } from './ask.ts'
import { COPY, type Instance } from './instance.ts'
import { compared, type Result } from './result.ts'
import { bareStance } from './stance.ts'

/** As a multiple of the bare transactions one after another, which is the fastest that one version can be answered. */
const LIMIT = 6

/** All send their answer at once; the time until the last of them is answered. Each has a browser and a connection of their own. */
export async function measureCrowd(instance: Instance, cluster: string): Promise<readonly Result[]> {
  const { crowd } = instance.prepared
  const answer = JSON.stringify({ version: crowd.version, answer: { kind: 'consent' } })
  const path = `/api/v1/conclusions/${crowd.conclusionId}/stances`
  const bareMs = await inDatabase(cluster, COPY, async (client) => {
    let sum = 0
    for (const who of crowd.people) sum += await bareStance(client, { ...crowd, ...who })
    return sum
  })
  const began = performance.now()
  await Promise.all(
    crowd.people.map(({ cookie }) => ask(instance, path, cookie, { method: 'POST', body: answer, ofItsOwn: true })),
  )
  const ms = performance.now() - began
  return [compared(`${crowd.people.length} people answer one version at once`, ms, 'ms', bareMs, LIMIT)]
}
