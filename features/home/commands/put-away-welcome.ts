import type { Viewer } from '#lib/db/viewer.ts'
import { welcomeIn } from '#store/group/welcome.ts'
import { perform } from '#store/perform.ts'

/** Puts away what the group tells the viewer at first. Refusals: `not-found`. */
export function putAwayWelcome(viewer: Viewer, groupId: string) {
  return perform(viewer, welcomeIn(groupId), () => 'dismiss')
}

/** Has it back. Refusals: `not-found`. */
export function bringBackWelcome(viewer: Viewer, groupId: string) {
  return perform(viewer, welcomeIn(groupId), () => 'restore')
}
