import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#components/actions/button.tsx'
import { PlainSelect, PlainTextField } from '#components/forms/plain-fields.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { Folded } from '#components/overlays/folded.tsx'
import { conclusionStates } from '#domain/conclusion/conclusion.ts'
import { useNames } from '#lib/words/use-language.ts'
import { kindChoices } from '../schema.ts'
import type { FoundConclusions, NarrowedBy } from '../views/found.ts'
import { chosenIn, type FoundAddress, hrefOfFound, without } from '../views/found-address.ts'

type Props = {
  readonly groupId: string
  readonly view: FoundConclusions
  readonly chosen: FoundAddress
}

/** What is chosen more seldom: it stands open where something of it is. */
const others = ['party', 'kind', 'state', 'meeting', 'order'] as const

/** An ordinary form: it works without script, and its address can be sent on. */
export function FoundFilter({
  groupId,
  view,
  chosen,
  passageRefusal,
}: Props & { readonly passageRefusal: string | null }) {
  const t = useTranslations('conclusions.found.filter')
  const count = chosenIn(chosen).length
  return (
    <form action={hrefOfFound(groupId, {})} aria-label={t('label')} className="print:hidden mb-5">
      <Folded summary={count === 0 ? t('more') : t('moreChosen', { count })}>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
          <PlainTextField
            name="words"
            label={t('words')}
            description={t('wordsMeans')}
            value={chosen.words ?? ''}
            maxLength={200}
          />
          <TextChoice view={view} chosen={chosen} />
          <PlainTextField
            name="passage"
            label={t('passage')}
            description={t('passageMeans')}
            value={chosen.passage ?? ''}
            maxLength={200}
            error={passageRefusal}
          />
        </div>
        <Disclosure
          summary={t('others')}
          open={others.some((by) => chosen[by] !== undefined && chosen[by] !== 'adopted')}
        >
          <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
            <Choices view={view} chosen={chosen} />
          </div>
        </Disclosure>
        <div className="mt-2">
          <Button type="submit" variant="primary">
            {t('show')}
          </Button>
        </div>
      </Folded>
    </form>
  )
}

/** Before the passage: which text is asked about. */
function TextChoice({ view, chosen }: Pick<Props, 'view' | 'chosen'>) {
  const t = useTranslations('conclusions.found.filter')
  return (
    <PlainSelect
      name="text"
      label={t('text')}
      placeholder={t('everyText')}
      choices={view.choices.texts.map(({ id, title }) => ({ value: id, label: title }))}
      value={chosen.text ?? ''}
    />
  )
}

function Choices({ view, chosen }: Pick<Props, 'view' | 'chosen'>) {
  const t = useTranslations('conclusions.found.filter')
  const { parties, meetings } = view.choices
  const lists = [
    ['party', t('everyParty'), parties.map(({ id, name }) => ({ value: id, label: name }))],
    ['kind', t('everyKind'), useKinds()],
    ['state', t('everyState'), useStates()],
    ['meeting', t('everyMeeting'), meetings.map(({ id, title }) => ({ value: id, label: title }))],
    [
      'order',
      t('adopted'),
      (['newest', 'passage'] as const).map((value) => ({
        value,
        label: t(value === 'passage' ? 'byPassage' : 'newest'),
      })),
    ],
  ] as const
  return lists.map(([name, placeholder, choices]) => (
    <PlainSelect
      key={name}
      name={name}
      label={t(name)}
      placeholder={placeholder}
      choices={choices}
      value={chosen[name] === 'adopted' ? '' : (chosen[name] ?? '')}
    />
  ))
}

function useKinds() {
  const t = useTranslations('conclusions')
  return kindChoices.map((value) => ({ value, label: value === 'all' ? t('found.kindAll') : t(`kind.${value}`) }))
}

function useStates() {
  const word = useStateWord()
  return conclusionStates.map((value) => ({ value, label: word(value) }))
}

/** A state as it is chosen, apart from any conclusion: a draft that ended without agreement, and the divergence that came of it. */
function useStateWord(): (state: (typeof conclusionStates)[number]) => string {
  const t = useTranslations('conclusions')
  return (state) => {
    if (state === 'diverged' || state === 'recorded') return t(`found.filter.ended.${state}`)
    return t(`state.${state === 'put' ? 'undecided' : state}`)
  }
}

/** What the list is narrowed to, each with a way to give it up. */
export function ChosenList({ groupId, view, chosen }: Props) {
  const t = useTranslations('conclusions.found')
  const said = useSaid(view, chosen)
  const list = useNames()
  const narrowed = chosenIn(chosen)
  if (narrowed.length === 0) return null
  return (
    <div className="mb-5 flex flex-wrap items-center gap-2">
      {/* Paper has no buttons; a list that was narrowed must not look like the whole there. */}
      <p className="hidden print:block">{t('chosenPrinted', { chosen: list(narrowed.map(said)) })}</p>
      <ul aria-label={t('chosenLabel')} className="print:hidden flex flex-wrap gap-2">
        {narrowed.map((by) => (
          <li key={by}>
            <ButtonLink
              size="small"
              href={hrefOfFound(groupId, without(chosen, by))}
              icon={<X aria-hidden />}
              aria-label={t('clearOne', { what: said(by) })}
            >
              <bdi>{said(by)}</bdi>
            </ButtonLink>
          </li>
        ))}
      </ul>
      {narrowed.length > 1 && (
        <ButtonLink size="small" variant="plain" href={hrefOfFound(groupId, { order: chosen.order })}>
          {t('clear')}
        </ButtonLink>
      )}
    </div>
  )
}

/** A choice in words. What is named in it and not among the choices is not the viewer's to know of: its name is not told. */
function useSaid({ choices }: FoundConclusions, chosen: FoundAddress): (by: NarrowedBy) => string {
  const t = useTranslations('conclusions')
  const word = useStateWord()
  const values: Readonly<Record<NarrowedBy, string>> = {
    text: choices.texts.find(({ id }) => id === chosen.text)?.title ?? '?',
    passage: chosen.passage ?? '',
    party: choices.parties.find(({ id }) => id === chosen.party)?.name ?? '?',
    kind: chosen.kind === undefined ? '' : chosen.kind === 'all' ? t('found.kindAll') : t(`kind.${chosen.kind}`),
    state: chosen.state === undefined ? '' : word(chosen.state),
    meeting: choices.meetings.find(({ id }) => id === chosen.meeting)?.title ?? '?',
    words: chosen.words ?? '',
  }
  return (by) => t(`found.chosen.${by}`, values)
}
