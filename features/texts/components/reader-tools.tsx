import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { controlLook } from '#components/forms/control.ts'
import { FieldError } from '#components/forms/field-error.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { SearchField } from '#components/forms/search-field.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import type { Contents } from '../views.ts'
import { readerHref } from './passage-href.ts'

export interface ReaderToolsProps {
  readonly at: string
  readonly contents?: { readonly groupId: string; readonly textId: string; readonly lines: Contents }
  /** What was looked for. */
  readonly words?: string
  /** Why what was typed leads to no passage. */
  readonly refusal?: string | null
  /** What was typed, kept where it leads nowhere. */
  readonly typed?: string | undefined
}

/** Contents, a way to a passage by its name, and to words. Plain forms: they work without script and can be linked to. */
export function ReaderTools({ at, contents, words, refusal, typed }: ReaderToolsProps) {
  const t = useTranslations('texts.reader')
  return (
    <div className="print:hidden mb-8 grid gap-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <form action={at} method="get" className="flex min-w-0 max-w-full items-center gap-2">
          <input
            name="at"
            aria-label={t('goTo')}
            placeholder={t('goTo')}
            aria-describedby="go-to-hint"
            defaultValue={typed}
            maxLength={100}
            className={`${controlLook({ wide: false })} w-56 min-w-0`}
          />
          <Button type="submit">{t('go')}</Button>
        </form>
        <div className="min-w-0 flex-1 basis-56">
          <SearchField
            label={t('find')}
            name="q"
            action={at}
            defaultValue={words}
            maxLength={200}
            submit={t('findGo')}
          />
        </div>
      </div>
      <FieldHint id="go-to-hint">{t('goToHint')}</FieldHint>
      <FieldError role="alert" message={refusal} />
      {contents && contents.lines.lines.length > 0 && <ContentsOf {...contents} />}
    </div>
  )
}

/** By depth of the section, from the second on. */
const indents = ['', 'ps-5', 'ps-10', 'ps-14', 'ps-18', 'ps-22']

function ContentsOf({ groupId, textId, lines }: NonNullable<ReaderToolsProps['contents']>) {
  const t = useTranslations('texts.reader')
  return (
    <Disclosure summary={t('contents')}>
      <nav aria-label={t('contents')}>
        <ol className="columns-[20rem] gap-x-10">
          {lines.lines.map(({ ordinal, reference, depth, text }) => (
            <li key={ordinal} className={`break-inside-avoid py-0.5 wrap-anywhere ${indents[depth - 1] ?? ''}`}>
              <bdi className="me-2 text-sm text-soft tabular-nums">{reference}</bdi>
              <TextLink look="title" href={readerHref(groupId, textId, ordinal)}>
                <bdi>{text}</bdi>
              </TextLink>
            </li>
          ))}
        </ol>
        {lines.isShortened && <p className="mt-3 text-sm text-soft">{t('contentsShortened')}</p>}
      </nav>
    </Disclosure>
  )
}
