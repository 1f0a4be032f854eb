/** The thread of one comparison of wordings. It has no database, no settings and no secrets. */
import { parentPort, workerData } from 'node:worker_threads'
import { stepBack } from './step-back.ts'
import { wordDiff } from './word-diff.ts'

stepBack()

const { older, newer }: { readonly older: string; readonly newer: string } = workerData
parentPort?.postMessage(wordDiff(older, newer))
