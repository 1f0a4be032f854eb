import { titleReference } from '#domain/text/reference.ts'

type Props = {
  readonly reference: string
  /** What there is to say of it here; what is false or empty is not said. */
  readonly said: readonly (string | false | undefined)[]
}

/** Above the words of a passage its reference, and what there is to say of it. The title of the text is called by its words alone. */
export function PickerReference({ reference, said }: Props) {
  const isTitle = reference === titleReference
  const about = said.filter(Boolean).join(' · ')
  return (
    <span className="text-sm text-soft tabular-nums">
      {!isTitle && <bdi>{reference}</bdi>}
      {!isTitle && about !== '' && ' · '}
      {about}
    </span>
  )
}
