import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { hashToken, makeToken } from '#lib/auth/token.ts'
import { holdList } from '#lib/db/hold-list.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { settings } from '#lib/settings.ts'
import { languageFor } from '#lib/words/offered.ts'
import { invitationMail } from './letters.ts'

/** Days for which an invitation can be accepted. */
export const invitationDays = 14

/** The most invitations that may be open in one group, and that one person may make in a day. */
export const invitationBounds = { open: 500, aDay: 200 } as const

/** What the inviter is shown, once. */
export interface NewInvitation {
  readonly id: string
  /** The link to hand over; null when it went by mail, for then the mail alone carries it. */
  readonly link: string | null
  /** ISO 8601. */
  readonly expiresAt: string
}

/** A new invitation before the commit, with the message to send after it. */
export interface Made extends NewInvitation {
  readonly mail: Mail | null
}

interface Draft {
  readonly groupId: string
  readonly partyId: string | null
  readonly role: string
  readonly email?: string | undefined
  readonly name?: string | undefined
  /** Set for a replacement, which cannot be accepted before. */
  readonly effectiveAt?: Date
}

/** Stores an invitation under the hash of its secret. Refusal: `too-many-invitations`. */
export async function makeInvitation(
  tx: Tx,
  viewer: Viewer,
  draft: Draft,
  now: Date,
): Promise<Made | Refusal<'too-many-invitations'>> {
  const { email = null, name = null, effectiveAt = null, ...place } = draft
  if (await isFull(tx, draft.groupId, viewer.personId, now)) return { refused: 'too-many-invitations' }
  const token = makeToken()
  const expiresAt = new Date((effectiveAt ?? now).getTime() + invitationDays * 86_400_000)
  const row = await tx.invitation.create({
    data: {
      ...place,
      email,
      name,
      effectiveAt,
      expiresAt,
      createdAt: now,
      tokenHash: hashToken(token),
      invitedById: viewer.personId,
    },
    select: {
      id: true,
      group: { select: { name: true, timeZone: true, language: true } },
      party: { select: { name: true } },
    },
  })
  const link = `${settings().baseUrl}/invitations/${token}`
  const made = { id: row.id, expiresAt: expiresAt.toISOString() }
  if (email === null) return { ...made, link, mail: null }
  const { name: inviter } = await tx.person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: { name: true },
  })
  const { group, party } = row
  const invited = await tx.person.findUnique({ where: { email }, select: { language: true } })
  const to = { name: name ?? '', address: email, language: languageFor(invited?.language ?? group.language) }
  const mail = invitationMail({
    to,
    link,
    until: expiresAt,
    role: draft.role,
    inviter,
    group,
    party: party?.name ?? null,
  })
  return { ...made, link: null, mail }
}

async function isFull(tx: Tx, groupId: string, invitedById: string, now: Date): Promise<boolean> {
  await holdList(tx, 'invitations', groupId)
  await holdList(tx, 'invitations', invitedById)
  const open = await tx.invitation.count({
    where: { groupId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
  })
  const aDayAgo = new Date(now.getTime() - 86_400_000)
  const today = await tx.invitation.count({ where: { invitedById, createdAt: { gt: aDayAgo } } })
  return open >= invitationBounds.open || today >= invitationBounds.aDay
}

/** After the commit: sends the mail, and shows the inviter what is theirs to see. */
export function deliver(made: Made | Refusal): NewInvitation | Refusal {
  if (isRefusal(made)) return made
  const { mail, ...shown } = made
  if (mail !== null) sendMail(mail)
  return shown
}
