'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState, useTransition } from 'react'
import { Button, ButtonLink } from '#components/actions/button.tsx'
import { useGoing } from '#components/actions/use-going.ts'
import { Form } from '#components/forms/form.tsx'
import { forgetDraft } from '#components/forms/form-draft.ts'
import { choiceIn } from '#components/forms/form-values.ts'
import { KeptValue } from '#components/forms/kept-value.tsx'
import type { Choice } from '#components/forms/select.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useFollowing } from '#components/forms/use-following.ts'
import { type DraftedKind, writtenKinds } from '#domain/conclusion/conclusion.ts'
import { bareCitation } from '#store/citation/bare.ts'
import type { CitationView } from '#store/citation/read.ts'
import { type CommitmentRow, CommitmentsEditor, commitmentsIn } from './commitments-editor.tsx'
import { Beginning } from './draft-beginning.tsx'
import { Beside, Conflict, type Mine } from './draft-conflict.tsx'
import { useVersionedAct } from './use-versioned-act.ts'

/** The field as the API calls it, so that what is refused of the wording is said beside it. */
const WORDING = 'content.wording'

/** What is chosen once, when a draft is begun. */
export interface NewDraft {
  readonly meetingId: string
  readonly title: string
  readonly kind: DraftedKind
  readonly kinds: readonly Choice[]
  readonly itemId: string
  /** The items of the agenda, with the passages that each is about. */
  readonly items: readonly (Choice & { readonly citations: readonly CitationView[] })[]
  /** The declined or lapsed wording it starts from. */
  readonly originId: string | null
  readonly supersedesId: string
  readonly supersedable: readonly Choice[]
}

/** The version that is changed. */
export interface EditedDraft {
  readonly conclusionId: string
  readonly baseVersion: number
  readonly kind: DraftedKind
}

export interface DraftFormProps {
  readonly draft: NewDraft | EditedDraft
  readonly wording: string
  readonly citations: readonly CitationView[]
  readonly commitments: readonly CommitmentRow[]
  /** Parties of the meeting, and their people as `party:person`. */
  readonly responsible: readonly Choice[]
  /** Where the conclusions of the meeting lie. */
  readonly base: string
  /** Chooses the passages: comes from the texts, put together by the page. */
  readonly renderPicker: (
    value: readonly CitationView[],
    onChange: (value: readonly CitationView[]) => void,
  ) => ReactNode
}

/** Writes a draft, or its next version. What somebody else saved meanwhile is shown, and nothing that was typed is lost. */
export function DraftForm(props: DraftFormProps) {
  const { draft } = props
  const { renew } = useGoing()
  const [round, setRound] = useState(0)
  const [mine, setMine] = useState<Mine | null>(null)
  const [, begin] = useTransition()
  const startFromTheirs = (own: Mine) => {
    forgetDraft(draftKey(draft))
    // Together: the fields give way when the version that takes their place is there.
    begin(() => {
      renew()
      setMine(own)
      setRound((count) => count + 1)
    })
  }
  return (
    <>
      {mine !== null && <Beside mine={mine} />}
      <Fields key={round} {...props} onTheirs={startFromTheirs} />
    </>
  )
}

function versionOf(draft: NewDraft | EditedDraft): number {
  return 'meetingId' in draft ? 0 : draft.baseVersion
}

function Fields(props: DraftFormProps & { readonly onTheirs: (own: Mine) => void }) {
  const t = useTranslations('conclusions.form')
  const { draft, base, onTheirs } = props
  const isNew = 'meetingId' in draft
  const { act, changed } = useVersionedAct()
  const citations = useFollowing(props.citations, isNew && (draft.originId !== null || draft.supersedesId !== ''))
  const [kind, setKind] = useState<string>(draft.kind)
  // A page that is renewed while somebody types knows a later version; what they type rests on the one that they read.
  const [read] = useState(() => versionOf(draft))
  const baseVersion = changed?.to ?? read
  const area = useRef<HTMLDivElement>(null)
  const typed = (): Mine => {
    const form = area.current?.closest('form')
    const data = new FormData(form ?? undefined)
    return { wording: text(data, WORDING), commitments: JSON.parse(text(data, 'commitments') || '[]') }
  }

  const send = (data: FormData) => {
    const content = {
      wording: text(data, WORDING),
      citations: citations.value.map(bareCitation),
      commitments: kind === 'cooperation' ? commitmentsIn(text(data, 'commitments')) : [],
    }
    return isNew
      ? act({
          act: {
            route: 'POST /meetings/{meetingId}/conclusions',
            params: { meetingId: draft.meetingId },
            body: { ...begun(data, draft), content },
          },
          goTo: ({ id }) => `${base}/${id}`,
        })
      : act({
          act: {
            route: 'POST /conclusions/{conclusionId}/versions',
            params: { conclusionId: draft.conclusionId },
            body: { baseVersion, content },
          },
          goTo: ({ id }) => `${base}/${id}`,
        })
  }
  // The picker has a form of its own, so it stands beside this one and not in it.
  const passages = (
    <section className="grid gap-2 lg:col-start-2 lg:row-start-1" aria-label={t('passages')}>
      <h3 className="font-sans font-label">{t('passages')}</h3>
      {props.renderPicker(citations.value, citations.change)}
      {citations.take && (
        <div>
          <Button size="small" variant="plain" onClick={citations.take}>
            {t('takeItems')}
          </Button>
        </div>
      )}
    </section>
  )
  return (
    <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(16rem,22rem)]">
      {isNew && passages}
      <Form send={send} draft={draftKey(draft)}>
        {!isNew && <p className="text-soft">{t('editHint', { next: baseVersion + 1 })}</p>}
        {changed !== null && <Conflict changed={changed} onTheirs={() => onTheirs(typed())} />}
        {isNew && <Beginning draft={draft} onKind={setKind} onItem={citations.follow} />}
        <div ref={area} className="max-w-reading *:max-w-none">
          <TextArea
            name={WORDING}
            label={t('wording')}
            description={t('wordingHint')}
            defaultValue={props.wording}
            rows={8}
            maxLength={20_000}
            required
            asText
          />
        </div>
        <KeptValue name="citations" value={citations.value} onPutBack={citations.change} />
        {/* Hidden and not gone: what was typed comes back with the kind that asks for it. */}
        <div hidden={kind !== 'cooperation'}>
          <CommitmentsEditor initial={props.commitments} responsible={props.responsible} />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{isNew ? t('saveNew') : t('saveEdit', { next: baseVersion + 1 })}</SubmitButton>
          <ButtonLink href={isNew ? base : `${base}/${draft.conclusionId}`} variant="plain">
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
      {/* The words are what one came to change: they come before what they rest on. */}
      {!isNew && passages}
    </div>
  )
}

/** Two drafts that are being written at once are kept apart. */
function draftKey(draft: NewDraft | EditedDraft): string {
  if ('conclusionId' in draft) return `version ${draft.conclusionId}`
  return ['conclusion', draft.meetingId, draft.originId, draft.supersedesId].join(' ')
}

function begun(data: FormData, { originId }: NewDraft) {
  return {
    title: text(data, 'title'),
    kind: choiceIn(data, 'kind', writtenKinds),
    itemId: text(data, 'itemId') || null,
    supersedesId: text(data, 'supersedesId') || null,
    originId,
  }
}

/** Line ends as they will be agreed: one character, wherever it was typed. */
function text(data: FormData, name: string): string {
  return String(data.get(name) ?? '').replaceAll('\r\n', '\n')
}
