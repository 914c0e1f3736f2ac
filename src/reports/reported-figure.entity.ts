import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a publication counted, rounded, or only said that it was so much or more. */
export const exactnesses = ['exact', 'rounded', 'at_least'] as const;
export type Exactness = (typeof exactnesses)[number];

/** What a publication stated: kept as stated, beside the records and never among them. */
@Entity('reported_figures')
export class ReportedFigure {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('date') periodFrom: string;
  @Column('date') periodTo: string;
  @Column('text') substance: string | null;
  @Column('numeric') quantity: string | null;
  @Column('text', { name: 'quantity_unit' }) unit: string | null;
  @Column('numeric') massGrams: string | null;
  @Column('text') conversionFactor: string | null;
  @Column('text') exactness: Exactness;
  @Column('numeric') amount: string | null;
  @Column('text') currency: string | null;
  @Column('text') statement: string;
  @Column('text') source: string;
  @Column('text') sourceUrl: string | null;
  @Column('date') publishedOn: string | null;
  @Column('text') status: 'standing' | 'withdrawn';
  @Column('text') withdrawnBecause: string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}
