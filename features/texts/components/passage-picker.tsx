'use client'
import { BookOpen, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import { shownRange } from '#domain/text/reference.ts'
import type { CitationView } from '#store/citation/read.ts'
import { CitationList, citationKey } from './citation-list.tsx'

const PassageBrowser = lazy(async () => ({ default: (await import('./passage-browser.tsx')).PassageBrowser }))

export interface PassagePickerProps {
  readonly groupId: string
  /** What is chosen, kept by the caller; send it with `bareCitation` of store/citation. */
  readonly value: readonly CitationView[]
  readonly onChange: (value: readonly CitationView[]) => void
}

/** Chooses passages, or words of them, of the group's published texts. The browser of texts comes when it is opened. */
export function PassagePicker({ groupId, value: chosen, onChange: change }: PassagePickerProps) {
  const t = useTranslations('texts.picker')
  const [open, setOpen] = useState(false)
  return (
    <div className="grid gap-3 justify-items-start">
      {chosen.length > 0 && <Chosen {...{ groupId, chosen, change }} />}
      <Button size="small" icon={<BookOpen aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {open && (
        <Suspense fallback={<Loading />}>
          <PassageBrowser
            {...{ groupId, chosen }}
            onClose={() => setOpen(false)}
            onChoose={(next) => {
              change(next)
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

interface ChosenProps {
  readonly groupId: string
  readonly chosen: readonly CitationView[]
  readonly change: (next: readonly CitationView[]) => void
}

/** What is chosen, each to be taken away again. */
function Chosen({ groupId, chosen, change }: ChosenProps) {
  const t = useTranslations('texts.picker')
  const remove = (gone: CitationView) => change(chosen.filter((one) => citationKey(one) !== citationKey(gone)))
  return (
    <div className="w-full">
      <CitationList
        groupId={groupId}
        citations={chosen}
        label={t('chosen')}
        renderAside={(citation) => (
          <IconButton
            label={t('remove', { reference: shownRange(citation) })}
            icon={<X aria-hidden />}
            onClick={() => remove(citation)}
          />
        )}
      />
    </div>
  )
}

function Loading() {
  return <p role="status">{useTranslations('components.page')('loading')}</p>
}
