import { createHash, createHmac, randomBytes } from 'node:crypto'
import { authSecret } from '#lib/settings.ts'

/** A fresh secret for a link: 256 random bits, URL-safe. Only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The secret of a link that goes by mail after its act: worked out of the id of what it opens, under the key of the instance, so that
 * it rests nowhere and every attempt to send it sends the same one. 256 bits, URL-safe; as hard to guess as the key.
 */
export function derivedToken(purpose: 'invitation', id: string): string {
  return createHmac('sha256', authSecret()).update(`${purpose}-link ${id}`).digest('base64url')
}

/** What is stored of a token: SHA-256 in hex; the token itself has enough entropy to need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
