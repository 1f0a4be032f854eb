import type { Refusal } from '#domain/refusal.ts'
import { usualBytes } from './body-bounds.ts'

/**
 * Reads a JSON body of at most `maxBytes` bytes. Refusals: `invalid-input` when it is not JSON, `payload-too-large`.
 * Keys named `__proto__` are dropped (SECURITY.md, attack 32).
 */
export async function readJson(request: Request, maxBytes = usualBytes): Promise<{ json: unknown } | Refusal> {
  const body = await readBytes(request, maxBytes)
  if ('refused' in body) return body
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)
    return { json: JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value)) }
  } catch {
    return notJson
  }
}

const notJson = { refused: 'invalid-input', fields: [] } satisfies Refusal & { fields: [] }

/** A body is longer than its route takes; `maxBytes`: how long it may be, in bytes. */
export interface PayloadTooLarge extends Refusal<'payload-too-large'> {
  readonly maxBytes: number
}

/** Reads the whole body, but never more than `maxBytes`, whatever its headers claim. Refusal: `payload-too-large`. */
export async function readBytes(request: Request, maxBytes: number): Promise<{ bytes: Uint8Array } | PayloadTooLarge> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) return { refused: 'payload-too-large', maxBytes }
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return { bytes }
}
