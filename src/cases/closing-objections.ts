import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors.ts';
import type { Tx } from '../platform/unit-of-work.ts';
import { closingObjected } from './cases.errors.ts';

/** Why a case may not close yet: a stable code and what to settle. */
export interface Objection {
  code: string;
  detail: string;
}

export type ClosingObjection = (tx: Tx, caseId: string) => Promise<Objection[]>;

/**
 * The question that cases ask before one closes; whoever keeps what may stand against it answers (`askBeforeClosing`
 * in the module's `onModuleInit`), so that cases know none of them.
 */
@Injectable()
export class ClosingObjections {
  private readonly answerers: ClosingObjection[] = [];

  askBeforeClosing(answerer: ClosingObjection): void {
    this.answerers.push(answerer);
  }

  /** Refuses with every objection there is; reads in the closing's own transaction and role. */
  async mustBeNone(tx: Tx, caseId: string): Promise<void> {
    const objections: Objection[] = [];
    for (const answerer of this.answerers) objections.push(...(await answerer(tx, caseId)));
    if (objections.length === 0) return;
    throw new DomainError(closingObjected.spec, objections.map(({ detail }) => detail).join('; '), objections.map((each) => ({ ...each, pointer: '/to' })));
  }
}
