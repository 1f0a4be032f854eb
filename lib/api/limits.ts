/** How much one person, one network and one account may ask. */
import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { personOfSession } from '#lib/auth/known-sessions.ts'
import type { Prisma } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { networkOf } from './network.ts'

/** Requests a minute by one person or, for who is not signed in, by one network. A flood bound per process. */
const perPerson = new RateLimiterMemory({ points: 600, duration: 60 })
const perNetwork = new RateLimiterMemory({ points: 300, duration: 60 })

/** Counts this request for whoever signed in; false: too many in this minute. */
export function allowRequest(viewer: Viewer | null, request: Request): Promise<boolean> {
  if (viewer === null) return isWithin(perNetwork, networkOf(request))
  return isWithin(perPerson, personOfSession(viewer.sessionId) ?? viewer.personId)
}

/** Seconds in which sign-in mails are counted: as long as a link lives, so that an account that is full has a live link. */
const mailWindow = 600

/** Mails that may be asked for from one network in `mailWindow`. Counted in the database. */
export const mailsPerNetwork = 20
/** Mails that may be asked for for one account in `mailWindow`. Counted in the database. */
export const mailsPerAccount = 5

const write = { write: true }

/** The limiter's table behind our own transactions. The library asks nothing of a client but these. */
const table = {
  RateLimiterFlexible: {
    upsert: (args: Prisma.RateLimiterFlexibleUpsertArgs) =>
      asSystem('limits', (tx) => tx.rateLimiterFlexible.upsert(args), write),
    deleteMany: (args: Prisma.RateLimiterFlexibleDeleteManyArgs) =>
      asSystem('limits', (tx) => tx.rateLimiterFlexible.deleteMany(args), write),
    findFirst: (args: Prisma.RateLimiterFlexibleFindFirstArgs) =>
      asSystem('limits', (tx) => tx.rateLimiterFlexible.findFirst(args)),
  },
}

function stored(keyPrefix: string, points: number): RateLimiterPrisma {
  // What has expired is swept by a job with everything else that has (lib/api/sweep.ts).
  return new RateLimiterPrisma({
    storeClient: table,
    keyPrefix,
    points,
    duration: mailWindow,
    clearExpiredByTimeout: false,
  })
}

const mailFrom = stored('mail-from', mailsPerNetwork)
const mailTo = stored('mail-to', mailsPerAccount)

/** Counts a mail asked for from a network; false: too many. */
export function allowMailFrom(request: Request): Promise<boolean> {
  return isWithin(mailFrom, networkOf(request))
}

/**
 * Counts a mail asked for an address, whether or not anybody has it; false: too many. Its owner is not locked out by somebody
 * who floods it, for the links of the flood are in the owner's own mailbox and live as long as the bound lasts.
 */
export function allowMailTo(email: string): Promise<boolean> {
  return isWithin(mailTo, createHash('sha256').update(email).digest('hex'))
}

async function isWithin(limiter: RateLimiterMemory | RateLimiterPrisma, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}
