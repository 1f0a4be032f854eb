'use client'
import { useLayoutEffect, useState } from 'react'

/** The element that holds the name of a field, and nothing else, by the field's id. */
export function fieldNameId(fieldId: string): string {
  return `${fieldId}-name`
}

/** What a field is called, before what is said of it: read where the field stands, because a refusal knows only its key. */
export function FieldName({ of }: { readonly of: string }) {
  const [name, setName] = useState('')
  useLayoutEffect(() => setName(document.getElementById(fieldNameId(of))?.textContent ?? ''), [of])
  return name && <>{name}: </>
}
