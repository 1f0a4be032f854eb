import { useTranslations } from 'next-intl'
import type { NextLine } from '#domain/next-acts.ts'
import { useNames } from '#lib/words/use-language.ts'
import type { NextAsk } from '#store/asks/ask.ts'
import type { HomeGroup } from '../queries/person.ts'

/** How many names a line says; the page to which it leads has the others. */
const named = 4

/** What comes next, in one line. */
export function useNextWords(): (line: NextLine<NextAsk>) => string {
  const t = useTranslations('home.next.line')
  const list = useNames()
  return ({ first: { kind, title }, titles, count }) => {
    switch (kind) {
      case 'party':
      case 'text':
      case 'meeting':
        return t(kind)
      case 'passages':
      case 'people-declined':
      case 'people-unanswered':
        return t(kind, { count, title })
      case 'invite-head':
      case 'invite-head-again':
      case 'invite-head-declined':
      case 'edition':
      case 'schedule':
      case 'head-unanswered':
        return t(kind, { count, titles: list(titles.slice(0, named)), more: Math.max(0, count - named) })
      case 'close-meeting':
      case 'open-meeting':
      case 'unopened':
      case 'put-minutes':
      case 'appoint-chair':
      case 'agenda':
      case 'make-room':
      case 'offer-time':
      case 'propose-again':
      case 'name-people':
      case 'assign':
      case 'name-participants':
      case 'minutes-unanswered':
        return t(kind, { title })
      default:
        return kind satisfies never
    }
  }
}

/** Why it comes next, in one sentence. */
export function useNextWhy(groups: readonly HomeGroup[]): (ask: NextAsk) => string {
  const t = useTranslations('home.next')
  return ({ kind, groupId }) => {
    const of = groups.find(({ id }) => id === groupId)?.kind ?? null
    return kind === 'meeting' && of !== null ? t(`whyMeeting.${of}`) : t(`why.${kind}`)
  }
}
