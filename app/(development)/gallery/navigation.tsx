import { Pages } from '#components/collections/pages.tsx'
import { Steps } from '#components/collections/steps.tsx'
import { Tabs } from '#components/collections/tabs.tsx'
import { Section } from '#components/frame/section.tsx'
import { Badge } from '#components/text/badge.tsx'

const NAMES = ['Plan', 'Prepare', 'Floor', 'Conclusions', 'Record']

const steps = (done: number, open: number) =>
  NAMES.map((label, index) => ({
    id: label,
    label,
    done: index < done,
    ...(index < open && { href: `/gallery#${label}` }),
  }))

export function Navigation() {
  return (
    <Section title="Steps and tabs">
      <div className="grid gap-6">
        <Steps label="Meeting" steps={steps(2, 5)} current="Floor" />
        <Steps label="New meeting" steps={steps(0, 1)} current="Plan" />
        <Tabs
          label="Views"
          current="/gallery#list"
          tabs={[
            { href: '/gallery#list', label: 'List', badge: <Badge>12</Badge> },
            { href: '/gallery#matrix', label: 'Pairs' },
            { href: '/gallery#timeline', label: 'Timeline' },
          ]}
        />
        <Pages page={2} of={5} hrefOf={(page) => `/gallery#${page}`} />
      </div>
    </Section>
  )
}
