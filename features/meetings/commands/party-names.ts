import type { Refusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { languageHere } from '#lib/words/context.ts'
import { formatNames } from '#lib/words/format.ts'

/** A refusal about parties with their names, so that it can say which. For parties that whoever acts has named or knows. */
export async function withNames(tx: Tx, refusal: Refusal, partyIds: readonly string[]): Promise<Refusal> {
  const parties = await tx.party.findMany({
    where: { id: { in: [...partyIds] } },
    orderBy: { shortName: 'asc' },
    select: { shortName: true },
  })
  return {
    ...refusal,
    names: formatNames(
      parties.map(({ shortName }) => shortName),
      languageHere(),
    ),
    field: 'partyIds',
  } as Refusal
}

/** A body names a party that is none of this group, whether or not there is one elsewhere (SECURITY.md, attack 3). */
export function foreignParty(field: string): Refusal {
  return { refused: 'invalid-input', field } as Refusal
}
