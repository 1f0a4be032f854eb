'use client'
import { createContext, type ReactNode, use } from 'react'
import type components from '#messages/en/components.json'

/** The few words that components say by themselves ("Close", "optional"), in the reader's language. */
export type ComponentWords = Readonly<Record<keyof typeof components, string>>

const WordsContext = createContext<ComponentWords | null>(null)

/** Set once, in the root layout, from `messages/<language>/components.json`. Plain strings: no message formatter is sent to the browser. */
export function WordsProvider({ words, children }: { words: ComponentWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The components' own words. Throws outside `WordsProvider`. */
export function useWords(): ComponentWords {
  const words = use(WordsContext)
  if (!words) throw new Error('WordsProvider is missing above this component')
  return words
}

/** Puts facts into a word: `fill('{name} moved', { name })`. */
export function fill(word: string, facts: Readonly<Record<string, string | number>>): string {
  return word.replace(/\{(\w+)\}/g, (hole, key: string) => String(facts[key] ?? hole))
}
