import type { Viewer } from '#lib/db/viewer.ts'
import { settingsOf } from '#store/group/acts.ts'
import { perform } from '#store/perform.ts'
import type { SettingsSaid } from '../schema.ts'

/**
 * An organizer changes what the group is called and how it works; what they leave out stays. Refusals: `not-found`, `not-entitled`,
 * `day-full`; `changed-meanwhile` where another organizer changed the same field since it was seen.
 */
export function changeSettings(viewer: Viewer, groupId: string, { seen, ...said }: SettingsSaid) {
  const { language = seen.language, kind = seen.kind, ...rest } = said
  const to = { ...rest, language, kind }
  return perform(viewer, settingsOf(groupId), () => ({ to, seen }), {
    answer: (_, [changed]) => (changed?.type === 'settings-changed' ? changed.to : to),
  })
}
