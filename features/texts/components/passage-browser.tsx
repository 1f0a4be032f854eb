'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { Modal } from '#components/overlays/modal.tsx'
import { Notice } from '#components/text/notice.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { PassageView, PassageWindow } from '../views.ts'
import { PassageRows } from './passage-rows.tsx'
import { citing, citingRun, type PickedFrom, withAdded } from './picked.ts'
import { type During, Finder, FinderChoice } from './picker-finder.tsx'
import { Picked } from './picker-picked.tsx'
import { useContents, useTexts, useWindow } from './use-window.ts'

export interface PassageBrowserProps {
  readonly groupId: string
  readonly chosen: readonly CitationView[]
  readonly onChoose: (chosen: readonly CitationView[]) => void
  readonly onClose: () => void
}

/** A sheet beside the page: a text of the group to look through, and what has been picked from it so far. */
export function PassageBrowser({ groupId, chosen, onChoose, onClose }: PassageBrowserProps) {
  const t = useTranslations('texts.picker')
  const own = useTranslations('components')
  const { texts, isThereMore, isKnown, failed, more } = useTexts(groupId)
  const [wanted, setWanted] = useState<string | null>(chosen[0]?.textId ?? null)
  const text = texts.find(({ id }) => id === wanted) ?? texts[0] ?? null
  const [picked, setPicked] = useState<readonly CitationView[]>([])
  return (
    <Modal title={t('title')} placement="side" size="wide" onClose={onClose}>
      <div className="grid gap-4">
        {failed && <Failed again={more} />}
        {!isKnown && !failed && <p role="status">{own('loading')}</p>}
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
          <OneText
            key={text.id}
            textId={text.id}
            textTitle={text.title}
            chosen={chosen}
            picked={picked}
            setPicked={setPicked}
          />
        )}
        <footer className="sticky -bottom-6 -mx-2 grid gap-3 border-t border-line bg-raised px-2 pt-3 pb-4">
          {picked.length === 0 ? (
            <p className="text-soft">{t('nothing')}</p>
          ) : (
            <Picked picked={picked} change={setPicked} />
          )}
          <AddButton {...{ chosen, picked, onChoose }} />
        </footer>
      </div>
    </Modal>
  )
}

interface OneTextProps {
  readonly textId: string
  readonly textTitle: string
  readonly chosen: readonly CitationView[]
  readonly picked: readonly CitationView[]
  readonly setPicked: (picked: readonly CitationView[]) => void
}

/** How many passages stand before the one that was looked for: what it belongs to is seen with it. */
const around = 2

function OneText({ textId, textTitle, chosen, picked, setPicked }: OneTextProps) {
  const t = useTranslations('texts.picker')
  const { shown, hasFailed, go } = useWindow(textId)
  const contents = useContents(textId)
  const [focusOn, setFocusOn] = useState<number | null>(null)
  const [isRun, setRun] = useState(false)
  const [latest, setLatest] = useState<PassageView | null>(null)
  const [searches, setSearches] = useState(0)
  const during: During = async (search) => {
    setSearches((count) => count + 1)
    await search().finally(() => setSearches((count) => count - 1))
  }
  const visit = async (from: number, end: 'first' | 'last' = 'first') => {
    const window = await go(from)
    const passage = end === 'first' ? window?.passages[0] : window?.passages.at(-1)
    setFocusOn(passage?.ordinal ?? null)
  }
  const visitAmong = async (ordinal: number, how?: 'exactly') => {
    if (how === 'exactly') return visit(ordinal)
    await go(Math.max(1, ordinal - around))
    setFocusOn(ordinal)
  }
  const section = contents.findLast(({ ordinal }) => ordinal <= (focusOn ?? shown?.passages[0]?.ordinal ?? 1))
  const isCited = (list: readonly CitationView[], { ordinal }: PassageView) =>
    list.some(
      ({ editionId, first, last, quote }) =>
        editionId === shown?.editionId && quote === undefined && first <= ordinal && ordinal <= last,
    )
  const add = (citation: CitationView) => {
    const next = withAdded(picked, [citation])
    if (!isRefusal(next)) setPicked(next)
  }
  const toggle = (from: PickedFrom, passage: PassageView) => {
    if (isCited(picked, passage)) setPicked(picked.flatMap((one) => without(one, passage, shown)))
    else add(citing(from, passage))
    setLatest(passage)
  }
  const from = shown && { textId, textTitle, editionId: shown.editionId }
  return (
    <>
      <Finder {...{ textId, contents, during }} visit={visitAmong} />
      {hasFailed && <Failed again={() => go(1)} />}
      {section && (
        <p className="-mb-2 text-sm text-soft">
          {t('inSection')} <bdi>{section.reference}</bdi> <bdi className="font-label text-ink">{section.text}</bdi>
        </p>
      )}
      {shown && from && (
        // What was asked for is about to stand here: a touch meanwhile would land on whatever has moved under the finger.
        <div inert={searches > 0} aria-busy={searches > 0} className="inert:opacity-60">
          <PassageRows
            key={`${shown.passages[0]?.ordinal} ${focusOn}`}
            shown={shown}
            focusOn={focusOn}
            isPicked={(passage) => isCited(picked, passage)}
            isChosen={(passage) => isCited(chosen, passage)}
            toggle={(passage) => toggle(from, passage)}
            latest={latest}
            isRun={isRun}
            setRun={setRun}
            addRun={(since, passage) => {
              add(citingRun(from, since, passage))
              setLatest(passage)
            }}
            from={from}
            addWords={add}
            visit={visit}
          />
        </div>
      )}
    </>
  )
}

/** A run without one of its passages: nothing, or what lies before and after it. */
function without(one: CitationView, { ordinal }: PassageView, shown: PassageWindow | null): CitationView[] {
  if (one.editionId !== shown?.editionId || one.quote !== undefined || ordinal < one.first || ordinal > one.last)
    return [one]
  const passageAt = (wanted: number) => shown.passages.find((passage) => passage.ordinal === wanted)
  const previous = passageAt(ordinal - 1)
  const next = passageAt(ordinal + 1)
  return [
    ...(previous && ordinal > one.first ? [{ ...one, last: ordinal - 1, lastReference: previous.reference }] : []),
    ...(next && ordinal < one.last
      ? [{ ...one, first: ordinal + 1, firstReference: next.reference, excerpt: beginningOf(next.text, 240) }]
      : []),
  ]
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

function Failed({ again }: { readonly again: () => void }) {
  const t = useTranslations('texts.picker')
  return (
    <Notice tone="refusal" title={t('failed')} live>
      <Button size="small" onClick={again}>
        {t('retry')}
      </Button>
    </Notice>
  )
}
