/**
 * Whether a page of this instance opens for whoever is signed in in this browser now.
 *
 * @param path own path with its query.
 * @throws when no answer came.
 */
export async function opens(path: string): Promise<boolean> {
  const { ok } = await fetch(path)
  return ok
}
