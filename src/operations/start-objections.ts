import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors.ts';
import type { Tx } from '../platform/unit-of-work.ts';
import type { OperationKind } from './operation.entity.ts';
import type { OperationStatus } from './operation.lifecycle.ts';
import { startObjected } from './operations.errors.ts';

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

export type StartObjection = (tx: Tx, starting: Starting) => Promise<Objection[]>;

/**
 * May this operation start? Asked in the transaction of the start, answered by whichever later module has something against it
 * (`askBeforeStarting` in its `onModuleInit`): a plan that is not approved, a conflict that is not resolved. No answer is no objection.
 */
@Injectable()
export class StartObjections {
  private readonly answerers: StartObjection[] = [];

  askBeforeStarting(answerer: StartObjection): void {
    this.answerers.push(answerer);
  }

  /** Refuses with every objection there is. */
  async mustBeNone(tx: Tx, starting: Starting): Promise<void> {
    const objections: Objection[] = [];
    for (const answerer of this.answerers) objections.push(...(await answerer(tx, starting)));
    if (objections.length === 0) return;
    throw new DomainError(startObjected.spec, objections.map(({ detail }) => detail).join('; '), objections.map((each) => ({ ...each, pointer: '/to' })));
  }
}
