import { createTransport } from 'nodemailer'
import { inBackground } from '#lib/background.ts'
import { Unreachable } from '#lib/outbox/message.ts'
import { settings } from '#lib/settings.ts'
import { sayIn } from '#lib/words/say.ts'
import type { Language } from '#messages/languages.ts'
import { type Letter, type Mail, write } from './mail.ts'
import { keepLetter } from './mailbox.ts'
import { reachesNobody } from './reach.ts'

/**
 * Sends a message that may be lost when the process dies, and whose secret rests nowhere: a sign-in link, which is asked for
 * anew. Nobody waits for it. Every other message goes through the outbox.
 */
export function sendMail(mail: Mail): void {
  inBackground('mail', () => deliverMail(mail))
}

/**
 * Hands a message to the mail server, and waits for its answer. Without a mail server it appears in the terminal. Addresses under
 * `.invalid` (RFC 2606) reach nobody and are never handed to a server.
 *
 * @param deliveryId one per message and recipient; whoever gets it twice recognises it by its Message-ID (RFC 5322, 3.6.4).
 * @throws Unreachable when the server refuses the address for good (RFC 5321, 4.2.1).
 */
export async function deliverMail(mail: Mail, deliveryId?: string): Promise<void> {
  const letter = write(mail)
  const { smtpUrl } = settings()
  if (smtpUrl === undefined) print(letter)
  else if (!reachesNobody(letter.to.address)) await hand(smtpUrl, letter, deliveryId)
}

/** How long a mail server may be silent, and how long it may take in all, in milliseconds: a message of the outbox is held for longer. */
const patience = { silent: 10_000, all: 20_000 }

async function hand(smtpUrl: string, { to, subject, text }: Letter, deliveryId: string | undefined): Promise<void> {
  const transport = createTransport(impatient(smtpUrl), { disableFileAccess: true, disableUrlAccess: true })
  const messageId = deliveryId === undefined ? {} : { messageId: `<${deliveryId}@${host()}>` }
  const sent = transport.sendMail({
    from: sender(smtpUrl, to.language),
    to: [{ name: to.name, address: to.address }],
    subject,
    text,
    ...messageId,
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server takes too long.')), patience.all)
  })
  try {
    await Promise.race([sent, late])
  } catch (error) {
    throw isRefusedForGood(error) ? new Unreachable(error) : error
  } finally {
    clearTimeout(timer)
  }
}

/** The address of the mail server with how long it may be silent, where it does not say that itself. */
function impatient(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  for (const wait of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(wait)) url.searchParams.set(wait, String(patience.silent))
  return url.href
}

/** The server takes nothing for this address, now or later. What it says about this instance itself is tried again. */
function isRefusedForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('rejected' in error) || !('responseCode' in error)) return false
  const { rejected, responseCode } = error
  return Array.isArray(rejected) && rejected.length > 0 && typeof responseCode === 'number' && responseCode >= 500
}

function host(): string {
  return URL.parse(settings().baseUrl)?.hostname ?? 'localhost'
}

/** From whom: the account at the mail server where that is an address, else this instance's own host. */
function sender(smtpUrl: string, language: Language): { name: string; address: string } {
  const user = decodeURIComponent(URL.parse(smtpUrl)?.username ?? '')
  return { name: sayIn(language, 'mail', 'sender'), address: user.includes('@') ? user : `concordance@${host()}` }
}

function print(letter: Letter): void {
  keepLetter(letter)
  if (settings().logLevel === 'silent') return
  const { to, subject, text } = letter
  const rule = '─'.repeat(72)
  process.stdout.write(`\n${rule}\n${to.name} <${to.address}>\n${subject}\n\n${text}${rule}\n`)
}
