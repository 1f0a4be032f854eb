import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import { Badge } from '#components/text/badge.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { Term, type TermKey } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { VersionText } from '#domain/record/conclusion-entry.ts'
import type { RecordedConclusion } from '#domain/record/minutes/conclusions.ts'
import { titleReference } from '#domain/text/reference.ts'
import { withKeys } from '#lib/words/with-keys.ts'
import { StanceList } from './stance-list.tsx'

type Props = {
  readonly conclusion: RecordedConclusion
  readonly zone: string
  /** The page of the conclusion; null: it is not the reader's to open. */
  readonly href: string | null
  /** What it has come to stands here first in the minutes. */
  readonly first: boolean
}

/** What an outcome is called in the glossary, where it is a term that nothing else on the page explains. */
const termOf: Readonly<Partial<Record<RecordedConclusion['outcome'], TermKey>>> = {
  'ad-referendum': 'fixed',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  superseded: 'superseded',
}

/** A conclusion as the minutes tell it: the words, what they rest on, who does what, and who answered how. */
export function MinutesConclusion({ conclusion, zone, href, first }: Props) {
  const t = useTranslations('records')
  const { id, kind, title, outcome, at, because, text, words, contentHash, divergence } = conclusion
  return (
    <section id={anchorOf(id)}>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="text-lg font-semibold">
          {href === null ? (
            <bdi>{title}</bdi>
          ) : (
            <TextLink look="title" href={href}>
              <bdi>{title}</bdi>
            </TextLink>
          )}
        </h3>
        <Badge>{t(`kind.${kind}`)}</Badge>
        <span className="text-sm text-soft">
          <Term of={termOf[outcome] ?? null} first={first}>
            {t(`outcome.${outcome}`)}
          </Term>
          , <Time instant={at} zone={zone} />
          {because !== '' && (
            <>
              : <bdi>{because}</bdi>
            </>
          )}
          {divergence !== null && (
            <>
              :{' '}
              <TextLink href={`#${anchorOf(divergence.id)}`}>
                <bdi>{divergence.title}</bdi>
              </TextLink>
            </>
          )}
        </span>
      </div>
      {text !== null && <Said text={text} />}
      {words.map(({ side, words: own }) => (
        <figure key={side.id} className="mt-3">
          <figcaption className="font-semibold">
            <bdi>{side.name}</bdi>
          </figcaption>
          <Words>{own}</Words>
        </figure>
      ))}
      <StanceList stances={conclusion.stances} zone={zone} />
      {contentHash !== null && <Fingerprint hash={contentHash} />}
    </section>
  )
}

/** Where it stands in the minutes. */
function anchorOf(id: string): string {
  return `conclusion-${id}`
}

/** What a passage is called, and which of its words are meant. */
function nameOf({ text, reference, quote }: VersionText['passages'][number]): string {
  return `${text} ${reference} ${quote}`
}

function Said({ text }: { readonly text: VersionText }) {
  const t = useTranslations('records.minutes')
  const { wording, passages, commitments } = text
  return (
    <>
      <Words>{wording}</Words>
      {passages.length > 0 && (
        <p className="mt-3 text-sm">
          {t('restsOn')}{' '}
          {withKeys(passages, nameOf).map(({ key, entry: { text: title, reference, quote } }, place) => (
            <span key={key}>
              {place > 0 && '; '}
              <cite className="font-serif-italic" dir="auto">
                {title}
              </cite>{' '}
              {reference !== titleReference && <bdi className="tabular-nums">{reference}</bdi>}
              {quote !== null && (
                <>
                  : <q dir="auto">{quote}</q>
                </>
              )}
            </span>
          ))}
        </p>
      )}
      {commitments.length > 0 && (
        <div className="mt-4">
          <h4 className="small-caps mb-1">{t('commitments')}</h4>
          <ul className="grid gap-1">
            {withKeys(commitments, ({ what }) => what).map(({ key, entry: { what, party, person, dueOn } }) => (
              <li key={key}>
                <bdi className="font-medium">{party?.name ?? t('unfinished')}</bdi>
                {person !== null && (
                  <>
                    {' '}
                    (<bdi>{person.name}</bdi>)
                  </>
                )}
                : <bdi>{what}</bdi>, {t('by')}{' '}
                {dueOn === null ? t('unfinished') : <Time instant={`${dueOn}T12:00:00Z`} zone="UTC" shape="day" />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Words({ children }: { readonly children: string }) {
  return (
    <blockquote className="border-s-3 border-line ps-5">
      <RunningText>{children}</RunningText>
    </blockquote>
  )
}

/** The hash of what was agreed, for whoever wants to check it. */
export function Fingerprint({ hash }: { readonly hash: string }) {
  const t = useTranslations('records.minutes')
  return (
    <p className="mt-2 text-sm text-soft">
      {t('fingerprint')} <code className="break-all">{hash}</code>
    </p>
  )
}
