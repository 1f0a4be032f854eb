/** What a group tells somebody at first, which they put away once they have read it, and can have back. */
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from '#store/access/group.ts'
import type { Holding, Target } from '#store/perform.ts'
import { tellsNothing } from '#store/telling.ts'

interface HeldWelcome extends Holding {
  readonly groupId: string
  readonly personId: string
}

type WelcomeEvent = { readonly type: 'welcome-dismissed' | 'welcome-restored' }

/** The first words of a group to the viewer: they alone put them away or have them back, and nobody is told. */
export function welcomeIn(groupId: string): Target<Viewer, HeldWelcome, 'dismiss' | 'restore', WelcomeEvent, never> {
  return {
    load: async (act, viewer) => {
      const scope = await proveGroup(act.tx, viewer, groupId)
      return scope && { act, groupId, personId: viewer.personId }
    },
    decide: (_, command) => [{ type: command === 'dismiss' ? 'welcome-dismissed' : 'welcome-restored' }],
    save: async ({ act: { tx, now }, groupId: inGroup, personId }, events) => {
      const own = { groupId: inGroup, personId }
      for (const { type } of events) {
        if (type === 'welcome-restored') await tx.welcomeDismissal.deleteMany({ where: own })
        else
          await tx.welcomeDismissal.upsert({
            where: { groupId_personId: own },
            create: { ...own, at: now },
            update: { at: now },
          })
      }
    },
    tell: () => tellsNothing,
  }
}
