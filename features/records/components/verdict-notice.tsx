import { Notice } from '#components/text/notice.tsx'
import { holdsAs } from '#domain/record/holds-as.ts'
import type { StoredVerdict } from '#lib/apart/verify.ts'

type Sentences = Readonly<Record<string, string>>

/** Sentences with `{name}` for what they name: they are put together in the browser, where a checked record stays. */
export interface VerdictWords {
  readonly verify: Sentences
  readonly fault: Sentences
  /** What of a conclusion is not proven. */
  readonly lacks: Sentences
  /** What the rules do not allow. */
  readonly wrong: Sentences
}

type Props = {
  readonly verdict: StoredVerdict
  readonly words: VerdictWords
  /** What of it rests on the head that somebody kept. */
  readonly above: string
}

/** Whether a record holds, and what it does not prove. */
export function VerdictNotice({ verdict, words: { verify, fault, lacks, wrong }, above }: Props) {
  if (!verdict.intact) {
    const facts = 'wrong' in verdict ? { ...verdict, wrong: wrong[verdict.wrong] } : verdict
    return (
      <Notice live tone="refusal" title={verify.broken}>
        {filled(fault[verdict.fault] ?? verdict.fault, facts)}
      </Notice>
    )
  }
  const { erased, unproven } = verdict
  const as = holdsAs(verdict)
  return (
    <Notice live tone={as === 'intact' ? 'info' : 'warning'} title={verify[as]}>
      <p>{verify.intactMeans}</p>
      {unproven.length === 0 && <p>{verify.proven}</p>}
      {unproven.map((one) => (
        <p key={one.conclusionId}>{filled(lacks[one.lacks] ?? '', one)}</p>
      ))}
      <p>{above}</p>
      {erased.length > 0 && (
        <p>
          {filled(verify.erasedEntries ?? '', { entries: erased.join(', ') })}. {verify.erasedMeans}
        </p>
      )}
    </Notice>
  )
}

/** A sentence with its facts. */
export function filled(sentence: string, facts: object): string {
  const known = facts as Readonly<Record<string, unknown>>
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''))
}
