import { moveRefused } from './errors.ts';

/** States and the moves out of each: a record's whole life on one screen. */
export type Lifecycle<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Refuses a move that the table does not have, naming those it has. */
export function checkMove<State extends string>(moves: Lifecycle<State>, from: State, to: State): void {
  const open = moves[from];
  if (open.includes(to)) return;
  throw moveRefused(open.length > 0 ? `From ${from} it can become ${open.join(', ')}, not ${to}` : `${from} is an end: it becomes nothing else`);
}
