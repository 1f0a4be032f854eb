/** The database as its owner has it: past every policy, and free to switch triggers off. What no transaction of the product can. */
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'

/** Runs `work` in one transaction as the owner of the database. */
export function asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return asSystem(
    'test',
    async (tx) => {
      await becomeOwner(tx)
      return work(tx)
    },
    { write: true },
  )
}

/** Goes on as the owner of the database until the transaction ends; whom it names stays. */
export async function becomeOwner(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET LOCAL ROLE NONE`
}
