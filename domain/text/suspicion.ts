/**
 * Page furniture: what a copied web page or a scanned book carries besides its text. A suspicion is a suggestion of the
 * preview and no more; the patterns are general, anchored at both ends where a sentence could begin alike, and only
 * ever meet short lines.
 */
import type { Candidate, Suspect } from './passage.ts'

/** Furniture is short; anything longer, in UTF-16 units, is never suspected. */
const maxFurnitureLength = 160

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const date = `(?:${month} ${day},? \\d{4}|${day} ${month},? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?'
const network = '(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|mastodon|instagram|e-?mail|pinterest|bluesky)'

const patterns: readonly (readonly [Suspect, RegExp])[] = [
  ['separator', /^[^\p{L}\p{N}]+$/u],
  ['reading-time', /^[~≈]?\s*\d{1,3}\s?-?\s?min(?:ute)?s?\.?\s(?:to\s)?read(?:ing)?(?:\stime)?\.?$/i],
  ['reading-time', /^(?:estimated\s)?(?:reading|read)\stime\s?[:–-]?\s?[~≈]?\d{1,3}\s?min(?:ute)?s?\.?$/i],
  ['reading-time', /^(?:lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura)\b.{0,30}$/i],
  ['page-number', /^(?:page|seite|página|pagina|p\.|стр\.)\s?\d{1,4}(?:\s?(?:of|von|de|sur|di|из|\/)\s?\d{1,4})?$/i],
  ['page-number', /^[-–—[(]?\s?\d{1,4}\s?(?:(?:of|\/)\s?\d{1,4}\s?)?[-–—\])]?$/i],
  ['date-line', new RegExp(`^${weekday}${date}(?:,? (?:at )?\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?)?$`, 'i')],
  [
    'date-line',
    /^(?:(?:first )?(?:posted|published|updated|modified)|last (?:updated|modified))\b[^.!?]{0,80}\d[^.!?]{0,40}$/i,
  ],
  ['date-line', new RegExp(`^by .{1,60}(?:\\||·|•|,| on) ?${weekday}${date}$`, 'i')],
  ['navigation', /^(?:latest|more|recent|popular|trending|most read)(?: \p{L}+)? (?:from|in|on) [^.!?]{1,60}$/iu],
  [
    'navigation',
    /^(?:(?:read|see|show|load|view) (?:more|all|next)|continue reading|related (?:articles?|posts?|stories|reading)|you (?:may|might) also (?:like|enjoy)|recent (?:posts?|comments?)|(?:previous|next) (?:post|article|page|story|chapter)|back to (?:the )?(?:top|home|contents)|skip to (?:main )?content|home|menu|search|tags?|categories)(?: ?[:»›→….]+)?$/i,
  ],
  ['navigation', /^(?:tags?|tagged|categor(?:y|ies)|filed under|posted in|topics?):[^.!?]{1,120}$/i],
  ['navigation', /^(?:home|start) ?[›»>/|].{1,120}$/i],
  [
    'sharing',
    /^(?:share|tweet|like|print|e-?mail|bookmark|save) this(?: (?:article|page|post|story))?(?: (?:on|via|with|by)\b.{0,40})?[:.!]?$/i,
  ],
  ['sharing', /^follow us(?: (?:on|via)\b.{0,40})?[:.!]?$/i],
  [
    'sharing',
    new RegExp(`^(?:share|follow(?: us)?|tweet|post)(?: (?:on|to|via|by)) ${network}(?:[ ,|/]+${network})*$`, 'i'),
  ],
  ['sharing', new RegExp(`^(?:${network}[ ,|/·•]+){2,}${network}$`, 'i')],
  ['sharing', /^(?:share|tweet|copy link|print)$/i],
  ['subscription', /^(?:(?:subscribe|sign up|log in|sign in)(?: (?:now|today|here|to|for|with|or)\b.{0,80})?)[.!]?$/i],
  ['comments', /^(?:\d{1,5}|no|leave a|post a|add a|view all|write a) (?:comments?|repl(?:y|ies))(?: on .{1,80})?$/i],
  ['cookies', /^(?:we|this (?:site|website)) uses? cookies\b.{0,140}$/i],
  [
    'cookies',
    /^(?:accept|reject|manage|allow) (?:all )?cookies$|^(?:cookie|privacy) (?:policy|settings|notice)(?: ?[|·•] ?.{1,60})?$/i,
  ],
  ['copyright', /^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})).{0,120}$/i],
  ['copyright', /^.{0,100}\ball rights reserved\.?$/i],
  ['advertisement', /^(?:advertisement|advertising|sponsored(?: content)?|anzeige|publicité|publicidad)$/i],
]

/** Judges one line by its own words; null: nothing speaks against it. */
export function suspectOf(text: string): Suspect | null {
  if (text.length > maxFurnitureLength) return null
  const line = text.replace(/\s+/g, ' ')
  for (const [suspect, pattern] of patterns) {
    if (pattern.test(line)) return suspect
  }
  return null
}

/** A running head or foot stands on every page: from so many equal lines on, it is suspected. */
const repetitions = 4

/** Longest running head or foot, in UTF-16 units. */
const maxRunningLineLength = 80

/** Suspects short lines that come again and again, whatever they say. */
export function suspectRepeated(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>()
  for (const { text } of candidates) {
    if (text.length <= maxRunningLineLength) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return candidates.map((candidate) =>
    candidate.suspect === null && canRepeat(candidate) && (counts.get(candidate.text) ?? 0) >= repetitions
      ? { ...candidate, suspect: 'repeated-line' }
      : candidate,
  )
}

/** Answers in a list ("Yes", "None") repeat by nature. */
function canRepeat({ kind }: Candidate): boolean {
  return kind === 'paragraph' || kind === 'heading'
}
