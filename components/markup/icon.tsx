'use client'
import { createElement } from 'react'
import { type IconData, iconAttributes } from './icon-attributes.ts'

type Props = Readonly<Record<string, unknown>> & { readonly icon: IconData }

/**
 * What an icon of lucide becomes (next.config.js puts it in the place of lucide's own): the same element as in prepared markup. Lucide's
 * says sizes, classes and settings besides that nothing here asks for, with every icon and in the script of every page.
 */
export default function Icon({ icon, ...props }: Props) {
  const lines = icon.node.map(([tag, { key, ...attributes }]) => createElement(tag, { key, ...attributes }))
  return createElement('svg', iconAttributes(props), ...lines)
}
