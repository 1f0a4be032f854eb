/** Prepared parts of a page: the same HTML as the framework makes of the same components, whatever people wrote; what has a script stays alive. */
import fc from 'fast-check'
import { isValidElement, type ReactNode } from 'react'
import { describe, expect, it, test } from 'vitest'
import { ActButton } from '#components/actions/act-button.tsx'
import { Facts } from '#components/collections/facts.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Table } from '#components/collections/table.tsx'
import { PlainTextField } from '#components/forms/plain-fields.tsx'
import { Passage, ReadingLayout } from '#components/frame/reading-layout.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import DrawnIcon from '#components/markup/icon.tsx'
import { type MarkupPart, partMarkup, Runs, staticParts } from '#components/markup/static-parts.ts'
import { Badge } from '#components/text/badge.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { TimeBar } from '#components/text/time-bar.tsx'
import { hostile } from '../domain/hostile-words.ts'
import { markupOf } from '../setup/spoken.tsx'

/** As the framework marks a component of the browser for the server. */
const client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') }) as () => ReactNode

function Sometimes({ there }: { readonly there: boolean }) {
  return there ? <p>new</p> : null
}

/** The parts, made where components are called: within the rendering of another. */
function partsOf(node: ReactNode, place = shown): readonly MarkupPart[] {
  const made: MarkupPart[] = []
  markupOf(<Making node={node} place={place} made={made} />)
  return made
}

interface Making {
  readonly node: ReactNode
  readonly place: (part: MarkupPart) => ReactNode
  readonly made: MarkupPart[]
}

function Making({ node, place, made }: Making) {
  made.push(...staticParts(node, place))
  return null
}

/** What became of a part, for what stands around it. */
function shown(part: MarkupPart): ReactNode {
  return part.is === 'live' ? part.node : part.is === 'words' ? part.words : part.element.source
}

function prepared(node: ReactNode): string {
  return partsOf(node).map(partMarkup).join('')
}

