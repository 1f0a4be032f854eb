'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { isRefusal } from '#domain/refusal.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { FoundWords, PassageView } from '../views.ts'
import { PassageRows } from './passage-rows.tsx'
import { type Citable, citing, citingRun, type PickedFrom, withAdded } from './picked.ts'
import { pickedWithout } from './picked-without.ts'
import { PickerFailed } from './picker-awaited.tsx'
import { Finder } from './picker-finder.tsx'
import { PickerFindings, type Search } from './picker-findings.tsx'
import { askRuns } from './picker-run.ts'
import { askFound, useContents, useWindow } from './use-window.ts'

interface PickerTextProps {
  readonly textId: string
  readonly textTitle: string
  readonly chosen: readonly CitationView[]
  readonly picked: readonly CitationView[]
  readonly setPicked: (picked: readonly CitationView[]) => void
}

/** How many passages stand before the one that was looked for: what it belongs to is seen with it. */
const around = 2

/** One text to pick from: what is looked for in it, or the text itself. What was found stays until something else is looked for. */
export function PickerText({ textId, textTitle, chosen, picked, setPicked }: PickerTextProps) {
  const t = useTranslations('texts.picker')
  const { shown, hasFailed, go } = useWindow(textId)
  const contents = useContents(textId)
  const [focusOn, setFocusOn] = useState<number | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  const [isRun, setRun] = useState(false)
  const [latest, setLatest] = useState<PassageView | null>(null)
  const [search, setSearch] = useState<Search | null>(null)
  const [isInText, setInText] = useState(true)
  const [isBusy, during] = useDuring()
  const visit = async (from: number, end: 'first' | 'last' = 'first') => {
    const window = await go(from)
    const passage = end === 'first' ? window?.passages[0] : window?.passages.at(-1)
    setTarget(null)
    setFocusOn(passage?.ordinal ?? null)
  }
  const showAt = async (ordinal: number) => {
    const window = await go(Math.max(1, ordinal - around))
    setTarget(ordinal)
    setFocusOn(ordinal)
    setInText(true)
    return window
  }
  const section = contents.findLast(({ ordinal }) => ordinal <= (focusOn ?? shown?.passages[0]?.ordinal ?? 1))
  const citedIn = (list: readonly CitationView[], { ordinal }: Pick<PassageView, 'ordinal'>) =>
    list.find(
      ({ editionId, first, last, quote }) =>
        editionId === shown?.editionId && quote === undefined && first <= ordinal && ordinal <= last,
    )
  const add = (...citations: readonly CitationView[]) => {
    const next = withAdded(picked, citations)
    if (!isRefusal(next)) setPicked(next)
  }
  /** Words of a passage take the place of the whole. */
  const addWords = async (words: CitationView) => {
    const next = withAdded(await pickedWithout(picked, words.first, shown), [words])
    if (!isRefusal(next)) setPicked(next)
  }
  const toggle = (from: PickedFrom, passage: PassageView) => {
    if (citedIn(picked, passage)) void pickedWithout(picked, passage.ordinal, shown).then(setPicked)
    else add(citing(from, passage))
    setLatest(passage)
  }
  const from = shown && { textId, textTitle, editionId: shown.editionId }
  const take = (from: PickedFrom, hit: Citable) => {
    const within = citedIn(picked, hit)
    // What lies beside it in a longer run is told by the text alone.
    if (within && within.first < within.last) return void during(async () => void (await showAt(hit.ordinal)))
    if (within) setPicked(picked.filter((one) => one !== within))
    else add(citing(from, hit))
  }
  const takeNamed = async ({ ordinal, reference, beginning }: FoundWords['named'][number], editionId?: string) => {
    // Whoever is about to end a run looks for its end first, and may look around.
    if (editionId !== undefined && !isRun)
      add(citing({ textId, textTitle, editionId }, { ordinal, reference, text: beginning }))
    const window = await showAt(ordinal)
    if (!isRun) setLatest(window?.passages.find((passage) => passage.ordinal === ordinal) ?? null)
  }
  const find = async (words: string) => {
    setFocusOn(null)
    setSearch({ words, found: { state: 'waiting' } })
    const several = await askRuns(textId, words)
    if (several !== null && 'runs' in several) {
      // The window may not be there yet: a run says of which edition it is.
      add(...several.runs.map(({ editionId, first, last }) => citingRun({ textId, textTitle, editionId }, first, last)))
      setSearch(null)
      await showAt(several.runs[0]?.first.ordinal ?? 1)
      return
    }
    // Of several, the one that is not clear is said, and none is taken.
    const sought = several?.unclear ?? words
    const found = await askFound(textId, sought)
    // A name that means one passage takes it, as the name of several does, and leads there; whatever else may be meant is a choice.
    const [only, other] = found.state === 'here' ? found.view.named : []
    const isOne = several === null && only !== undefined && other === undefined
    setSearch(isOne ? null : { words: sought, found })
    if (isOne) await takeNamed(only, found.state === 'here' ? found.view.head.edition?.id : undefined)
    else if (hitsIn(found) > 0) setInText(false)
  }
  const begin = (words: string) => {
    if (words !== '') return void during(() => find(words))
    setSearch(null)
    setInText(true)
  }
  const hasHits = search !== null && hitsIn(search.found) > 0
  const showsText = isInText || (search !== null && search.found.state !== 'waiting' && !hasHits)
  return (
    <>
      <Finder
        contents={contents}
        find={begin}
        visit={(ordinal) => void during(() => visit(ordinal).then(() => setInText(true)))}
      />
      {hasFailed && <PickerFailed again={() => go(1)} />}
      {search && from && !(hasHits && isInText) && (
        <PickerFindings
          {...search}
          isPicked={(hit) => citedIn(picked, hit) !== undefined}
          isChosen={(hit) => citedIn(chosen, hit) !== undefined}
          toggle={(hit) => take(from, hit)}
          showAt={(ordinal) => void during(async () => void (await showAt(ordinal)))}
          leave={() => begin('')}
        />
      )}
      {search && hasHits && isInText && (
        <div className="sticky -top-2 z-1 bg-raised py-1">
          <Button size="small" onClick={() => setInText(false)}>
            {t('backToFound', { words: search.words })}
          </Button>
        </div>
      )}
      {showsText && section && (
        <p className="-mb-2 text-sm text-soft">
          {t('inSection')} <bdi>{section.reference}</bdi> <bdi className="font-label text-ink">{section.text}</bdi>
        </p>
      )}
      {showsText && shown && from && (
        // What was asked for is about to stand here: a touch meanwhile would land on whatever has moved under the finger.
        <div inert={isBusy} aria-busy={isBusy} className="inert:opacity-60">
          <PassageRows
            key={`${shown.passages[0]?.ordinal} ${focusOn}`}
            shown={shown}
            focusOn={focusOn}
            target={target}
            isPicked={(passage) => citedIn(picked, passage) !== undefined}
            isChosen={(passage) => citedIn(chosen, passage) !== undefined}
            hasWords={({ ordinal }) => picked.some((one) => isQuoteIn(one, from.editionId, ordinal))}
            toggle={(passage) => toggle(from, passage)}
            latest={latest}
            isRun={isRun}
            setRun={setRun}
            addRun={(since, passage) => {
              add(citingRun(from, since, passage))
              setLatest(passage)
            }}
            from={from}
            addWords={(words) => void addWords(words)}
            visit={visit}
          />
        </div>
      )}
    </>
  )
}

/** Whether it is words of that passage that are picked. */
function isQuoteIn({ editionId, first, quote }: CitationView, edition: string, ordinal: number): boolean {
  return quote !== undefined && editionId === edition && first === ordinal
}

function hitsIn(found: Search['found']): number {
  return found.state === 'here' ? found.view.named.length + found.view.found.length : 0
}

/** Whether something is being looked for, and how to look for something: meanwhile the passages that are shown are not to be touched. */
function useDuring() {
  const [searches, setSearches] = useState(0)
  const during = async (search: () => Promise<void>) => {
    setSearches((count) => count + 1)
    await search().finally(() => setSearches((count) => count - 1))
  }
  return [searches > 0, during] as const
}
