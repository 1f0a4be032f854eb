import { cookies } from 'next/headers'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { isSecure } from '#lib/auth/session-cookie.ts'
import { tourCookie } from './tour.ts'

/** Whether whoever looks at the page that is being rendered is on the tour of the demo. */
export async function isTouring(): Promise<boolean> {
  return (await cookies()).get(cookieName(tourCookie, isSecure()))?.value === 'on'
}
