import { CircleAlert } from 'lucide-react'

type FieldErrorProps = {
  readonly id?: string
  readonly message: string | null | undefined
  /** `alert`: nothing else tells that it came. */
  readonly role?: 'alert'
}

/** A refusal beside its field: icon and words. */
export function FieldError({ id, message, role }: FieldErrorProps) {
  if (!message) return null
  return (
    <p id={id} role={role} className="flex items-baseline gap-[0.4em] text-sm/[inherit] font-label text-danger">
      <CircleAlert className="mt-[0.17em] self-start" aria-hidden />
      {message}
    </p>
  )
}
