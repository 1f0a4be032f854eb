import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { makeSignInLink } from './sign-in-links.ts'

/** Address of the person who started the instance, until they say their own. Nothing can be delivered there. */
export const startUpEmail = 'admin@instance.invalid'

/** Own path of the page on which whoever signs in for the first time says who they are. */
export const welcomePath = '/welcome'

/**
 * A one-time link for whoever started the instance: its admin, who is made when there is none yet. While they have not said who they
 * are it leads to where they do.
 */
export async function makeStartUpLink(): Promise<string> {
  const make = async (tx: Tx) => {
    const { id, name } = await findOrMakeAdmin(tx)
    return makeSignInLink(tx, id, 'start-up-link', name === '' ? welcomePath : null)
  }
  return asSystem('start-up', make, { write: true })
}

/** The person who runs the instance; the first of them, where there are several. One who is made here has no name: that is theirs to say. */
export async function findOrMakeAdmin(tx: Tx) {
  const known = await tx.person.findFirst({ where: { isInstanceAdmin: true }, orderBy: { createdAt: 'asc' } })
  if (known !== null) return known
  // Of two processes that start together on one server, one makes the person and the other finds them.
  const create = { email: startUpEmail, name: '', isInstanceAdmin: true }
  return tx.person.upsert({ where: { email: startUpEmail }, create, update: {} })
}
