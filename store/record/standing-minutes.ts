import { standingStates } from '#domain/conclusion/put-record.ts'
import type { Prisma } from '#lib/db/prisma.ts'

/** Minutes that stand (`standingStates`), as a condition on conclusions. */
export const standingMinutes = {
  kind: 'record',
  state: { in: [...standingStates] },
} satisfies Prisma.ConclusionWhereInput
