import type { z } from 'zod'
import { hasWords, say } from '#lib/words/say.ts'

type Issue = z.core.$ZodIssue

/**
 * Why a field did not fit, in words from `messages/en/fields.json`: those of the schema's own code (`unknown-zone`) where it
 * gives one, with the facts that it tells, else those of the kind of mistake.
 */
export function fieldWords(issue: Issue): string {
  const { code, message } = issue
  if (hasWords('fields', message)) return say('fields', message, code === 'custom' ? issue.params : undefined)
  const bound = boundOf(issue)
  const key = bound === null ? code : `${code}.${bound.of}`
  return hasWords('fields', key) ? say('fields', key, { limit: bound?.limit }) : say('fields', 'other')
}

/** What was too small or too big: a text, a number, a list. */
function boundOf(issue: Issue): { of: string; limit: number } | null {
  if (issue.code === 'too_small') return { of: kindOf(issue.origin), limit: Number(issue.minimum) }
  if (issue.code === 'too_big') return { of: kindOf(issue.origin), limit: Number(issue.maximum) }
  return null
}

function kindOf(origin: string): string {
  if (origin === 'string') return 'text'
  return origin === 'array' || origin === 'set' ? 'list' : 'number'
}
