import type { ForeignInput, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { languageHere } from '#lib/words/context.ts'
import { formatNames } from '#lib/words/format.ts'

/** A refusal about parties with their names, so that it can say which. For parties that whoever acts has named or knows. */
export async function withNames<Refused extends Refusal>(
  tx: Tx,
  refusal: Refused,
  partyIds: readonly string[],
): Promise<Refused & { readonly names: string; readonly field: 'partyIds' }> {
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
  }
}

/** A body names a party that is none of this group, whether or not there is one elsewhere (SECURITY.md, attack 3). */
export function foreignParty(field: string): ForeignInput {
  return { refused: 'invalid-input', field }
}
