/** How an icon of lucide is drawn here, in markup and by a component. */

type Props = Readonly<Record<string, unknown>>

/** The lines of an icon, each an element of SVG with its attributes. */
export interface IconData {
  readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[]
}

/** The attributes of its element. Its size is said by the style sheet, as a part of the words beside it. */
export function iconAttributes({ className, ...props }: Props): Props {
  return {
    ...{ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' },
    ...props,
    className: className === '' ? undefined : className,
  }
}
