/** Distance in CSS pixels between a floating box and its anchor, and between it and the window's edge. */
const GAP = 6

/** Which edge of the anchor the box lines up with, in the direction the text runs. */
export type Alignment = 'start' | 'center' | 'end'

/** Puts a fixed box below its anchor, or above it when there is more room there, and keeps it inside the window. */
export function placeBeside(anchor: Element, box: HTMLElement, alignment: Alignment = 'start'): void {
  const at = anchor.getBoundingClientRect()
  box.style.maxHeight = ''
  const { offsetWidth: width, offsetHeight: height } = box
  const { clientWidth, clientHeight } = document.documentElement
  const roomBelow = clientHeight - at.bottom - 2 * GAP
  const roomAbove = at.top - 2 * GAP
  const isBelow = height <= roomBelow || roomBelow >= roomAbove
  const shownHeight = Math.min(height, Math.max(0, isBelow ? roomBelow : roomAbove))
  const rightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const fromLeft = alignment === 'center' ? 'center' : (alignment === 'end') !== rightToLeft ? 'right' : 'left'
  const left =
    fromLeft === 'center' ? at.left + at.width / 2 - width / 2 : fromLeft === 'right' ? at.right - width : at.left
  box.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - shownHeight}px`
  if (shownHeight < height) box.style.maxHeight = `${shownHeight}px`
  box.style.left = `${Math.max(GAP, Math.min(left, clientWidth - width - GAP))}px`
}

/** Keeps the box in place while the page scrolls or the window changes. Returns the function that stops it. */
export function stayBeside(anchor: Element, box: HTMLElement, alignment?: Alignment): () => void {
  const place = () => placeBeside(anchor, box, alignment)
  place()
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place)
  return () => {
    removeEventListener('scroll', place, { capture: true })
    removeEventListener('resize', place)
  }
}
