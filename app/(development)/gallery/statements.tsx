import { Archive, CircleAlert, CircleCheck, CircleDot, Hourglass } from 'lucide-react'
import { ButtonLink } from '#components/actions/button.tsx'
import { Facts } from '#components/collections/facts.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { Notice } from '#components/text/notice.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { Progress } from '#components/text/progress.tsx'
import { StateMark } from '#components/text/state-mark.tsx'

export function Statements() {
  return (
    <Section title="States, notices, facts">
      <div className="grid gap-6">
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <StateMark tone="now" icon={<CircleDot aria-hidden />}>
            Open now
          </StateMark>
          <StateMark tone="settled" icon={<CircleCheck aria-hidden />}>
            Adopted
          </StateMark>
          <StateMark tone="waiting" icon={<Hourglass aria-hidden />}>
            Ad referendum
          </StateMark>
          <StateMark tone="alert" icon={<CircleAlert aria-hidden />}>
            Late
          </StateMark>
          <StateMark icon={<Archive aria-hidden />}>Superseded</StateMark>
        </p>
        <Notice tone="info" title="Your answer can be changed until the record is agreed." />
        <Notice
          tone="warning"
          title="The plan does not fit."
          figures={[
            { label: 'needed', value: '140 min' },
            { label: 'planned', value: '90 min' },
            { label: 'over', value: '50 min' },
          ]}
        >
          Drop “Fees at the locks”, or settle it in bilaterals first.
        </Notice>
        <Notice tone="refusal" title="A bilateral has exactly two parties.">
          Three are named. Take one away, or make it a multilateral.
        </Notice>
        <div className="grid gap-8 md:grid-cols-2">
          <Facts
            facts={[
              { name: 'Place', value: 'Reading room, Mill Street 4' },
              { name: 'Chair', value: <PersonName name="Ama Okoro" party="Reed Harbour" /> },
              { name: 'Rapporteur', value: <PersonName name="ליאה ברק" party="Upper Mills" /> },
              { name: 'Nothing', value: null },
            ]}
          />
          <div className="grid content-start gap-4">
            <Progress label="Homework" value={3} max={5} text="3 of 5" />
            <Progress label="Answers" value={0} max={4} text="none of 4" />
            <Progress label="Pairs that have met" value={6} max={6} text="all 6" />
          </div>
        </div>
        <div>
          <Disclosure summary="What was said before">
            <p>Version 2 was taken back on 3 May.</p>
          </Disclosure>
          <Disclosure summary="Open from the start" open>
            <p>Everything that belongs to it.</p>
          </Disclosure>
        </div>
        <EmptyState
          title="No texts yet"
          headingLevel={3}
          action={
            <ButtonLink href="/gallery#import" variant="primary">
              Add a text
            </ButtonLink>
          }
        >
          A text becomes numbered passages that meetings can point to. Paste one, or choose a file.
        </EmptyState>
      </div>
    </Section>
  )
}
