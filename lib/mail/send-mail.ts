import { createTransport } from 'nodemailer'
import { inBackground } from '#lib/background.ts'
import { settings } from '#lib/settings.ts'
import { sayIn } from '#lib/words/say.ts'
import type { Language } from '#messages/languages.ts'
import { type Letter, type Mail, write } from './mail.ts'
import { keepLetter } from './mailbox.ts'

/**
 * Sends a message after the commit that it tells of; nobody waits for it. Without a mail server it appears in the terminal.
 * Addresses under `.invalid` (RFC 2606) reach nobody and are never handed to a server.
 */
export function sendMail(mail: Mail): void {
  const letter = write(mail)
  const { smtpUrl } = settings()
  if (smtpUrl === undefined) print(letter)
  else if (!letter.to.address.endsWith('.invalid')) inBackground('mail', () => hand(smtpUrl, letter))
}

async function hand(smtpUrl: string, { to, subject, text }: Letter): Promise<void> {
  const transport = createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
  await transport.sendMail({
    from: sender(smtpUrl, to.language),
    to: [{ name: to.name, address: to.address }],
    subject,
    text,
  })
}

/** From whom: the account at the mail server where that is an address, else this instance's own host. */
function sender(smtpUrl: string, language: Language): { name: string; address: string } {
  const user = decodeURIComponent(URL.parse(smtpUrl)?.username ?? '')
  const host = URL.parse(settings().baseUrl)?.hostname ?? 'localhost'
  return { name: sayIn(language, 'mail', 'sender'), address: user.includes('@') ? user : `concordance@${host}` }
}

function print(letter: Letter): void {
  keepLetter(letter)
  if (settings().logLevel === 'silent') return
  const { to, subject, text } = letter
  const rule = '─'.repeat(72)
  process.stdout.write(`\n${rule}\n${to.name} <${to.address}>\n${subject}\n\n${text}${rule}\n`)
}
