import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byWords, moment, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { ReportedFigureView, type FigureRow } from './reported-figure.view.ts';

/** The places a figure names. */
export const placesOf = (figure: string) =>
  `coalesce((select array_agg(p.territory order by p.territory desc) from reported_figure_places p where p.figure_id = ${figure}.id and p.ended_at is null), '{}')`;

const whole = `f.id, f.version, f.status, f.title, f.period_from as "periodFrom", f.period_to as "periodTo", f.substance, trim_scale(f.quantity)::text as quantity,
  f.quantity_unit as unit, trim_scale(f.mass_grams)::text as "massGrams", f.exactness, trim_scale(f.amount)::text as amount, f.currency, f.statement, f.source,
  f.source_url as "sourceUrl", f.published_on as "publishedOn", f.withdrawn_because as "withdrawnBecause", f.recorded_at as "recordedAt", f.recorded_by as "recordedBy",
  ${placesOf('f')} as territories`;

export const figureList: Omit<ListSpec<FigureRow, ReportedFigureView>, 'view'> = {
  name: 'reported-figures',
  select: whole,
  from: 'reported_figures f',
  filters: {
    substance: byCode('f.substance'),
    status: oneOf('f.status', ['standing', 'withdrawn']),
    territory: { ...byCode('p.territory'), condition: 'exists (select from reported_figure_places p where p.figure_id = f.id and p.ended_at is null and p.territory = any($::text[]))' },
    source: byWords(`f.source ilike '%' || $ || '%'`, 'Words of the source', (words) => words.replaceAll(/[\\%_]/g, '\\$&')),
    from: { ...moment((value) => `f.period_from >= tamga.local_date(${value})`), description: 'Period begins on this day or later' },
    to: { ...moment((value) => `f.period_to <= tamga.local_date(${value})`), description: 'Period ends on this day or earlier' },
  },
  order: { column: 'f.period_from', type: 'date', descending: true, id: 'f.id' },
  columns: ['title', 'periodFrom', 'periodTo', 'substance', 'quantity', 'unit', 'massGrams', 'exactness', 'value.amount', 'value.currency', 'territories', 'statement', 'source', 'sourceUrl', 'publishedOn', 'status', 'id'],
};

@Injectable()
export class ReportedFiguresQueries {
  readonly list: ListSpec<FigureRow, ReportedFigureView>;

  constructor(private readonly reads: Reads, private readonly codes: Codes) {
    this.list = { ...figureList, view: (row) => ReportedFigureView.of(row, codes) };
  }

  async view(actor: Actor, id: string): Promise<ReportedFigureView> {
    await this.codes.ready();
    const [row] = await this.reads.rows<FigureRow>(actor, 'reported-figures.one', `select ${whole} from reported_figures f where f.id = $1`, [id]);
    if (!row) throw notFound();
    return ReportedFigureView.of(row, this.codes);
  }
}
