/** `line`: one line. `words`: several. `text`: several that will be read as text, set like the text they come from. */
type ControlSet = 'line' | 'words' | 'text'

/** Its edge says that it is pointed at, refused or off. */
const always =
  'min-w-0 rounded-md border border-edge bg-raised text-ink hover:border-ink focus-visible:-outline-offset-1 disabled:cursor-not-allowed disabled:border-dashed disabled:bg-transparent disabled:text-soft aria-invalid:border-s-4 aria-invalid:border-danger'

const sets: Readonly<Record<ControlSet, string>> = {
  line: 'min-h-10 px-[0.7rem] py-[0.45rem] font-sans text-base/[1.4] font-normal tabular-nums',
  words:
    'field-sizing-content max-h-[70vh] min-h-[5.5rem] resize-y px-[0.7rem] py-[0.45rem] font-sans text-base/[1.4] font-normal tabular-nums',
  text: 'field-sizing-content max-h-[70vh] min-h-[5.5rem] resize-y px-4 py-[0.8rem] font-serif text-lg font-normal',
}

/** The utilities of what one types or chooses in: a native control, as wide as its place unless `wide` is false. */
export function controlLook({
  set = 'line',
  wide = true,
}: {
  readonly set?: ControlSet
  readonly wide?: boolean
} = {}) {
  return `${always} ${sets[set]} ${wide ? 'w-full' : ''}`
}

/** The utilities of what stands around a control, its name and what is said of it. */
export const fieldLook = 'grid max-w-form min-w-0 gap-[0.35rem]'
