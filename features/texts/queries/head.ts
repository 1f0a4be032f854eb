import { mayAssignOn } from '#domain/preparation.ts'
import type { Direction } from '#domain/text/direction.ts'
import { managesTexts } from '#domain/text/edition.ts'
import type { TextScope } from '#store/access/text.ts'

/** What stands above every view of a text. */
export interface TextHead {
  id: string
  groupId: string
  title: string
  limitedTo: readonly string[]
  /** What is read and cited; null: there is only a draft. */
  edition: { id: string; number: number; direction: Direction; passageCount: number } | null
  hasDraft: boolean
  can: { manage: boolean; assign: boolean }
}

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
