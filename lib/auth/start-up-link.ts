import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { makeSignInLink } from './sign-in-links.ts'

/** Address of the person who started the instance, until they change it. */
export const startUpEmail = 'admin@instance.invalid'

/** A one-time link for whoever started the instance: its admin, who is made when there is none yet. */
export async function makeStartUpLink(): Promise<string> {
  const make = async (tx: Tx) => makeSignInLink(tx, (await findOrMakeAdmin(tx)).id, 'start-up-link')
  return asSystem('start-up', make, { write: true })
}

/** The person who runs the instance; the first of them, where there are several. */
export async function findOrMakeAdmin(tx: Tx) {
  const known = await tx.person.findFirst({ where: { isInstanceAdmin: true }, orderBy: { createdAt: 'asc' } })
  if (known !== null) return known
  // Of two processes that start together on one server, one makes the person and the other finds them.
  const create = { email: startUpEmail, name: 'Instance admin', isInstanceAdmin: true }
  return tx.person.upsert({ where: { email: startUpEmail }, create, update: {} })
}
