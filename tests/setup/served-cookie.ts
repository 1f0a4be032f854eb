import type { SpawnedServer } from './spawn-server.ts'

/** Signs in by the link that the server's start printed, as the instance admin, and returns the Cookie header that says so. */
export async function cookieOfStart({ baseUrl, signInLink }: SpawnedServer): Promise<string> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const own = csrf.headers.getSetCookie().map((line) => line.split(';')[0])
  const token = new URL(signInLink).searchParams.get('token') ?? ''
  const signedIn = await fetch(`${baseUrl}/api/auth/callback/link`, {
    method: 'POST',
    headers: { origin: baseUrl, cookie: own.join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, token, json: 'true' }),
  })
  const session = signedIn.headers.getSetCookie().find((line) => line.includes('concordance.session='))
  return session?.split(';')[0] ?? ''
}
