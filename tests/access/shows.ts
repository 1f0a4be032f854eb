/**
 * What each route and page is for, by hand: the things of the table (tests/access/table.ts) that whoever may see them, and to whom it is
 * open, finds there. Each as `of part part; of part`. What stands on a page beside that, such as one's own name, is not listed. One that
 * is for nothing of the table says so with nothing.
 */
import { byPage } from './shows/pages.ts'
import { byRoute } from './shows/routes.ts'

/** What a route or page shows, by its address and the name of the probe; undefined: nobody has said. */
export function shownAt(at: string, name: string): readonly string[] | undefined {
  return (byRoute[`${at}: ${name}`] ?? byPage[`${at}: ${name}`])
    ?.split('; ')
    .filter((group) => group !== '')
    .flatMap((group) => {
      const [of = '', ...parts] = group.split(' ')
      return parts.map((part) => `${of}-${part}`)
    })
}

/** Every address with a name of which it is said what is shown. */
export const saidToShow: readonly string[] = [...Object.keys(byRoute), ...Object.keys(byPage)]
