/**
 * Signs this browser in by the secret of a link, at the address of next-auth that takes it, and answers whether the link was
 * taken. Opening the page of a link uses nothing up; this does.
 *
 * @throws when no answer came.
 */
export async function redeemLink(token: string): Promise<boolean> {
  const asked = await fetch('/api/auth/csrf')
  const { csrfToken }: { csrfToken: string } = await asked.json()
  const body = new URLSearchParams({ csrfToken, token, json: 'true' })
  const answer = await fetch('/api/auth/callback/link', { method: 'POST', body })
  return answer.ok
}
