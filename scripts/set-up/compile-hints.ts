/**
 * Tells a browser's engine that all functions of the framework's files are called while a page loads (V8, explicit compile hints). Without
 * it the engine only skims a function at first and compiles it when it is called, on the thread on which somebody waits for the page. Told
 * so, it compiles them while the file arrives, beside that thread. To other engines it is a comment.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const hint = '//# allFunctionsCalledOnLoad\n'

/**
 * Writes the hint before the files that a build lists for every page: the framework, React and the loader.
 *
 * @param folder of the build.
 * @throws Error when the build lists none: it says elsewhere then what every page loads.
 */
export async function hintAtCompiling(folder: string): Promise<void> {
  const said = await readFile(path.join(folder, 'build-manifest.json'), 'utf8')
  const { rootMainFiles = [] } = JSON.parse(said) as { readonly rootMainFiles?: readonly string[] }
  if (rootMainFiles.length === 0) throw new Error(`The build in ${folder} does not say what every page loads.`)
  await Promise.all(rootMainFiles.map((file) => writeHint(path.join(folder, file))))
}

async function writeHint(file: string): Promise<void> {
  const script = await readFile(file, 'utf8')
  if (!script.startsWith(hint)) await writeFile(file, hint + script)
}
