/** The addresses that the bench opens. */
import type { Prepared } from './prepared.ts'

/** A page by its name and its address. */
export interface Address {
  readonly name: string
  readonly path: string
}

/** The least that a page of the framework does (app/(development)/bench/trivial). */
export const trivialPath = '/bench/trivial'

/** The pages whose cost is judged. */
export type PageName = 'Home' | 'Plan' | 'Floor' | 'Conclusion' | 'Record' | 'Text'

/** Where they are in the demo group. */
export function judgedPages({
  groupId,
  textId,
  meetingId,
  stance,
}: Prepared): readonly (Address & { readonly name: PageName })[] {
  const group = `/groups/${groupId}`
  const held = `${group}/meetings/${stance.meetingId}`
  return [
    { name: 'Home', path: '/' },
    { name: 'Plan', path: `${group}/meetings/${meetingId}/plan` },
    { name: 'Floor', path: `${held}/floor` },
    { name: 'Conclusion', path: `${held}/conclusions/${stance.conclusionId}` },
    { name: 'Record', path: `${held}/record` },
    { name: 'Text', path: `${group}/texts/${textId}` },
  ]
}
