import { shortNameFrom } from '#domain/party/names.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { readHandbook } from '#lib/demo/handbook.ts'
import { type Founding, groupToFound } from '#store/group/found.ts'
import { perform } from '#store/perform.ts'
import type { NewFounding } from '../schema.ts'

/**
 * The instance admin makes a group with its parties, their people and its first text in one act, and organizes it. Refusals:
 * `not-entitled`, `name-missing`, `list-full`, `party-name-taken`, `party-name-too-alike`, `too-many-invitations`.
 */
export async function foundGroup(viewer: Viewer, { parties, text, language = null, ...about }: NewFounding) {
  const { timeZone } = about
  const founding: Founding = {
    group: { ...about, language },
    parties: parties.map((party) => ({ ...party, shortName: shortNameFrom(party.name), timeZone })),
    text: text === 'handbook' ? await readHandbook() : null,
  }
  return perform(viewer, groupToFound(), () => founding, {
    answer: ({ groupId: id }) => ({ id }),
    timeoutMs: 60_000,
  })
}
