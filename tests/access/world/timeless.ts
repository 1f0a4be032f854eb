import { asOwner } from '#tests/setup/owner.ts'
import { made } from './place.ts'

/** Two that mean something by their order: what a head installed later may see, and the entries whose hash covers when they were. */
const kept = ['RecordEntry', 'Session', 'RateLimiterFlexible']

/**
 * Lets everything in a group that happened since `began` have happened when the worlds of this run were made, so that two worlds
 * differ in nothing by it. Whoever sees only from a later instant on sees from a second after it.
 */
export async function timeless(groupId: string, began: Date): Promise<void> {
  await asOwner(async (tx) => {
    const columns = await tx.$queryRaw<{ place: string; name: string }[]>`
        SELECT quote_ident(c.table_name) AS place, quote_ident(c.column_name) AS name
        FROM information_schema.columns c JOIN information_schema.columns g
          ON g.table_schema = 'public' AND g.table_name = c.table_name AND g.column_name = 'groupId'
        WHERE c.table_schema = 'public' AND c.data_type = 'timestamp with time zone' AND c.table_name <> ALL(${kept})`
    // What stands may not change, not even when it was.
    await tx.$executeRawUnsafe(`SET LOCAL session_replication_role = 'replica'`)
    for (const { place, name } of columns) {
      const then = name === '"seesFrom"' ? `$1::timestamptz + interval '1 second'` : '$1::timestamptz'
      await tx.$executeRawUnsafe(
        `UPDATE ${place} SET ${name} = ${then} WHERE "groupId" = $2::uuid AND ${name} BETWEEN $3::timestamptz AND now()`,
        made,
        groupId,
        began,
      )
    }
  })
}
