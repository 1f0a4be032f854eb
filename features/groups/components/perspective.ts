/** Changing as whom one looks at the demo, from the browser. */
import { forgetDrafts } from '#components/forms/form-draft.ts'
import { showToast } from '#components/overlays/toast.ts'
import { read, send } from '#lib/api/send.ts'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { opens } from '#lib/demo/opens.ts'
import { type TourKey, tourCookie } from '#lib/demo/tour.ts'

/** Looks as the head of this party from now on; null: as oneself. False: it was refused, and said. */
export async function lookAsHeadOf(partyId: string | null): Promise<boolean> {
  const sent = await (partyId === null
    ? send({ route: 'DELETE /session/perspective' })
    : send({ route: 'PUT /session/perspective', body: { partyId } }))
  if (!sent.ok) showToast({ message: sent.problem.title })
  // Nothing that was typed as the one before is read as the next.
  else forgetDrafts()
  return sent.ok
}

/** Shows the page as whom one looks now: the same one where they may see it, else Home. A real load: nothing of the one before stays. */
export async function renewAsAnother(): Promise<void> {
  const here = window.location.pathname + window.location.search
  window.location.assign((await opens(here)) ? here : '/')
}

/** Goes to a point of the tour, as whom one looks now; to the group where they know of no such page. */
export async function goToPoint(groupId: string, key: TourKey): Promise<void> {
  const points = await read({ route: 'GET /groups/{groupId}/tour', params: { groupId } })
  const href = points.ok ? points.view.find((point) => point.key === key)?.href : null
  window.location.assign(href ?? `/groups/${groupId}`)
}

/** Begins or ends the tour in this browser, until it is closed. */
export function setTouring(isOn: boolean): void {
  const isSecure = window.location.protocol === 'https:'
  const end = isOn ? '' : '; max-age=0'
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
  document.cookie = `${cookieName(tourCookie, isSecure)}=on; path=/; samesite=lax${end}${isSecure ? '; secure' : ''}`
}
