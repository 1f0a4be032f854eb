/** The generated client, for everything outside this folder: its types, and `Prisma.sql` with its kin. */
import type { Prisma } from '#generated/prisma/client.ts'

export { Prisma } from '#generated/prisma/client.ts'

/** The client inside one transaction. Nothing else reads or writes. */
export type Tx = Prisma.TransactionClient
