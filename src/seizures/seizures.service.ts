import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { Settings } from '../platform/settings.ts';
import { localDay, notAhead } from '../platform/times.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import type { AddLine, CreditOperations, RecordSeizure, ValueLine } from './seizure.dto.ts';
import { Seizure, SeizureLine } from './seizure.entity.ts';
import { checkHead, checkLine } from './seizure.rules.ts';
import { SeizureView, type CreditView, type LineRow, type SeizureRow, type SeizureWarning } from './seizure.view.ts';
import { lineIsVoided, voidedAlready } from './seizures.errors.ts';
import { SeizuresQueries } from './seizures.queries.ts';
import { creditsStatement, lineRow, linesStatement, recordingOf, type Prepared } from './seizures.recording.ts';

interface InsertedLine {
  line: LineRow;
  alike: string[] | null;
}

/** Records seizures and what belongs to them. What is wrong later is amended or voided: `amendments.service.ts`. */
@Injectable()
export class SeizuresService {
  constructor(
    private readonly work: UnitOfWork, private readonly reads: Reads, private readonly creates: Creates, private readonly queries: SeizuresQueries,
    private readonly codes: Codes, private readonly units: UnitDirectory, private readonly settings: Settings,
  ) {}

  /** Records a seizure with its lines; likely duplicates are a warning in the answer, never a refusal. */
  async record(actor: Actor, command: RecordSeizure): Promise<Made<SeizureView>> {
    await this.queries.ready();
    return this.creates.once(actor, 'seizures', command, async () => {
      const prepared = await this.prepare(actor, command);
      const [head, lines, credits] = await this.work.send(actor, 'seizures.record', recordingOf(command, prepared));
      return this.viewOf(head!.rows[0] as SeizureRow, lines!.rows as InsertedLine[], (credits?.rows ?? []) as CreditView[]);
    }, (id) => this.queries.view(actor, id));
  }

  async addLine(actor: Actor, id: string, command: AddLine, version: number | undefined): Promise<Made<SeizureView>> {
    await this.queries.ready();
    await this.work.run(actor, 'seizures.record', async (tx) => {
      const seizure = await this.takeLive(tx, id, version);
      const faults = new Faults();
      const mass = checkLine(faults, '', command, this.codes, localDay(seizure.seizedAt, this.settings.TIME_ZONE));
      faults.throwIfAny();
      const [{ next }] = await tx.rows<{ next: number }>('select coalesce(max(line_number), 0)::int + 1 as next from seizure_lines where seizure_id = $1', [id]) as [{ next: number }];
      const { text, values } = linesStatement([lineRow(command, mass, id, next)]);
      await tx.rows(text, values);
      await tx.manager.update(Seizure, { id }, { status: 'amended' });
    });
    return { view: await this.queries.view(actor, id), isNew: true };
  }

  async credit(actor: Actor, id: string, command: CreditOperations, version: number | undefined): Promise<SeizureView> {
    await this.work.run(actor, 'seizures.amend', async (tx) => {
      await this.takeLive(tx, id, version);
      await tx.rows('update seizure_credits set ended_at = clock_timestamp() where seizure_id = $1 and ended_at is null', [id]);
      const { text, values } = creditsStatement(id, command.credits);
      await tx.rows(text, values);
      await tx.manager.update(Seizure, { id }, { status: 'amended' });
    });
    return this.queries.view(actor, id);
  }

  /** Values a line, or values it anew: the earlier valuation stays readable with its end. */
  async value(actor: Actor, id: string, line: string, command: ValueLine, version: number | undefined): Promise<SeizureView> {
    await this.work.run(actor, 'seizures.amend', async (tx) => {
      const seizure = await this.takeLive(tx, id, version);
      const found = await tx.manager.findOneBy(SeizureLine, { id: line, seizureId: id });
      if (!found) throw notFound();
      if (found.status === 'voided') throw lineIsVoided();
      await tx.rows('update seizure_valuations set ended_at = clock_timestamp() where line_id = $1 and ended_at is null', [line]);
      await tx.rows(
        `insert into seizure_valuations (id, seizure_id, line_id, amount, currency, level, price_id, valued_on, source, fingerprint)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [command.id ?? newId(), id, line, command.amount, command.currency, command.level ?? null, command.priceId ?? null, command.valuedOn, command.source, fingerprint(command)]);
      await tx.manager.update(Seizure, { id }, { status: seizure.status });
    });
    return this.queries.view(actor, id);
  }

  private async takeLive(tx: Tx, id: string, version: number | undefined): Promise<Seizure> {
    const seizure = await take(tx, Seizure, id, version);
    if (seizure.status === 'voided') throw voidedAlready();
    return seizure;
  }

  private async prepare(actor: Actor, command: RecordSeizure): Promise<Prepared> {
    const faults = new Faults();
    notAhead(faults, '/seizedAt', command.seizedAt);
    checkHead(faults, command, this.codes);
    const day = localDay(new Date(command.seizedAt), this.settings.TIME_ZONE);
    const masses = command.lines.map((line, index) => checkLine(faults, `/lines/${index}`, line, this.codes, day));
    const unit = command.unit ? faults.known('/unit', command.unit, this.units.withCode)?.id : actor.unit;
    const reportedById = command.reportedBy ? await this.officer(actor, faults, command.reportedBy) : null;
    if (!unit) faults.known('/unit', command.unit ?? '(none: you serve in no unit)', () => undefined);
    faults.throwIfAny();
    return { ...command, id: command.id ?? newId(), unitId: unit!, reportedById, masses };
  }

  private async officer(actor: Actor, faults: Faults, code: string): Promise<string | null> {
    const [row] = await this.reads.rows<{ id: string }>(actor, 'officers.by-code', 'select id from officers where code = $1', [code]);
    return faults.known('/reportedBy', code, () => row?.id);
  }

  private viewOf(head: SeizureRow, lines: InsertedLine[], creditedOperations: CreditView[]): SeizureView {
    const view = SeizureView.of({ ...head, lines: lines.map(({ line }) => line), creditedOperations }, this.codes, this.units);
    const alike = [...new Set(lines.flatMap((line) => line.alike ?? []))];
    const warnings: SeizureWarning[] = alike.length === 0 ? [] : [{
      code: 'seizures.duplicate-suspected', records: alike,
      detail: `Within a day, in the same place, as much of the same substance: ${alike.join(', ')}. Void one if they are the same`,
    }];
    return { ...view, warnings };
  }
}
