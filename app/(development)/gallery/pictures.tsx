import { Section } from '#components/frame/section.tsx'
import { DiffView } from '#components/text/diff-view.tsx'
import { TimeBar } from '#components/text/time-bar.tsx'

const SEGMENTS = [
  { id: 'a', label: 'What each weir holds', minutes: 20, duration: '20 min', start: '18:30' },
  { id: 'b', label: 'Reports of experience', minutes: 35, duration: '35 min', start: '18:50', current: true },
  { id: 'c', label: 'Who opens the sluices', minutes: 25, duration: '25 min', start: '19:25' },
  { id: 'd', label: 'Procedure', minutes: 5, duration: '5 min', start: '19:50' },
]

const WORDS = { caption: 'How the time is used', label: 'Item', start: 'Starts', duration: 'Takes' }

const DIFF_WORDS = {
  inserted: 'inserted',
  insertedEnd: 'end',
  deleted: 'deleted',
  deletedEnd: 'end',
  unseen: 'only invisible characters changed here:',
  blanks: 'only blanks changed here',
  withUnseen: 'with invisible characters:',
}

export function Pictures() {
  return (
    <Section title="Time and wording">
      <div className="grid gap-10">
        <TimeBar segments={SEGMENTS} available={90} words={WORDS} />
        <TimeBar segments={SEGMENTS} available={60} words={{ ...WORDS, caption: 'Too much' }} tableHidden />
        <DiffView
          words={DIFF_WORDS}
          tokens={[
            { kind: 'same', text: 'The parties open the sluices ' },
            { kind: 'deleted', text: 'as each sees fit' },
            { kind: 'inserted', text: 'together, on the first of every month' },
            { kind: 'same', text: ', and tell the harbour ' },
            { kind: 'inserted', text: 'two days ' },
            { kind: 'same', text: 'before' },
            { kind: 'unseen', text: '\u200b.', unseen: 'U+200B' },
          ]}
        />
      </div>
    </Section>
  )
}
