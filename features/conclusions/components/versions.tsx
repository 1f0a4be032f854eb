import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { Select } from '#components/forms/select.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { Term, termTags } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { ConclusionView, VersionView } from '../views/conclusion.ts'
import type { VersionDifference } from '../views/difference.ts'
import { Difference } from './difference.tsx'
import { StancesTable } from './stances-table.tsx'

type Props = {
  readonly view: ConclusionView
  /** The address of this page. */
  readonly href: string
  /** Two versions that the reader chose to compare. */
  readonly difference: VersionDifference | null
}

/** Every version that there was, what became of it, and any two of them compared. */
export function Versions({ view, href, difference }: Props) {
  const t = useTranslations('conclusions')
  const { versions, zone } = view
  // One version compared with itself is that version, read.
  const read = difference?.from === difference?.to ? difference : null
  return (
    <Section title={<Term of="version">{t('page.history')}</Term>} id="versions">
      {versions.length > 1 && <Compare versions={versions} href={href} shown={read === null ? difference : null} />}
      {difference !== null && (
        <div id="changes" className="mb-8 max-w-reading border-y border-line py-5">
          <h3 className="mb-3 font-sans font-semibold">
            {read !== null
              ? t('versions.name', { version: difference.to })
              : t('versions.changes', { from: difference.from, to: difference.to })}
          </h3>
          {read !== null ? (
            <Words wording={(read.wording ?? []).map(({ text }) => text).join('')} />
          ) : (
            <Difference difference={difference} />
          )}
        </div>
      )}
      <ol className="grid gap-1">
        {versions.map((version, index) => (
          <li key={version.number}>
            <Version version={version} before={versions[index + 1]} href={href} zone={zone} isCurrent={index === 0} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type VersionProps = {
  readonly version: VersionView
  readonly before: VersionView | undefined
  readonly href: string
  readonly zone: string
  readonly isCurrent: boolean
}

function Version({ version, before, href, zone, isCurrent }: VersionProps) {
  const t = useTranslations('conclusions')
  const { number, by, at, put, takenBack } = version
  return (
    <Disclosure
      summary={
        <>
          {t('versions.name', { version: number })}{' '}
          <span className="text-soft">
            {t('versions.by', { name: by.name })}, <Time instant={at} zone={zone} />
          </span>
        </>
      }
    >
      <div className="grid gap-4">
        {!isCurrent && (
          <p className="print:hidden">
            <TextLink href={`${href}?from=${number}&to=${number}#changes`}>
              {t('versions.read', { version: number })}
            </TextLink>
          </p>
        )}
        {put !== null && (
          <p className="text-sm">
            {t('versions.put', { name: put.by.name })}, <Time instant={put.at} zone={zone} />
          </p>
        )}
        {takenBack !== null && (
          <p className="text-sm">
            {takenBack.left === null
              ? t.rich('versions.takenBack', {
                  name: takenBack.by?.name ?? '',
                  reason: takenBack.reason ?? '',
                  ...termTags('taken-back'),
                })
              : t('versions.left', { name: takenBack.left.name })}
            , <Time instant={takenBack.at} zone={zone} />
          </p>
        )}
        {takenBack !== null && version.stances.length > 0 && (
          <div>
            <p className="mb-2 text-sm text-soft">{t('versions.stances')}</p>
            <StancesTable
              version={number}
              deciders={version.stances.map(({ side }) => side)}
              stances={version.stances}
              zone={zone}
            />
          </div>
        )}
        {before !== undefined && (
          <p className="print:hidden">
            <TextLink href={`${href}?from=${before.number}&to=${number}#changes`}>
              {t('versions.changes', { from: before.number, to: number })}
            </TextLink>
          </p>
        )}
      </div>
    </Disclosure>
  )
}

/** What an earlier version said. */
function Words({ wording }: { readonly wording: string }) {
  const t = useTranslations('conclusions.page')
  return <RunningText>{wording === '' ? t('empty') : wording}</RunningText>
}

interface CompareProps {
  readonly versions: readonly VersionView[]
  readonly href: string
  /** What is compared on the page now; null: nothing, and the newest is offered with the one before it. */
  readonly shown: VersionDifference | null
}

/** Any two versions, by an ordinary form: it works without script, and its address can be sent on. */
function Compare({ versions, href, shown }: CompareProps) {
  const t = useTranslations('conclusions.versions')
  const numbers = versions.map(({ number }) => String(number))
  const choices = numbers.map((value) => ({ value, label: value }))
  const [from, to] = [String(shown?.from ?? versions[1]?.number), String(shown?.to ?? versions[0]?.number)]
  return (
    // A new key: what is chosen keeps step with what is shown.
    <form
      key={`${from} ${to}`}
      action={`${href}#changes`}
      className="print:hidden mb-6 flex flex-wrap items-end gap-3"
      aria-label={t('compare')}
    >
      <Select name="from" label={t('from')} choices={choices} defaultValue={from} required />
      <Select name="to" label={t('to')} choices={choices} defaultValue={to} required />
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
