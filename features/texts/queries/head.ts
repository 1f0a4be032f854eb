import { mayAssignOn } from '#domain/preparation.ts'
import { managesTexts } from '#domain/text/edition.ts'
import type { TextScope } from '#store/access/text.ts'
import type { TextHead } from '../views.ts'

/** What a proven text is called and how long it is; no statement. */
export function textHeadOf({ textId, groupId, title, limitedTo, published, draft, standing }: TextScope): TextHead {
  return {
    id: textId,
    groupId,
    title,
    limitedTo,
    edition: published && {
      id: published.id,
      number: published.number,
      direction: published.direction,
      passageCount: published.passageCount,
    },
    hasDraft: draft !== null,
    can: { manage: managesTexts(standing), assign: published !== null && mayAssignOn(standing, limitedTo) },
  }
}