describe('given components without a script', () => {
  test.each<readonly [string, ReactNode]>([
    ['words, numbers and nothing', <p key="p">{['a', 1, null, undefined, false, true, 0, '', 2n]}</p>],
    [
      'elements without an end',
      <p key="p">
        a<br />b<hr />
        <wbr />
      </p>,
    ],
    [
      'attributes',
      <a key="a" href="/x?a=1&b=2" hidden tabIndex={-1} data-n={0} data-of={false} lang="de" title={undefined} download>
        x
      </a>,
    ],
    [
      'times and spans of cells',
      <table key="t">
        <tbody>
          <tr>
            <td colSpan={2}>
              <time dateTime="2026-01-01" suppressHydrationWarning>
                1
              </time>
            </td>
          </tr>
        </tbody>
      </table>,
    ],
    [
      'labels',
      <label key="l" htmlFor="x">
        <b>x</b>
      </label>,
    ],
    [
      'a list',
      <ItemList key="l" label="All" lead="day">
        <Item title={<bdi>One</bdi>} lead="1" meta={<span>m</span>} aside="late" />
        <Item title="Two">2</Item>
      </ItemList>,
    ],
    [
      'a table',
      <Table
        key="t"
        caption="All"
        columns={[
          { key: 'a', label: 'A', align: 'end' },
          { key: 'b', label: 'B' },
        ]}
        rows={[{ id: '1', cells: { a: 1, b: <code title="h">h</code> } }]}
      />,
    ],
    [
      'a section',
      <Section key="s" title="One" id="one">
        <Badge>new</Badge>
      </Section>,
    ],
    [
      'a button that opens what it names',
      <p key="b">
        <button type="button" popoverTarget="x" aria-describedby="x" disabled>
          x
        </button>
        <span id="x" popover="auto">
          y
        </span>
      </p>,
    ],
    ['facts', <Facts key="f" facts={[{ name: 'a', value: 'b' }]} />],
    [
      'the set page',
      <ReadingLayout key="r" margin>
        <Runs>
          <Passage id="p-1" number="1" reference="Passage 1" href="/p/1" kind="list-item" depth={2} labelled>
            {['a', <mark key="m">b</mark>]}
          </Passage>
        </Runs>
      </ReadingLayout>,
    ],
  ])('%s are the same HTML as the framework makes', (_, node) => {
    expect(prepared(node)).toBe(markupOf(node))
  })

  it('writes a picture as the framework does, but for the name that is counted', () => {
    const words = { caption: 'c', label: 'l', start: 's', duration: 'd' }
    const segment = { id: 'a', label: 'A', minutes: 50, duration: '50 min', start: '09:00', current: true }
    const bar = <TimeBar available={20} words={words} segments={[segment, { ...segment, id: 'b', current: false }]} />
    const uncounted = (html: string) => html.replace(/[^"(]+hatch/g, 'hatch')
    expect(uncounted(prepared(bar))).toBe(uncounted(markupOf(bar)))
  })

  it('writes whatever people wrote, among words and in quotes, as the framework does', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const node = (
          <p title={words} data-words={words}>
            {words}
            <bdi>{words}</bdi>
          </p>
        )
        expect(prepared(node)).toBe(markupOf(node))
      }),
      { numRuns: 500 },
    )
    expect(prepared(<p title={'"><script>'}>{"<b>&'"}</p>)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#x27;</p>',
    )
  })

  it('writes a link, which the router follows, and an icon', () => {
    expect(
      prepared(
        <TextLink href="/a" look="title">
          a
        </TextLink>,
      ),
    ).toMatch(/^<a href="\/a" class="[^"]+" data-follow="true">a<\/a>$/)
    const Icon = client as (props: Readonly<Record<string, unknown>>) => ReactNode
    const node = [
      ['path', { d: 'M20 6 9 17l-5-5', key: 'k' }],
      ['line', { x1: '12', y2: '12', key: 'l' }],
    ] as const
    const icon = { name: 'check', node }
    const mark = prepared(<StateMark icon={<Icon icon={icon} aria-hidden />}>done</StateMark>)
    expect(mark).toMatch(
      /<svg [^>]*stroke="currentColor"[^>]*aria-hidden="true"[^>]*><path d="M20 6 9 17l-5-5"\/><line x1="12" y2="12"\/><\/svg>done/,
    )
    // A component with a script draws the same.
    const asked = { icon, className: 'mt-1', 'aria-hidden': true }
    expect(markupOf(<DrawnIcon {...asked} />).replace(/><\/(?!svg)\w+>/g, '/>')).toBe(prepared(<Icon {...asked} />))
  })

  it('writes the button of an act, which says itself what it does', () => {
    const params = { assignmentId: 'a"b' }
    const act = { route: 'PUT /assignments/{assignmentId}/done', params } as const
    const undo = { said: 'Done', act: { route: 'DELETE /assignments/{assignmentId}/done', params } } as const
    const row = (
      <p>
        <ActButton size="small" act={act} undo={undo} aria-label="Mark as done">
          Done
        </ActButton>
      </p>
    )
    const [part, ...others] = partsOf(row)
    expect([part?.is, ...others]).toEqual(['markup'])
    const [, doing = ''] = / data-act="([^"]+)"/.exec(prepared(row)) ?? []
    expect(JSON.parse(doing.replaceAll('&quot;', '"'))).toEqual({ act, undo })
    expect(prepared(row)).toMatch(
      /^<p><button type="button" aria-label="Mark as done" data-act="[^"]+" class="[^"]+">Done</,
    )
  })

  test.each([
    ['javascript', 'alert(1)'].join(':'),
    ' java\nscript:alert(1)',
    ['JavaScript', 'alert(1)'].join(':'),
    'data:text/html,x',
    ' https://meet.example',
    'meet.example',
  ])('leaves out an address that is a script for a browser, or none, and keeps its words: %j', (href) => {
    expect(prepared(<a href={href}>x</a>)).toBe('<a>x</a>')
  })

  test.each(['HTTPS://meet.example', 'Http://x', 'MailTo:ana@reed.invalid', '/groups', '#top', '?a=1', ''])(
    'writes an address in any case: %j',
    (href) => {
      expect(prepared(<a href={href}>x</a>)).toBe(`<a href="${href}">x</a>`)
    },
  )

  test.each<readonly [string, ReactNode]>([
    [
      'a function',
      <p key="p" {...{ onClick: () => undefined }}>
        x
      </p>,
    ],
    [
      'a name with a space',
      <p key="p" {...{ 'a b': 'x' }}>
        x
      </p>,
    ],
    [
      'an object',
      <p key="p" {...{ lang: {} as string }}>
        x
      </p>,
    ],
  ])('refuses what markup cannot hold: %s', (_, node) => {
    expect(() => prepared(node)).toThrow()
  })
})

