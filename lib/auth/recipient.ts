import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'

/** No session: whoever is told of something does not act. */
const noSession = '00000000-0000-0000-0000-000000000000'

/**
 * Reads in the name of somebody who is to be told of something: what is not theirs to see by now they are not told. The database
 * refuses every change.
 */
export function asRecipient<T>(personId: string, work: (tx: Tx, viewer: Viewer) => Promise<T>): Promise<T> {
  const viewer = provenViewer({ personId, sessionId: noSession, method: 'mail-link' })
  return asViewer(viewer, (tx) => work(tx, viewer))
}
