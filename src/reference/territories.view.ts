import { Day, Id, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import type { InLanguages } from '../platform/languages.ts';
import { AllNames } from './reference.dto.ts';
import { holdsOn } from './reference.search.ts';
import { Centroid } from './territories.dto.ts';
import { ranks } from './vocabulary.ts';

export class TerritoryNameView {
  @Part(() => AllNames) names: InLanguages;
  @Day({ optional: true, description: 'Null: not known since when' }) from: string | null;
  @Day({ optional: true }) to: string | null;
  @Text() source: string;
}

export class AncestorView {
  @Text({ example: 'KG-O' }) code: string;
  @OneOf(ranks, { example: 'oblast' }) rank: string;
  @Part(() => AllNames) names: InLanguages;
}

export interface TerritoryRow {
  id: string;
  version: number;
  code: string;
  rank: string;
  parent: string | null;
  names: InLanguages;
  aliases: string[];
  iso3166: string | null;
  soate: string | null;
  lat: string | null;
  lon: string | null;
  from: string | null;
  to: string | null;
  source: string;
  path: AncestorView[];
  namesOverTime: TerritoryNameView[];
  today: string;
}

export class TerritoryView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: '41706226000000' }) code: string;
  @OneOf(ranks, { example: 'rayon' }) rank: string;
  @Text({ optional: true, example: 'KG-O' }) parent: string | null;
  @Part(() => AllNames, { description: 'On the day asked for, today where none was' }) names: InLanguages;
  @Texts() aliases: string[];
  @Text({ optional: true, example: 'KG-O' }) iso3166: string | null;
  @Text({ optional: true, example: '41706226000000', description: 'State classifier of administrative and territorial units' }) soate: string | null;
  @Part(() => Centroid, { optional: true }) location: Centroid | null;
  @Day({ optional: true, description: 'Null: not known since when' }) from: string | null;
  @Day({ optional: true }) to: string | null;
  @Text() source: string;
  @Parts(() => AncestorView, { description: 'What it lies in, the country first' }) path: AncestorView[];
  @Parts(() => TerritoryNameView, { description: 'Its names from the earliest; empty where it never changed' }) namesOverTime: TerritoryNameView[];

  static of(row: TerritoryRow, day: string = row.today): TerritoryView {
    const { id, version, code, rank, parent, aliases, iso3166, soate, lat, lon, from, to, source, path, namesOverTime } = row;
    return {
      id, version, code, rank, parent, names: namesOverTime.find((name) => holdsOn(name, day))?.names ?? row.names, aliases, iso3166, soate,
      location: lat === null || lon === null ? null : { lat: Number(lat), lon: Number(lon) }, from, to, source, path, namesOverTime,
    };
  }
}

export class CountryView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'AF' }) code: string;
  @Text({ example: 'AFG' }) alpha3: string;
  @Part(() => AllNames) names: InLanguages;
  @Text() source: string;

  static of({ id, version, code, alpha3, names, source }: CountryView): CountryView {
    return { id, version, code, alpha3, names, source };
  }
}
