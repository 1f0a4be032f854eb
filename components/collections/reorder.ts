/** Takes `moving` out of the order and puts them back, in their order, before what then stands at index `to`. */
export function moveTo(order: readonly string[], moving: readonly string[], to: number): readonly string[] {
  const rest = order.filter((id) => !moving.includes(id))
  return [...rest.slice(0, to), ...order.filter((id) => moving.includes(id)), ...rest.slice(to)]
}