describe('given a component with a script among them', () => {
  const Client = client
  const list = (
    <ul>
      <li key="a">one</li>
      <li key="b">
        <span>two</span> <Client />
      </li>
      <li key="c">three</li>
    </ul>
  )

  it('keeps its place when something comes before it that was not there', () => {
    const placeIn = (there: boolean) => {
      const [part] = partsOf(
        <div>
          {there && <h2>new</h2>}
          <Sometimes there={there} />
          <Client />
        </div>,
      )
      if (part?.is !== 'live' || !isValidElement<{ children: readonly ReactNode[] }>(part.node)) return null
      return part.node.props.children.findIndex((one) => isValidElement(one) && one.type === Client)
    }
    expect(placeIn(false)).toBe(2)
    expect(placeIn(true)).toBe(2)
  })

  it('stays alive, and so does what contains it; nothing else does', () => {
    const [part, ...others] = partsOf(list)
    expect(others).toEqual([])
    expect(part?.is).toBe('live')
    const placed: MarkupPart['is'][] = []
    partsOf(list, (one) => {
      placed.push(one.is)
      return null
    })
    expect(placed).toEqual(['markup', 'words', 'live', 'markup', 'live', 'markup'])
  })

  it('makes a piece of its own of a form that the browser sends by itself, with what it begins with', () => {
    const form = (
      <form action="/list" aria-label="Find">
        <PlainTextField name="words" label="Words" value={'"><script>'} maxLength={20} />
        <select name="of" aria-label="Of" defaultValue="b">
          <option value="">All</option>
          <option value="a">A</option>
          <option value="b">B</option>
        </select>
        <button type="submit">Show</button>
      </form>
    )
    const placed: string[] = []
    const [part, ...others] = partsOf(<div>{form}</div>, (one) => {
      if (one.is === 'markup') placed.push(partMarkup(one))
      return null
    })
    expect([part?.is, ...others]).toEqual(['live'])
    expect(placed).toHaveLength(1)
    const [a, b] = [placed[0], markupOf(form)].map((markup) => {
      const [all, words] = [
        /<option[^>]*selected[^>]*>(\w+)/.exec(markup ?? ''),
        /value="([^"]*script[^"]*)"/.exec(markup ?? ''),
      ]
      return [all?.[1], words?.[1], markup?.replaceAll(/<[^>]+>/g, ' ')]
    })
    expect(a).toEqual(['B', '&quot;&gt;&lt;script&gt;', expect.any(String)])
    expect(a).toEqual(b)
  })

  test.each<readonly [string, ReactNode]>([
    [
      'a form that is heard',
      <form key="h" onSubmit={() => undefined}>
        <p>x</p>
      </form>,
    ],
    [
      'a form that writes',
      <form key="w" method="post" action="/x">
        <p>x</p>
      </form>,
    ],
    [
      'a form in which something is heard',
      <form key="i">
        <input name="a" onChange={() => undefined} />
      </form>,
    ],
  ])('leaves to the framework %s', (_, form) => {
    const placed: MarkupPart['is'][] = []
    expect(
      partsOf(form, (one) => {
        placed.push(one.is)
        return null
      }).map(({ is }) => is),
    ).toEqual(['live'])
    expect(placed).not.toContain('markup')
  })

  test.each<readonly [string, ReactNode]>([
    ['waits for something', <Waits key="w" />],
    ['is filled in', <input key="i" />],
  ])('so does what %s', (_, node) => {
    expect(partsOf(<div>{node}</div>).map(({ is }) => is)).toEqual(['live'])
    expect(waited).toBe(0)
  })

  it('keeps the keys by which its state is found again', () => {
    const keys = partsOf([<Client key="a" />, <p key="b">b</p>, <Both key="c" />]).map(
      (part) => part.is !== 'words' && part.key,
    )
    expect(keys).toEqual(['a', 'b', 'c 0', 'c 1'])
  })

  it('divides a column of blocks into runs, which are each one piece', () => {
    const blocks = [1, 2, 3, 4, 5].map((n) => <p key={n}>{n === 3 ? <Client /> : n}</p>)
    const runs = partsOf(<Runs>{blocks}</Runs>)
    expect(runs.map((part) => (part.is === 'markup' ? partMarkup(part) : part.is))).toEqual([
      '<div><p>1</p><p>2</p></div>',
      'live',
      '<div><p>4</p><p>5</p></div>',
    ])
  })
})

let waited = 0

async function Waits() {
  waited += 1
  return <p>x</p>
}

function Both() {
  return (
    <>
      <p>1</p>
      <p>2</p>
    </>
  )
}
