import { MessageCircle, Scale } from 'lucide-react'
import { Passage, ReadingLayout } from '#components/frame/reading-layout.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { StateMark } from '#components/text/state-mark.tsx'

const at = (number: number) => ({
  id: `p${number}`,
  number: String(number),
  reference: `Passage ${number}`,
  href: `#p${number}`,
})

export function SetPage() {
  return (
    <Section title="The set page">
      <ReadingLayout margin>
        <Passage {...at(1)} kind="heading" level={1}>
          On sharing a river
        </Passage>
        <Passage {...at(2)} kind="paragraph">
          A river has no middle that belongs to nobody. Whoever draws water upstream decides, without meeting them, what
          those below will find in the morning; and whoever builds a harbour below has asked something of the mills
          above, whether or not the question was ever put.
        </Passage>
        <Passage {...at(3)} kind="heading" level={2}>
          What the two of us can settle
        </Passage>
        <Passage
          {...at(4)}
          kind="paragraph"
          margin={
            <ul className="grid gap-2">
              <li>
                <StateMark icon={<MessageCircle aria-hidden />}>On two agendas</StateMark>
                <br />
                <TextLink href="/gallery#m">Who keeps the weirs in a dry summer</TextLink>
              </li>
              <li>
                <StateMark tone="settled" icon={<Scale aria-hidden />}>
                  Common position
                </StateMark>
                <br />
                Upper Mills and Reed Harbour, 12 May
              </li>
            </ul>
          }
        >
          Most of what has to be agreed lies between two neighbours. They can walk to the weir, look at the gauge, and{' '}
          <mark>name the day and the hand that opens it</mark>. When all five communities meet, they do not do this work
          again: they find it done, and say what it means for the whole.
        </Passage>
        <Passage {...at(5)} kind="list-item">
          that each side tells the other two days before;
        </Passage>
        <Passage {...at(6)} kind="list-item">
          that the gauge at the old bridge decides.
        </Passage>
        <Passage {...at(7)} kind="quote" margin="Assigned to Long Meadow: read, by 9 May.">
          “We kept our word and lost a harvest. Next time let us keep it together.”
        </Passage>
        <Passage {...at(12345)} kind="heading" level={3}>
          A smaller heading, further in
        </Passage>
        <Passage {...at(8)} kind="paragraph">
          نص قصير من اليمين إلى اليسار، عن النهر والجيران والوقت الذي يحتاجه الاتفاق.
        </Passage>
      </ReadingLayout>
    </Section>
  )
}
