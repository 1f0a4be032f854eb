import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { placeOfAsked } from '#store/asks/conclusion.ts'
import type { ConclusionLine } from '#store/conclusion/schema.ts'
import { ConclusionStateName } from './state-name.tsx'

interface Props {
  readonly lines: readonly ConclusionLine[]
  /** Where the conclusions of the meeting lie. */
  readonly base: string
  /** What can be done about each is a button, as under the item that is being discussed. Default false. */
  readonly hasActs?: boolean
  /** On a phone the act of the foremost one lies at the thumb (`foremostActUnderItem`), and so not here too. Default false. */
  readonly hasBar?: boolean
  /** What one of them says, under its name; default: nothing. */
  readonly words?: { readonly conclusionId: string; readonly shown: ReactNode } | null
}

/** What is drafted, put to the parties and agreed under an item, as the meeting is held: where each stands, and the act that it waits for. */
export function ConclusionsUnderItem({ lines, base, hasActs = false, hasBar = false, words = null }: Props) {
  const t = useTranslations('conclusions')
  if (lines.length === 0) return null
  if (!hasActs)
    return (
      <ul aria-label={t('title')} className="mt-1 grid gap-1">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-baseline gap-x-4">
            <TextLink href={placeOf(line, base)}>
              <bdi>{line.title}</bdi>
            </TextLink>
            <span className="text-sm">
              <ConclusionStateName outcome={line.outcome} />
            </span>
          </li>
        ))}
      </ul>
    )
  const inBar = hasBar ? foremostOf(lines) : undefined
  return (
    <ItemList label={t('title')}>
      {lines.map((line) => (
        <Item
          key={line.id}
          title={
            <TextLink look="title" href={`${base}/${line.id}`}>
              <bdi>{line.title}</bdi>
            </TextLink>
          }
          meta={<Facts line={line} />}
          aside={
            <span className={line === inBar ? 'max-md:hidden' : ''}>
              <Act line={line} base={base} size="small" />
            </span>
          }
        >
          {words?.conclusionId === line.id && words.shown}
        </Item>
      ))}
    </ItemList>
  )
}

function Facts({ line }: { readonly line: ConclusionLine }) {
  const t = useTranslations('conclusions')
  const { answered, deciders } = line
  return (
    <>
      <ConclusionStateName outcome={line.outcome} />
      <span>{t(`kind.${line.kind}`)}</span>
      {line.version > 1 && <span>{t('list.version', { version: line.version })}</span>}
      {deciders > 0 && (
        <span>{t(line.state === 'recorded' ? 'list.written' : 'list.answered', { answered, deciders })}</span>
      )}
    </>
  )
}

function foremostOf(lines: readonly ConclusionLine[]): ConclusionLine | undefined {
  return lines.find(({ asked }) => asked !== null) ?? lines.find(({ mayPut }) => mayPut)
}

interface ActProps {
  readonly line: ConclusionLine
  readonly base: string
  readonly size: 'normal' | 'small'
}

function Act({ line, base, size }: ActProps) {
  const t = useTranslations('conclusions')
  if (line.asked === null && !line.mayPut) return null
  const label = line.asked === null ? t('list.toPut', { version: line.version }) : t(`list.asked.${line.asked}`)
  return (
    <ButtonLink size={size} variant={line.asked === null ? 'quiet' : 'primary'} href={placeOf(line, base)}>
      {label}
      <span className="sr-only">: {line.title}</span>
    </ButtonLink>
  )
}

/**
 * On a phone, for the bar at the thumb: the act that the first of them waits for, an answer before anything else; as wide as the
 * screen. Null: none of them waits for the reader.
 */
export function foremostActUnderItem({ lines, base }: Pick<Props, 'lines' | 'base'>): ReactNode {
  const line = foremostOf(lines)
  if (line === undefined) return null
  return (
    <div className="grid min-w-0 basis-full *:min-h-11 md:hidden">
      <Act line={line} base={base} size="normal" />
    </div>
  )
}

/** The conclusion, at what can be done about it where something can: words to answer are read first. */
function placeOf({ id, asked, mayPut }: ConclusionLine, base: string): string {
  return `${base}/${id}${asked === null ? (mayPut ? '#conclusion' : '') : placeOfAsked[asked]}`
}
