import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/unit-of-work.ts';
import type { OperationKind } from './operation.entity.ts';
import type { OperationStatus } from './operation.lifecycle.ts';

/** An operation about to start. */
export interface Starting {
  id: string;
  kind: OperationKind;
  from: OperationStatus;
  /** A commander has waived the approved plan, with reason and a date of review. */
  isWaived: boolean;
}

export interface Objection {
  code: string;
  detail: string;
}

export type StartAnswer = (tx: Tx, starting: Starting) => Promise<Objection[]>;

/**
 * May this operation start? Asked here in the transaction of the start, answered by whichever later module has something
 * against it (a plan that is not approved, a conflict that is not resolved). Nobody answering is nothing against it.
 */
@Injectable()
export class StartObjections {
  private readonly answers: StartAnswer[] = [];

  answeredBy(answer: StartAnswer): void {
    this.answers.push(answer);
  }

  async against(tx: Tx, starting: Starting): Promise<Objection[]> {
    const objections: Objection[] = [];
    for (const answer of this.answers) objections.push(...(await answer(tx, starting)));
    return objections;
  }
}
