import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/unit-of-work.ts';

/** Why a change of a seizure needs a second person: `['exhibits.transferred']`; empty where it does not. */
export type SecondPersonReason = (tx: Tx, seizure: string) => Promise<string[]>;

/**
 * The question this module asks and later ones answer: has a transfer, a laboratory result or a published report come to
 * rest on the seizure, so that one person alone may not change it any more?
 */
@Injectable()
export class SecondPersonReasons {
  private readonly answers: SecondPersonReason[] = [];

  register(answer: SecondPersonReason): void {
    this.answers.push(answer);
  }

  async of(tx: Tx, seizure: string): Promise<string[]> {
    const found: string[] = [];
    for (const answer of this.answers) found.push(...(await answer(tx, seizure)));
    return found;
  }
}
