'use client'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Modal } from '#components/overlays/modal.tsx'
import { isRefusal } from '#domain/refusal.ts'
import type { CitationView } from '#store/citation/read.ts'
import { withAdded } from './picked.ts'
import { Awaited, PickerFailed } from './picker-awaited.tsx'
import { FinderChoice } from './picker-finder.tsx'
import { PickedFolded } from './picker-picked.tsx'
import { PickerText } from './picker-text.tsx'
import { useTexts } from './use-window.ts'

export interface PassageBrowserProps {
  readonly groupId: string
  readonly chosen: readonly CitationView[]
  readonly onChoose: (chosen: readonly CitationView[]) => void
  readonly onClose: () => void
}

/** A sheet beside the page: a text of the group to look through, and what has been picked from it so far. */
export function PassageBrowser({ groupId, chosen, onChoose, onClose }: PassageBrowserProps) {
  const t = useTranslations('texts.picker')
  const { texts, isThereMore, isKnown, failed, more } = useTexts(groupId)
  // On a page of a text one begins in that text.
  const { textId } = useParams<{ textId?: string }>()
  const [wanted, setWanted] = useState<string | null>(chosen[0]?.textId ?? textId ?? null)
  const text = texts.find(({ id }) => id === wanted) ?? texts[0] ?? null
  const [picked, setPicked] = useState<readonly CitationView[]>([])
  return (
    <Modal title={t('title')} placement="side" size="wide" onClose={onClose}>
      <div className="grid gap-4">
        {failed && <PickerFailed again={more} />}
        {!isKnown && !failed && <Awaited />}
        {isKnown && text === null && <p>{t('noTexts')}</p>}
        {texts.length > 1 && text !== null && (
          <FinderChoice label={t('text')} value={text.id} onChange={setWanted}>
            {texts.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </FinderChoice>
        )}
        {isThereMore && (
          <Button size="small" variant="plain" onClick={more}>
            {t('moreTexts')}
          </Button>
        )}
        {text !== null && (
          <PickerText
            key={text.id}
            textId={text.id}
            textTitle={text.title}
            chosen={chosen}
            picked={picked}
            setPicked={setPicked}
          />
        )}
        <footer className="sticky -bottom-6 -mx-2 flex flex-wrap items-start justify-between gap-x-3 gap-y-2 border-t border-line bg-raised px-2 pt-3 pb-4 tight:py-2">
          {picked.length === 0 ? (
            <p className="min-w-0 self-center text-soft">{t('nothing')}</p>
          ) : (
            <PickedFolded picked={picked} chosen={chosen} change={setPicked} />
          )}
          <AddButton {...{ chosen, picked, onChoose }} />
        </footer>
      </div>
    </Modal>
  )
}

function AddButton({
  chosen,
  picked,
  onChoose,
}: Pick<PassageBrowserProps, 'chosen' | 'onChoose'> & { readonly picked: readonly CitationView[] }) {
  const t = useTranslations('texts.picker')
  const next = withAdded(chosen, picked)
  const isPossible = picked.length > 0 && !isRefusal(next)
  return (
    <Button
      variant="primary"
      aria-disabled={!isPossible}
      onClick={() => {
        if (isPossible) onChoose(next)
      }}
    >
      {t('cite')}
    </Button>
  )
}
