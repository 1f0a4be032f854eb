/** A person's name, isolated so that right-to-left and left-to-right names stand side by side, with the party they sit for. */
export function PersonName({ name, party }: { readonly name: string; readonly party?: string }) {
  return (
    <span>
      <bdi className="font-medium">{name}</bdi>
      {party && (
        <>
          {' '}
          <bdi className="text-soft">({party})</bdi>
        </>
      )}
    </span>
  )
}
