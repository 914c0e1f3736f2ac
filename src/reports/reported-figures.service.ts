import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { plain } from '../platform/decimals.ts';
import { Faults } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { ReportedFigure } from './reported-figure.entity.ts';
import type { ReportedFigureView } from './reported-figure.view.ts';
import type { AmendFigure, FigureFacts, RecordFigure, WithdrawFigure } from './reported-figures.dto.ts';
import { ReportedFiguresQueries } from './reported-figures.queries.ts';
import { figureSaysNothing, figureWithdrawn, halfFigure, periodReversed } from './reports.errors.ts';

/** Everything of a figure that its parts mean together. */
type Whole = FigureFacts & { periodFrom: string; periodTo: string };

/** Keeps what publications stated, with their source: recorded, amended and withdrawn openly, each with its reason. */
@Injectable()
export class ReportedFiguresService {
  constructor(private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: ReportedFiguresQueries, private readonly codes: Codes) {}

  async record(actor: Actor, command: RecordFigure): Promise<Made<ReportedFigureView>> {
    await this.codes.ready();
    const id = command.id ?? newId();
    const mass = this.check(command);
    return this.creates.once(actor, 'reported_figures', command, async () => {
      await this.work.run(actor, 'reported-figures.record', async (tx) => {
        await tx.manager.insert(ReportedFigure, {
          id, title: command.title, periodFrom: command.periodFrom, periodTo: command.periodTo, exactness: command.exactness ?? undefined, statement: command.statement, source: command.source,
          fingerprint: fingerprint(command), ...factsOf(command), ...mass,
        });
        await this.place(tx, id, command.territories ?? []);
      });
      return this.queries.view(actor, id);
    }, (there) => this.queries.view(actor, there));
  }

  async amend(actor: Actor, id: string, command: AmendFigure, version: number | undefined): Promise<ReportedFigureView> {
    await this.codes.ready();
    await this.work.run(actor, 'reported-figures.record', async (tx) => {
      const figure = await this.takeStanding(tx, id, version);
      const { reason: _, territories, ...changes } = command;
      const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Whole>;
      const before = { ...figure, quantity: plain(figure.quantity), value: figure.amount === null ? null : { amount: figure.amount, currency: figure.currency! } };
      const whole = { ...before, territories, ...sent } as Whole;
      const { value: __, ...columns } = sent;
      await tx.manager.update(ReportedFigure, { id }, { ...columns, ...this.check(whole), amount: whole.value?.amount ?? null, currency: whole.value?.currency ?? null });
      if (territories !== undefined) await this.place(tx, id, territories ?? []);
    });
    return this.queries.view(actor, id);
  }

  async withdraw(actor: Actor, id: string, { reason }: WithdrawFigure, version: number | undefined): Promise<ReportedFigureView> {
    await this.work.run(actor, 'reported-figures.record', async (tx) => {
      await this.takeStanding(tx, id, version);
      await tx.manager.update(ReportedFigure, { id }, { status: 'withdrawn', withdrawnBecause: reason });
    });
    return this.queries.view(actor, id);
  }

  private async takeStanding(tx: Tx, id: string, version: number | undefined): Promise<ReportedFigure> {
    const figure = await take(tx, ReportedFigure, id, version);
    if (figure.status === 'withdrawn') throw figureWithdrawn();
    return figure;
  }

  /** Names every fault of a figure at once, and gives its mass where one can be known. */
  private check(figure: Whole): Pick<ReportedFigure, 'massGrams' | 'conversionFactor'> {
    const faults = new Faults();
    const { substance = null, quantity, unit } = figure;
    faults.known('/substance', substance, this.codes.substance);
    const known = faults.known('/unit', unit, this.codes.unit);
    figure.territories?.forEach((code, index) => faults.known(`/territories/${index}`, code, this.codes.territory));
    if (figure.periodTo <= figure.periodFrom) faults.add(periodReversed(), '/periodTo');
    if (!quantity !== !unit) faults.add(halfFigure(), quantity ? '/unit' : '/quantity');
    if (!quantity && !figure.value) faults.add(figureSaysNothing(), '/quantity');
    faults.throwIfAny();
    const mass = known && quantity ? this.codes.grams(quantity, known.code, substance, null, figure.periodFrom) : null;
    return { massGrams: mass?.grams ?? null, conversionFactor: mass?.factor ?? null };
  }

  /** The places as they are now; those no longer named are ended, not deleted. */
  private async place(tx: Tx, id: string, territories: string[]): Promise<void> {
    await tx.rows('update reported_figure_places set ended_at = clock_timestamp() where figure_id = $1 and ended_at is null and territory <> all ($2::text[])', [id, territories]);
    for (const territory of territories) {
      await tx.rows('insert into reported_figure_places (id, figure_id, territory) values ($1, $2, $3) on conflict (figure_id, territory) where ended_at is null do nothing', [newId(), id, territory]);
    }
  }
}

const factsOf = ({ substance, quantity, unit, value, sourceUrl, publishedOn }: FigureFacts) =>
  ({ substance, quantity, unit, amount: value?.amount, currency: value?.currency, sourceUrl, publishedOn });
