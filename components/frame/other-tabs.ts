/** Name of the channel on which the tabs of a browser tell each other of acts. */
export const tabsChannel = 'acts'

/** What one tab tells the others: an act was done, or this browser is signed in as somebody else now. */
export type TabsMessage = 'done' | 'viewer'

/** Tells the other tabs that one is somebody else now: nothing that was typed there is sent in the name of that person. */
export function tellViewerChanged(): void {
  const others = new BroadcastChannel(tabsChannel)
  others.postMessage('viewer' satisfies TabsMessage)
  others.close()
}
