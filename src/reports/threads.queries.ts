import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { LineView } from '../seizures/seizure.view.ts';
import { gapsOf, gapsOfCase } from './thread.gaps.ts';
import type { CaseRecord, ThreadRecords } from './thread-records.view.ts';
import { caseThread, operationThread } from './threads.sql.ts';
import type { CaseRecords, CaseThread, OperationThread } from './threads.view.ts';

type Row = ThreadRecords & { cases: CaseRecord[] };

/** Everything that hangs on an operation or a case, as the reader may see it, with what is missing from it. */
@Injectable()
export class ThreadsQueries {
  constructor(private readonly reads: Reads, private readonly codes: Codes) {}

  async ofOperation(actor: Actor, id: string): Promise<OperationThread> {
    const { operations, cases, ...rest } = await this.read<Row>(actor, 'threads.operation', operationThread, id);
    const [operation] = operations;
    if (!operation) throw notFound();
    return { operation, case: cases[0] ?? null, ...rest, gaps: gapsOf({ operations, ...rest }) };
  }

  async ofCase(actor: Actor, id: string): Promise<CaseThread> {
    const { cases: [found], ...rest } = await this.read<Row & CaseRecords>(actor, 'threads.case', caseThread, id);
    if (!found) throw notFound();
    return { case: found, ...rest, gaps: [...gapsOfCase(found, rest), ...gapsOf(rest)] };
  }

  private async read<T extends ThreadRecords>(actor: Actor, name: string, text: string, id: string): Promise<T> {
    await this.codes.ready();
    const [row] = await this.reads.rows<T>(actor, name, text, [id]);
    return { ...row!, seizures: row!.seizures.map((seizure) => ({ ...seizure, lines: seizure.lines.map((line) => LineView.of(line, this.codes)) })) };
  }
}
