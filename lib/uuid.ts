const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text can be an id at all; what cannot be one answers like what does not exist. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}
