import type { Prisma } from '#lib/db/prisma.ts'

/** Minutes that stand: they are put to the parties, fixed or agreed, so that what they tell of changes no more. */
export const standingMinutes = {
  kind: 'record',
  state: { in: ['put', 'ad-referendum', 'adopted'] },
} satisfies Prisma.ConclusionWhereInput
