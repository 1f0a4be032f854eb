'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { signedOutEvent } from '#lib/api/send.ts'
import { seldomWords } from '#lib/words/seldom.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import { ButtonAnchor } from '../actions/button.tsx'
import { Modal } from '../overlays/modal.tsx'

/**
 * Says, over whatever was being done, that the sign-in has ended; once, in the root layout. Signing in happens in another tab,
 * so that what was typed stays as it stands, in whichever form.
 */
export function SignedOut({ signInHref }: { readonly signInHref: string }) {
  const words = seldomWords(useLanguage().tag).signedOut
  const path = usePathname()
  const [openAt, setOpenAt] = useState<string | null>(null)
  useEffect(() => {
    const open = () => setOpenAt(path)
    window.addEventListener(signedOutEvent, open)
    return () => window.removeEventListener(signedOutEvent, open)
  }, [path])
  // Elsewhere there is nothing to come back to.
  if (openAt !== path) return null
  return (
    <Modal title={words.title} onClose={() => setOpenAt(null)}>
      <div className="grid gap-5">
        <p>{words.means}</p>
        <div>
          <ButtonAnchor
            variant="primary"
            href={signInHref}
            target="_blank"
            rel="noreferrer"
            onClick={() => setOpenAt(null)}
          >
            {words.signIn}
          </ButtonAnchor>
        </div>
      </div>
    </Modal>
  )
}
