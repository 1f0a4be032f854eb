/**
 * What decides the commands of an aggregate is one table: a function for each command, whose type names the codes with which it refuses.
 * From it follows what each command can be refused with, so that a route which does not declare it does not compile.
 */
import type { Refusal } from './refusal.ts'

/** The command of this type, also where several types share one form. */
type Named<Command, Type> = Command extends { readonly type: infer Types }
  ? Type extends Types
    ? Command & { readonly type: Type }
    : never
  : never

/** The commands of an aggregate, by type. */
export type CommandsOf<Command extends { readonly type: string }> = {
  readonly [Type in Command['type']]: Named<Command, Type>
}

/** A command of one of these types: what it brings, and which it is. */
export type CommandAs<Commands, Type extends keyof Commands> = {
  readonly [One in Type]: Commands[One] & { readonly type: One }
}[Type]

/** The refusals of each command, by type: those that its function in the table can return. */
export type RefusalsOf<Deciders extends Readonly<Record<string, (...args: never) => unknown>>> = {
  readonly [Type in keyof Deciders]: Extract<ReturnType<Deciders[Type]>, Refusal>
}
