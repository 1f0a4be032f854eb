import { type KeptLetter, keptLetters } from '#lib/mail/mailbox.ts'
import type { Actor } from './actors.ts'
import { toldIn } from './judge.ts'
import { marksIn } from './world/canaries.ts'
import type { World } from './world/world.ts'

/** The letters that were sent since this one was the newest. */
export function lettersSince(newest: KeptLetter | undefined): readonly KeptLetter[] {
  const all = keptLetters()
  const end = newest === undefined ? -1 : all.indexOf(newest)
  return end === -1 ? all : all.slice(0, end)
}

/**
 * What a letter tells that is not for whom it goes to, by the table. Whoever is nobody in it may read what they are called, and in an
 * invitation what the group is for.
 */
export function toldByMail({ canaries }: World, { to, subject, text }: KeptLetter): readonly string[] {
  const address = [...marksIn(to.address)].flatMap((mark) => canaries.get(mark)?.thing ?? [])[0]
  const actor = address?.endsWith('-address') ? (address.replace(/-address$/, '') as Actor) : null
  const own = [...marksIn(`${to.name} ${to.address}`)].flatMap((mark) => canaries.get(mark)?.thing ?? [])
  return toldIn(canaries, actor, { body: `${subject}\n${text}`, headers: '' }).filter(
    (thing) => !own.includes(thing) && !(thing === 'group-purpose' && text.includes('/invitations/')),
  )
}
