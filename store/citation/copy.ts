import type { Tx } from '#lib/db/prisma.ts'

/** What each of these takes up from the one it comes from: the same passages. Two statements. */
export async function copyCitations(
  tx: Tx,
  heirs: readonly { readonly id: string; readonly carriedFromId: string }[],
): Promise<void> {
  const from = heirs.map(({ carriedFromId }) => carriedFromId)
  const cited = await tx.citation.findMany({ where: { citingId: { in: from } } })
  const heirOf = new Map(heirs.map(({ id, carriedFromId }) => [carriedFromId, id]))
  await tx.citation.createMany({
    data: cited.flatMap(({ id: _, ...citation }) => {
      const citingId = heirOf.get(citation.citingId)
      return citingId === undefined ? [] : [{ ...citation, citingId }]
    }),
  })
}
