import { cookies } from 'next/headers'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { isSecure } from '#lib/auth/session-cookie.ts'
import { type KeptPoint, keptPoint, tourCookie } from './tour.ts'

/** Where on the tour of the demo whoever looks at the page that is being rendered is; null: they have begun none. */
export async function keptHere(): Promise<KeptPoint | null> {
  return keptPoint((await cookies()).get(cookieName(tourCookie, isSecure()))?.value)
}
