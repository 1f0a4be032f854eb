import { ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { mostAtOnce, partSize } from '#domain/text/window.ts'
import type { ReaderView } from '../loaders.ts'
import { type RenderMargin, usePartsOf } from './reader-parts.tsx'
import { ReadingOn } from './reading-on.tsx'

export interface ReaderProps {
  readonly reading: ReaderView
  readonly renderMargin: RenderMargin
  /** The address under which people reach the instance: paper says where the whole text is printed. */
  readonly baseUrl: string
}

/** A view of the text: some passages under their numbers, and the way to the others. */
export function Reader({ reading, renderMargin, baseUrl }: ReaderProps) {
  const { head, from, total, editionId } = reading
  const at = `/groups/${head.groupId}/texts/${head.id}`
  return (
    <ReadingOn
      key={from}
      {...{ at, editionId, total, baseUrl }}
      direction={head.edition?.direction}
      parts={usePartsOf(reading, renderMargin)}
      before={from > 1 && <Before at={at} from={from} to={reading.passages.at(-1)?.ordinal ?? from} />}
    />
  )
}

/** To what stands before: the part before with those that are shown, so that the place stays. */
function Before({ at, from, to }: { readonly at: string; readonly from: number; readonly to: number }) {
  const t = useTranslations('texts.reader')
  const previous = Math.max(1, from - partSize)
  const until = Math.min(to, previous + mostAtOnce - 1)
  return (
    <nav aria-label={t('previous')} className="print:hidden flex flex-wrap gap-3 py-4">
      <ButtonLink
        href={`${at}?${previous === 1 ? '' : `from=${previous}&`}to=${until}#p-${from}`}
        icon={<ArrowUp aria-hidden />}
      >
        {t('previous')}
      </ButtonLink>
    </nav>
  )
}
