import type { Viewer } from '#lib/db/viewer.ts'
import { settingsOf } from '#store/group/acts.ts'
import { perform } from '#store/perform.ts'
import type { GroupSettings } from '../schema.ts'

/** An organizer changes what the group is called and how it works. Refusals: `not-found`, `not-entitled`, `day-full`. */
export function changeSettings(viewer: Viewer, groupId: string, { language, ...input }: GroupSettings) {
  const to = language === undefined ? input : { ...input, language }
  return perform(viewer, settingsOf(groupId), () => to, { answer: () => to })
}
