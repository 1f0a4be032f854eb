import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Addresses of people, by the id of the person. */
export type Addresses = ReadonlyMap<string, string>

/** The addresses of these people that the viewer may know; one statement. */
export async function readAddresses(tx: Tx, personIds: readonly string[]): Promise<Addresses> {
  const rows = await tx.$queryRaw<{ personId: string; email: string }[]>(Prisma.sql`SELECT a."personId", a.email
    FROM visibility.known_address a WHERE a."personId" = ANY(${[...personIds]}::uuid[])`)
  return new Map(rows.map(({ personId, email }) => [personId, email]))
}
