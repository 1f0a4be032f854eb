/** Whether a loading of the demo is under way, so that one that was cut off leaves nothing half-made behind. */
import { startUpEmail } from '#lib/auth/start-up-link.ts'
import { embedded } from '#lib/db/connection.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'

const name = 'load-demo'
const write = { write: true }

/** No loading takes longer, in seconds: afterwards its process has died. */
const longest = 300

/** What the database holds: the demo group, people who know nothing of it, or nothing. */
export function whatIsThere(): Promise<'demo' | 'people' | 'nothing'> {
  return asSystem('demo', async (tx) => {
    if ((await tx.group.findFirst({ where: { isDemo: true }, select: { id: true } })) !== null) return 'demo'
    return (await tx.person.findFirst({ select: { id: true } })) === null ? 'nothing' : 'people'
  })
}

/** False: another process is loading it. */
export function beginLoading(): Promise<boolean> {
  const begin = async (tx: Tx) => {
    const made = await tx.$executeRaw`INSERT INTO "Job" (name, "claimedUntil")
      VALUES (${name}, now() + make_interval(secs => ${longest})) ON CONFLICT (name) DO NOTHING`
    return made === 1
  }
  return asSystem('demo', begin, write)
}

export async function endLoading(): Promise<void> {
  await asSystem('demo', (tx) => tx.job.deleteMany({ where: { name } }), write)
}

/** Removes what a loading that was cut off has left. Until it has ended nobody but its people belongs to the demo. */
export async function clearCutOff(): Promise<void> {
  // The embedded database is this process's own: whoever began loading is gone.
  const alone = (await embedded()) !== null
  const isCutOff = async (tx: Tx) => {
    const [row] = await tx.$queryRaw<
      { over: boolean }[]
    >`SELECT "claimedUntil" <= now() AS over FROM "Job" WHERE name = ${name}`
    return row !== undefined && (alone || row.over)
  }
  if (await asSystem('demo', isCutOff)) await asSystem('demo', remove, { write: true, timeoutMs: 120_000 })
}

async function remove(tx: Tx): Promise<void> {
  const groups = await tx.group.findMany({ where: { isDemo: true }, select: { id: true } })
  for (const { id } of groups) {
    await tx.$queryRaw`SELECT set_config('app.deleting_group', ${id}, true)`
    await tx.group.delete({ where: { id }, select: { id: true } })
  }
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Person" p WHERE (p."isInvented" OR p.email = ${startUpEmail} AND p.name = '')
    AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s."personId" = p.id)
    AND NOT EXISTS (SELECT 1 FROM "SignInLink" l WHERE l."personId" = p.id)
    AND NOT EXISTS (SELECT 1 FROM "Organizer" o WHERE o."personId" = p.id)
    AND NOT EXISTS (SELECT 1 FROM "PartyMember" m WHERE m."personId" = p.id)`)
  await tx.job.deleteMany({ where: { name } })
}
