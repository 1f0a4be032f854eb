/** Keeps what is being typed in this tab's session storage, so that a reload or a new sign-in loses nothing.
 * Secrets and files are never kept. Where storage is denied nothing is kept and nothing fails. */

const prefix = 'draft:'

/** Under whom `PageShell` says is signed in: one whose sign-in ran out is not read by the next one in this tab. */
const key = (draft: string) =>
  `${prefix}${document.querySelector<HTMLElement>('[data-viewer]')?.dataset.viewer ?? ''}:${draft}`

/** Hidden fields hold what the page knows, e.g. a version; only one that stands for an answer (`data-draft`) is kept. */
const UNKEPT = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset'])

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Remembers the form as it stands. */
export function keepDraft(draft: string, form: HTMLFormElement): void {
  const kept = controls(form).map((control) => [control.name, read(control)] as const)
  quietly(() => sessionStorage.setItem(key(draft), JSON.stringify(kept)))
}

/** Puts back what was remembered; true when something differs from what the page came with. */
export function restoreDraft(draft: string, form: HTMLFormElement): boolean {
  const text = quietly(() => sessionStorage.getItem(key(draft)))
  if (!text) return false
  const kept = JSON.parse(text) as Kept[]
  const changed = putBack(kept, form)
  // A field that comes with an answer put back just now stands a moment later.
  if (kept.length > 0) requestAnimationFrame(() => putBack(kept, form))
  return changed
}

type Kept = readonly [name: string, value: string]

/** Writes values into the fields of these names, as if they were typed; a form without such a field stays as it is. */
export function writeInto(form: HTMLFormElement, values: Readonly<Record<string, string | number | null>>): void {
  for (const control of controls(form)) {
    const value = values[control.name]
    if (value !== undefined && !isBox(control)) write(control, String(value ?? ''))
  }
}

/** Whether something differs now. Takes out of `kept` what found its field. */
function putBack(kept: Kept[], form: HTMLFormElement): boolean {
  let changed = false
  for (const control of controls(form)) {
    const at = kept.findIndex(
      ([name, value]) => name === control.name && (!isBox(control) || value.startsWith(`${control.value}=`)),
    )
    const [entry] = at < 0 ? [] : kept.splice(at, 1)
    if (!entry || entry[1] === read(control)) continue
    changed = true
    write(control, entry[1])
  }
  return changed
}

/** Forgets it: the form was taken. */
export function forgetDraft(draft: string): void {
  quietly(() => sessionStorage.removeItem(key(draft)))
}

/** Forgets all of them: whoever typed leaves, and the next one in this tab is somebody else. */
export function forgetDrafts(): void {
  quietly(() => {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
  })
}

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (control): control is Control =>
      (control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      control.name !== '' &&
      (!UNKEPT.has(control.type) || 'draft' in control.dataset),
  )
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}

function read(control: Control): string {
  return isBox(control) ? `${control.value}=${control.checked}` : control.value
}

/** Through the native setter and an event, so that React's controlled inputs hear of it too. */
function write(control: Control, value: string): void {
  if (isBox(control)) {
    if (read(control) !== value) control.click()
    return
  }
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set
  setter?.call(control, value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
}

function quietly<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
