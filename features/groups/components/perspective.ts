/** Changing as whom one looks at the demo, from the browser. */
import { forgetDrafts } from '#components/forms/form-draft.ts'
import { showToast } from '#components/overlays/toast.ts'
import { becameAnotherEvent, read, send } from '#lib/api/send.ts'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { opens } from '#lib/demo/opens.ts'
import { type KeptPoint, keptPoint, keptValue, type TourKey, tourCookie } from '#lib/demo/tour.ts'

/** Looks as the head of this party from now on; null: as oneself. False: it was refused, and said. */
export async function lookAsHeadOf(partyId: string | null): Promise<boolean> {
  const sent = await (partyId === null
    ? send({ route: 'DELETE /session/perspective' })
    : send({ route: 'PUT /session/perspective', body: { partyId } }))
  if (!sent.ok) {
    showToast({ message: sent.problem.title })
    return false
  }
  // Nothing that was typed as the one before is read, or sent, as the next: not in other tabs either.
  forgetDrafts()
  window.dispatchEvent(new Event(becameAnotherEvent))
  return true
}

/** Shows the page as whom one looks now: the same one where they may see it, else Home. A real load: nothing of the one before stays. */
export async function renewAsAnother(): Promise<void> {
  const here = window.location.pathname + window.location.search
  const mayStay = await opens(here)
  if (!mayStay) sessionStorage.setItem(movedKey, 'yes')
  window.location.assign(mayStay ? here : '/')
}

/** Under which it is kept, until the next page says it, that whoever one looks as now may not see the one before. */
const movedKey = 'perspective-moved'

/** Whether one was brought here because whoever one looks as now may not see the page before; told once. */
export function wasMoved(): boolean {
  const moved = sessionStorage.getItem(movedKey) !== null
  sessionStorage.removeItem(movedKey)
  return moved
}

/** Goes to a point of the tour, as whom one looks now, and keeps it; to the group where they know of no such page. */
export async function goToPoint(groupId: string, key: TourKey): Promise<void> {
  keepPoint({ key, isAway: false })
  const points = await read({ route: 'GET /groups/{groupId}/tour', params: { groupId } })
  const href = points.ok ? points.view.find((point) => point.key === key)?.href : null
  window.location.assign(href ?? `/groups/${groupId}`)
}

/** Begins the tour at a point, or goes on with it, as whoever it asks to look as there; `current`: as whose head one looks now. */
export async function beginAt(groupId: string, key: TourKey, current: string | null): Promise<void> {
  const params = { groupId }
  const [points, heads] = await Promise.all([
    read({ route: 'GET /groups/{groupId}/tour', params }),
    read({ route: 'GET /groups/{groupId}/perspectives', params }),
  ])
  const as = points.ok ? points.view.find((point) => point.key === key)?.as : null
  const partyId = heads.ok ? (heads.view.find(({ party }) => party === as)?.partyId ?? null) : null
  if (partyId === current || (await lookAsHeadOf(partyId))) await goToPoint(groupId, key)
}

/** Keeps in this browser, until it is closed, where on the tour one is; null: the tour is over. */
export function keepPoint(kept: KeptPoint | null): void {
  const isSecure = window.location.protocol === 'https:'
  const value = kept === null ? '; max-age=0' : keptValue(kept)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
  document.cookie = `${cookieName(tourCookie, isSecure)}=${value}; path=/; samesite=lax${isSecure ? '; secure' : ''}`
}

/** Where on the tour one is, as this browser keeps it; null: none is begun. */
export function keptInBrowser(): KeptPoint | null {
  const name = cookieName(tourCookie, window.location.protocol === 'https:')
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`))
  return keptPoint(pair?.slice(name.length + 1))
}
