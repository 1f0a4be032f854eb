import { CircleAlert, CircleDot } from 'lucide-react'
import { Button } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Table } from '#components/collections/table.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Time } from '#components/text/time.tsx'
import { Order } from './order.tsx'

const PARTIES = ['Upper Mills', 'Reed Harbour', 'Stone Bridge', 'Long Meadow']

export function Lists() {
  return (
    <Section title="Lists and tables" actions={<Button size="small">Plan a meeting</Button>}>
      <div className="grid gap-10">
        <ItemList label="Meetings">
          <Item
            lead={<Time instant="2026-05-12T16:30:00Z" zone="Europe/Berlin" shape="month-day" />}
            title={
              <TextLink look="title" href="/gallery#1">
                Who keeps the weirs in a dry summer
              </TextLink>
            }
            meta={
              <>
                <span>Upper Mills and Reed Harbour</span>
                <span>Bilateral</span>
              </>
            }
            aside={
              <StateMark tone="now" icon={<CircleDot aria-hidden />}>
                Open now
              </StateMark>
            }
          />
          <Item
            lead={<Time instant="2026-06-02T16:30:00Z" zone="Europe/Berlin" shape="month-day" />}
            title={
              <TextLink look="title" href="/gallery#2">
                Low water: a general understanding of all five river communities and their neighbours downstream
              </TextLink>
            }
            meta={<span>Five parties</span>}
            aside={
              <StateMark tone="alert" icon={<CircleAlert aria-hidden />}>
                Two positions missing
              </StateMark>
            }
          />
        </ItemList>
        <Table
          caption="Commitments"
          columns={[
            { key: 'what', label: 'What' },
            { key: 'who', label: 'Who' },
            { key: 'due', label: 'By' },
            { key: 'hours', label: 'Hours', align: 'end' },
          ]}
          rows={[
            { id: 'a', cells: { what: 'Measure the upper weir', who: 'Upper Mills', due: '1 June 2026', hours: '12' } },
            {
              id: 'b',
              cells: { what: 'Write to the lock keepers', who: 'Reed Harbour', due: '9 June 2026', hours: '4' },
            },
          ]}
        />
        <Table
          caption="Who has met"
          narrow="scroll"
          columns={[{ key: 'Party', label: 'Party' }, ...PARTIES.map((name) => ({ key: name, label: name }))]}
          rows={PARTIES.map((row) => ({
            id: row,
            cells: Object.fromEntries(
              ['Party', ...PARTIES].map((to) => [to, to === 'Party' ? row : row === to ? '–' : '2 meetings']),
            ),
          }))}
        />
        <div>
          <h3 className="mb-2 font-sans font-semibold">An order to change</h3>
          <Order />
        </div>
      </div>
    </Section>
  )
}
