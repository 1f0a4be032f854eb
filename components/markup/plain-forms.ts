/** Forms that the browser sends by itself, as an address: they have no script, so that they can be markup. */

type Props = Readonly<Record<string, unknown>>

/** What is filled in in such a form. */
const controls = new Set(['input', 'select', 'option'])

/** It leads to an address, and nothing listens to it. */
export function isPlainForm(tag: string, props: Props): boolean {
  const { method = 'get', action = '' } = props
  return tag === 'form' && method === 'get' && typeof action === 'string' && isUnheard(props)
}

/** What is filled in keeps its own state, as everywhere in a browser. */
export function isPlainControl(tag: string, props: Props): boolean {
  return controls.has(tag) && isUnheard(props) && !('value' in props && tag === 'input')
}

function isUnheard(props: Props): boolean {
  return Object.values(props).every((value) => typeof value !== 'function')
}

/** The attributes of a control: with what it begins, HTML says otherwise than React. `chosen`: with what the list around an option begins. */
export function plainControlProps(
  tag: string,
  { defaultValue, defaultChecked, ...props }: Props,
  chosen: unknown,
): Props {
  switch (tag) {
    case 'input':
      return { ...props, value: defaultValue, checked: defaultChecked }
    case 'option':
      return { ...props, selected: chosen !== undefined && props.value === chosen }
    default:
      return props
  }
}
