import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Pages } from '#components/collections/pages.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { Notice } from '#components/text/notice.tsx'
import { maxPassagesPerEdit } from '#domain/text/edit.ts'
import type { DraftView } from '../views.ts'
import { DraftAbout } from './draft-about.tsx'
import { DraftEditor } from './draft-editor.tsx'
import type { SuspectGroup } from './draft-suspects.tsx'

/** The preview of a draft: what looks out of place, the passages under their provisional numbers, title and direction. */
export function DraftPreview({ draft }: { readonly draft: DraftView }) {
  const t = useTranslations('texts')
  const at = `/groups/${draft.groupId}/texts/${draft.textId}/import`
  const isGuess = draft.encoding === 'windows-1252'
  return (
    <>
      <div className="mb-6 grid gap-3">
        {isGuess && <Notice tone="warning" title={t('draftPage.readAsGuess')} />}
        <Disclosure summary={t('draftPage.about')}>
          <DraftAbout key={draft.revision} draft={draft} />
        </Disclosure>
        <p className="max-w-reading">{t('draftPage.lines')}</p>
        <p className="max-w-reading">{t('draftPage.publishMeans')}</p>
        <Disclosure summary={t('draftPage.keys')}>
          <p className="max-w-reading text-soft">{t('draftPage.keysMeans')}</p>
        </Disclosure>
      </div>
      {draft.only !== null && (
        <p className="mb-6">
          {t('draftPage.onlyShown', { what: t(`suspect.${draft.only}`) })}{' '}
          <TextLink href={at}>{t('draftPage.showAll')}</TextLink>
        </p>
      )}
      <DraftEditor
        key={`${draft.page} ${draft.only}`}
        textId={draft.textId}
        revision={draft.revision}
        direction={draft.direction}
        rows={draft.rows}
        suspects={useSuspectGroups(draft, at)}
      />
      {draft.rows.length === 0 && <p className="py-6 text-soft">{t('draftPage.empty')}</p>}
      <Pages
        page={draft.page}
        of={draft.pages}
        hrefOf={(page) => `${at}?page=${page}${draft.only === null ? '' : `&only=${draft.only}`}`}
      />
      <DiscardDraft draft={draft} />
    </>
  )
}

function useSuspectGroups(draft: DraftView, at: string): SuspectGroup[] {
  const t = useTranslations('texts')
  return draft.suspects.map(({ suspect, count }) => ({
    suspect,
    label: t(`suspect.${suspect}`),
    count: t('draftPage.suspectLine', { count }),
    show: t('draftPage.show'),
    showHref: `${at}?only=${suspect}`,
    drop: count > maxPassagesPerEdit ? t('draftPage.dropFirst', { most: maxPassagesPerEdit }) : t('draftPage.drop'),
  }))
}

/** Publishing, which can be taken back. */
export function PublishDraft({ draft }: { readonly draft: DraftView }) {
  const t = useTranslations('texts.draftPage')
  const text = `/groups/${draft.groupId}/texts/${draft.textId}`
  const params = { textId: draft.textId }
  return (
    <ActButton
      variant="primary"
      act={{ route: 'POST /texts/{textId}/publication', params, body: { revision: draft.revision } }}
      goTo={`${text}?published=1`}
      undo={{
        said: t('didPublish', { kept: draft.kept }),
        act: { route: 'DELETE /texts/{textId}/publication', params },
        goTo: `${text}/import`,
      }}
    >
      {t('publish')}
    </ActButton>
  )
}

/** Throwing away, which nothing brings back: at the end of the page, where no button of the page before has stood. */
function DiscardDraft({ draft }: { readonly draft: DraftView }) {
  const t = useTranslations('texts.draftPage')
  return (
    <div className="mt-10 border-t border-line pt-6">
      <ConfirmAct
        act={{
          route: 'DELETE /texts/{textId}/draft',
          params: { textId: draft.textId },
          body: { revision: draft.revision },
        }}
        goTo={`/groups/${draft.groupId}/texts/new`}
        label={t('discard')}
        title={t('discardTitle')}
        thing={<bdi>{draft.title}</bdi>}
        confirmLabel={t('discardNow')}
      >
        <p>{t('discardMeans')}</p>
      </ConfirmAct>
    </div>
  )
}
