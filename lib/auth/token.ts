import { createHash, randomBytes } from 'node:crypto'

/** A fresh secret for a link: 256 random bits, URL-safe. Only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: SHA-256 in hex; the token itself has enough entropy to need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
