import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const DIRECTORY = join(__dirname, '..', 'src', 'reference', 'data');

type Row = Record<string, string>;

const COLUMNS: Record<string, string> = {
  'substances.csv': 'code,group,class,parent,name_en,name_ru,name_ky,aliases,forms,cas,source',
  'substance_controls.csv': 'substance,convention,schedule,valid_from,valid_to,source',
  'territories.csv': 'code,parent,rank,name_en,name_ru,name_ky,aliases,iso_3166_2,soate,lat,lon,valid_from,valid_to,source',
  'territory_names.csv': 'territory,name_en,name_ru,name_ky,valid_from,valid_to,source',
  'countries.csv': 'code,alpha3,name_en,name_ru,name_ky,source',
  'measurement_units.csv': 'code,kind,base,factor_to_base,name_en,name_ru,name_ky,source',
  'conversion_factors.csv': 'code,substance,substance_group,form,unit,grams_per_unit,valid_from,valid_to,status,source',
  'programmes.csv': 'code,name_en,name_ru,name_ky,donor,parent,source',
};

const GROUPS = ['cannabis', 'opioids', 'cocaine', 'amphetamine_type_stimulants', 'hallucinogens', 'sedatives', 'new_psychoactive_substances', 'precursors', 'other'];
const FORMS = ['powder', 'crystals', 'tablet', 'capsule', 'liquid', 'resin', 'herb', 'plant', 'oil', 'paste', 'blotter', 'ampoule', 'solution', 'mushroom', 'seed', 'leaf', 'straw', 'sticker', 'block', 'raw', 'other'];

/** Tables of the 1988 Convention as they stood on 1 January 2024. */
const TABLE_I = [
  'acetic_anhydride', 'n_acetylanthranilic_acid', 'anpp', 'ephedrine', 'ergometrine', 'ergotamine', 'isosafrole', 'lysergic_acid', 'mdp2p',
  'pmk_methyl_glycidate', 'pmk_glycidic_acid', 'mapa', 'norephedrine', 'npp', 'norfentanyl', 'ap_4', 'boc_4_ap', 'p2p', 'phenylacetic_acid',
  'apaa', 'apaan', 'piperonal', 'potassium_permanganate', 'pseudoephedrine', 'safrole',
];
const TABLE_II = ['acetone', 'anthranilic_acid', 'ethyl_ether', 'hydrochloric_acid', 'methyl_ethyl_ketone', 'piperidine', 'sulfuric_acid', 'toluene'];

/** The text of a file; a byte order mark or a carriage return would be a mistake of authoring. */
const text = (file: string): string => readFileSync(join(DIRECTORY, file), 'utf8');
const read = (file: string): Row[] => parse(text(file), { columns: true }) as Row[];
const cell = (row: Row, column: string): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
};
const values = (row: Row, column: string): string[] => cell(row, column).split('|').filter((value) => value !== '');
const column = (rows: Row[], name: string): string[] => rows.map((row) => cell(row, name));
const repeated = (keys: string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);
const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

const substances = read('substances.csv');
const controls = read('substance_controls.csv');
const territories = read('territories.csv');
const territoryNames = read('territory_names.csv');
const countries = read('countries.csv');
const units = read('measurement_units.csv');
const factors = read('conversion_factors.csv');
const programmes = read('programmes.csv');

const files: [string, Row[]][] = [
  ['substances.csv', substances], ['substance_controls.csv', controls], ['territories.csv', territories], ['territory_names.csv', territoryNames],
  ['countries.csv', countries], ['measurement_units.csv', units], ['conversion_factors.csv', factors], ['programmes.csv', programmes],
];

const substanceCodes = new Set(column(substances, 'code'));
const territoryCodes = new Set(column(territories, 'code'));
const unitCodes = new Set(column(units, 'code'));

/** A row is in force on a day: from its first day until, not including, its last. */
const inForce = (row: Row, day: string): boolean =>
  (cell(row, 'valid_from') === '' || cell(row, 'valid_from') <= day) && (cell(row, 'valid_to') === '' || day < cell(row, 'valid_to'));
const schedules = (substance: string, convention: string, day: string): string[] =>
  controls
    .filter((row) => cell(row, 'substance') === substance && cell(row, 'convention') === convention && inForce(row, day))
    .map((row) => cell(row, 'schedule'))
    .sort();

/** Pairs of rows of one key whose periods share a day. */
function overlaps(rows: Row[], keys: string[]): string[] {
  const found: string[] = [];
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keys.map((name) => cell(row, name)).join(' ');
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  for (const [key, same] of byKey) {
    same.sort((a, b) => cell(a, 'valid_from').localeCompare(cell(b, 'valid_from')));
    for (let index = 1; index < same.length; index += 1) {
      const end = cell(same[index - 1] as Row, 'valid_to');
      if (end === '' || end > cell(same[index] as Row, 'valid_from')) found.push(key);
    }
  }
  return found;
}

describe('reference data: every file', () => {
  it('is one of the known files', () => {
    expect(readdirSync(DIRECTORY).filter((name) => name.endsWith('.csv')).sort()).toEqual(Object.keys(COLUMNS).sort());
  });

  it.each(files)('%s has its columns, clean cells and a source in every row', (name, rows) => {
    const content = text(name);
    expect(content.split('\n', 1)[0]).toBe(COLUMNS[name]);
    expect(content.startsWith('\uFEFF')).toBe(false);
    expect(content).not.toContain('\r');
    expect(content.endsWith('\n')).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => cell(row, 'source') === '')).toEqual([]);
    for (const row of rows) for (const value of Object.values(row)) expect(value).toBe(value.trim());
  });

  it.each(files)('%s names no path of a machine', (name) => {
    expect(text(name)).not.toMatch(/\/(work|home|tmp|root|Users)\//);
  });

  it.each(files.filter(([name]) => !['substance_controls.csv', 'territory_names.csv'].includes(name)))('%s has unique codes', (_name, rows) => {
    expect(column(rows, 'code').filter((code) => code === '')).toEqual([]);
    expect(repeated(column(rows, 'code'))).toEqual([]);
  });

  it.each(files.filter(([name]) => (COLUMNS[name] ?? '').includes('name_en')))('%s has names in three languages', (_name, rows) => {
    for (const language of ['name_en', 'name_ru', 'name_ky']) expect(rows.filter((row) => cell(row, language) === '')).toEqual([]);
  });

  it.each(files.filter(([name]) => (COLUMNS[name] ?? '').includes('valid_from')))('%s has real dates, in order', (_name, rows) => {
    for (const row of rows) {
      const [from, to] = [cell(row, 'valid_from'), cell(row, 'valid_to')];
      if (from !== '') expect([from, isDate(from)]).toEqual([from, true]);
      if (to !== '') expect([to, isDate(to)]).toEqual([to, true]);
      if (from !== '' && to !== '') expect(from < to).toBe(true);
    }
  });
});

describe('reference data: substances', () => {
  it('holds at least 150, of every group', () => {
    expect(substances.length).toBeGreaterThanOrEqual(150);
    expect([...new Set(column(substances, 'group'))].sort()).toEqual([...GROUPS].sort());
  });

  it('holds the codes that callers rely on', () => {
    for (const code of ['heroin', 'cannabis_resin', 'cannabis_herb', 'cannabis', 'sulfuric_acid']) expect(substanceCodes).toContain(code);
  });

  it('has well-formed codes, known groups, classes and forms', () => {
    for (const row of substances) {
      expect(cell(row, 'code')).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
      expect(GROUPS).toContain(cell(row, 'group'));
      expect(['drug', 'precursor', 'other']).toContain(cell(row, 'class'));
      expect(cell(row, 'class') === 'precursor').toBe(cell(row, 'group') === 'precursors');
      expect(values(row, 'forms').length).toBeGreaterThan(0);
      expect(values(row, 'forms').filter((form) => !FORMS.includes(form))).toEqual([]);
      expect(repeated(values(row, 'forms'))).toEqual([]);
      expect(repeated(values(row, 'aliases'))).toEqual([]);
    }
  });

  it('has parents that exist, of the same group, and no circle', () => {
    const parents = new Map(substances.map((row) => [cell(row, 'code'), cell(row, 'parent')]));
    const groups = new Map(substances.map((row) => [cell(row, 'code'), cell(row, 'group')]));
    for (const row of substances) {
      const seen = new Set([cell(row, 'code')]);
      for (let parent = cell(row, 'parent'); parent !== ''; parent = parents.get(parent) ?? '') {
        expect(substanceCodes).toContain(parent);
        expect(seen.has(parent)).toBe(false);
        expect(groups.get(parent)).toBe(cell(row, 'group'));
        seen.add(parent);
      }
    }
    for (const code of ['cannabis_resin', 'cannabis_herb', 'cannabis_plant', 'cannabis_oil', 'cannabis_seed']) expect(parents.get(code)).toBe('cannabis');
  });

  it('has CAS numbers with a right check digit, each once', () => {
    const numbers = column(substances, 'cas').filter((cas) => cas !== '');
    expect(repeated(numbers)).toEqual([]);
    for (const cas of numbers) {
      expect(cas).toMatch(/^\d{2,7}-\d{2}-\d$/);
      const digits = [...cas.replaceAll('-', '')].map(Number).reverse();
      const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index + 1), 0);
      expect([cas, sum % 10]).toEqual([cas, digits[0]]);
    }
  });

  it.each([['hashish', 'cannabis_resin'], ['чарс', 'cannabis_resin'], ['marijuana', 'cannabis_herb'], ['диацетилморфин', 'heroin'], ['sulphuric acid', 'sulfuric_acid'], ['лирика', 'pregabalin'], ['captagon', 'captagon_tablet']])(
    'knows %s by another name',
    (alias, code) => {
      expect(substances.filter((row) => values(row, 'aliases').includes(alias)).map((row) => cell(row, 'code'))).toContain(code);
    },
  );
});

describe('reference data: control under the conventions', () => {
  it('refers to substances, conventions and schedules that exist', () => {
    for (const row of controls) {
      expect(substanceCodes).toContain(cell(row, 'substance'));
      expect(isDate(cell(row, 'valid_from'))).toBe(true);
      const known: Record<string, string[]> = { '1961': ['I', 'II', 'III', 'IV'], '1971': ['I', 'II', 'III', 'IV'], '1988': ['Table I', 'Table II'] };
      expect(known[cell(row, 'convention')]).toContain(cell(row, 'schedule'));
    }
  });

  it('begins no earlier than the convention itself', () => {
    const start: Record<string, string> = { '1961': '1964-12-13', '1971': '1976-08-16', '1988': '1990-11-11' };
    for (const row of controls) expect(cell(row, 'valid_from') >= (start[cell(row, 'convention')] ?? '9999')).toBe(true);
  });

  it('has no two rows of one schedule on the same day', () => {
    expect(overlaps(controls, ['substance', 'convention', 'schedule'])).toEqual([]);
  });

  it('has a substance in one schedule of 1971 and one table of 1988 at a time', () => {
    expect(overlaps(controls.filter((row) => cell(row, 'convention') !== '1961'), ['substance', 'convention'])).toEqual([]);
  });

  it('has every drug of Schedule IV of 1961 in Schedule I as well', () => {
    for (const row of controls.filter((one) => cell(one, 'convention') === '1961' && cell(one, 'schedule') === 'IV')) {
      expect(schedules(cell(row, 'substance'), '1961', cell(row, 'valid_from'))).toEqual(['I', 'IV']);
    }
  });

  it.each(['cannabis', 'cannabis_herb', 'cannabis_resin'])('takes %s out of Schedule IV on 2 December 2020', (code) => {
    expect(schedules(code, '1961', '2020-12-01')).toEqual(['I', 'IV']);
    expect(schedules(code, '1961', '2020-12-02')).toEqual(['I']);
  });

  it('covers Table I and Table II of 1988 as they stood on 1 January 2024', () => {
    const on = (table: string): string[] =>
      controls
        .filter((row) => cell(row, 'convention') === '1988' && cell(row, 'schedule') === table && inForce(row, '2024-01-01'))
        .map((row) => cell(row, 'substance'))
        .sort();
    expect(on('Table I')).toEqual([...TABLE_I].sort());
    expect(on('Table II')).toEqual([...TABLE_II].sort());
  });

  it.each([
    ['acetic_anhydride', '1988', '2000-12-31', ['Table II']],
    ['acetic_anhydride', '1988', '2020-11-01', ['Table I']],
    ['phenylacetic_acid', '1988', '2010-12-31', ['Table II']],
    ['phenylacetic_acid', '1988', '2012-01-01', ['Table I']],
    ['sulfuric_acid', '1988', '1991-01-01', []],
    ['sulfuric_acid', '1988', '2020-12-01', ['Table II']],
    ['heroin', '1961', '2020-12-31', ['I', 'IV']],
    ['mdma', '1971', '2020-12-31', ['I']],
    ['ghb', '1971', '2005-01-01', ['IV']],
    ['ghb', '1971', '2020-01-01', ['II']],
    ['tramadol', '1961', '2024-01-01', []],
  ] as [string, string, string, string[]][])('%s, %s, %s', (substance, convention, day, expected) => {
    expect(schedules(substance, convention, day)).toEqual(expected);
  });

  it('leaves precursors to 1988 and drugs to 1961 and 1971', () => {
    const classes = new Map(substances.map((row) => [cell(row, 'code'), cell(row, 'class')]));
    for (const row of controls) expect(classes.get(cell(row, 'substance'))).toBe(cell(row, 'convention') === '1988' ? 'precursor' : 'drug');
  });
});

describe('reference data: territories', () => {
  const byCode = new Map(territories.map((row) => [cell(row, 'code'), row]));

  it('is one tree below KG', () => {
    expect(territories.filter((row) => cell(row, 'parent') === '').map((row) => cell(row, 'code'))).toEqual(['KG']);
    for (const row of territories.filter((one) => cell(one, 'code') !== 'KG')) {
      const seen = new Set<string>();
      let code = cell(row, 'code');
      while (code !== 'KG') {
        expect(territoryCodes).toContain(code);
        expect(seen.has(code)).toBe(false);
        seen.add(code);
        code = cell(byCode.get(code) as Row, 'parent');
      }
    }
  });

  it('has the expected units of each rank, each under a unit that may hold it', () => {
    const count = (rank: string): number => territories.filter((row) => cell(row, 'rank') === rank).length;
    expect({ country: count('country'), oblast: count('oblast'), city: count('city'), rayon: count('rayon'), city_rayon: count('city_rayon') }).toEqual({
      country: 1, oblast: 7, city: 2, rayon: 40, city_rayon: 4,
    });
    const above: Record<string, string[]> = { oblast: ['country'], city: ['country'], rayon: ['oblast'], town: ['oblast', 'rayon'], city_rayon: ['city'], settlement: ['rayon', 'town', 'city'] };
    for (const row of territories.filter((one) => cell(one, 'code') !== 'KG')) {
      expect(above[cell(row, 'rank')]).toContain(cell(byCode.get(cell(row, 'parent')) as Row, 'rank'));
    }
  });

  it('is coded by ISO 3166-2 where a code exists, else by SOATE', () => {
    expect(repeated(column(territories, 'soate'))).toEqual([]);
    for (const row of territories) {
      expect(cell(row, 'soate')).toMatch(/^417\d{11}$/);
      if (cell(row, 'code') === 'KG') continue;
      expect(cell(row, 'code')).toBe(cell(row, 'iso_3166_2') === '' ? cell(row, 'soate') : cell(row, 'iso_3166_2'));
    }
    expect(column(territories, 'iso_3166_2').filter((code) => code !== '').sort()).toEqual(['KG-B', 'KG-C', 'KG-GB', 'KG-GO', 'KG-J', 'KG-N', 'KG-O', 'KG-T', 'KG-Y']);
  });

  it('has centroids in the country, both numbers or none', () => {
    for (const row of territories) {
      const [lat, lon] = [cell(row, 'lat'), cell(row, 'lon')];
      expect(lat === '').toBe(lon === '');
      if (lat === '') continue;
      expect([lat, lon].every((value) => /^\d{2}\.\d{1,6}$/.test(value))).toBe(true);
      expect(Number(lat) > 39 && Number(lat) < 43.5 && Number(lon) > 69 && Number(lon) < 80.5).toBe(true);
    }
  });

  it.each([
    ['Кара-Суу', '41706226000000'], ['Kara-Suu', '41706226000000'], ['Кара-Суу', '41706226600010'], ['Kara-Suu', '41706226600010'],
    ['Jalal-Abad', 'KG-J'], ['Джалал-Абад', 'KG-J'], ['Жалал-Абад', 'KG-J'], ['Jalal-Abad', '41703410000010'], ['Chuy', 'KG-C'], ['Chui', 'KG-C'], ['Чуй', 'KG-C'],
    ['Issyk-Kul', 'KG-Y'], ['Ысык-Көл', 'KG-Y'], ['Иссык-Куль', 'KG-Y'], ['Ak-Suu', '41702205000000'], ['Ак-Суу', '41702205000000'], ['Osh', 'KG-O'], ['Ош', 'KG-GO'],
    ['Нарын', 'KG-N'], ['Бишкек', 'KG-GB'], ['Кара-Буура', '41707215000000'],
  ])('finds %s as %s', (name, code) => {
    const row = byCode.get(code) as Row;
    expect([cell(row, 'name_en'), cell(row, 'name_ru'), cell(row, 'name_ky'), ...values(row, 'aliases')]).toContain(name);
  });

  it('places the two Kara-Suu and Ak-Suu where they lie', () => {
    expect(cell(byCode.get('41706226000000') as Row, 'parent')).toBe('KG-O');
    expect(cell(byCode.get('41706226600010') as Row, 'parent')).toBe('41706226000000');
    expect(cell(byCode.get('41702205000000') as Row, 'parent')).toBe('KG-Y');
  });

  it('has dated names of known units, without overlap, the last being the present one', () => {
    expect(overlaps(territoryNames, ['territory'])).toEqual([]);
    for (const row of territoryNames) expect(territoryCodes).toContain(cell(row, 'territory'));
    for (const row of territoryNames.filter((one) => cell(one, 'valid_to') === '')) {
      const unit = byCode.get(cell(row, 'territory')) as Row;
      for (const language of ['name_en', 'name_ru', 'name_ky']) expect(cell(row, language)).toBe(cell(unit, language));
    }
    const then = territoryNames.filter((row) => cell(row, 'territory') === '41703410000010' && inForce(row, '2020-12-01'));
    expect(column(then, 'name_en')).toEqual(['Jalal-Abad City']);
  });
});

describe('reference data: countries, units, factors, programmes', () => {
  it('has the 249 countries of ISO 3166-1', () => {
    expect(countries).toHaveLength(249);
    expect(repeated(column(countries, 'alpha3'))).toEqual([]);
    for (const row of countries) {
      expect(cell(row, 'code')).toMatch(/^[A-Z]{2}$/);
      expect(cell(row, 'alpha3')).toMatch(/^[A-Z]{3}$/);
    }
  });

  it('has exact decimal factors to the base of each kind', () => {
    const base: Record<string, string> = { mass: 'g', volume: 'L', area: 'm2', count: '' };
    for (const row of units) {
      expect(Object.keys(base)).toContain(cell(row, 'kind'));
      expect(cell(row, 'base')).toBe(base[cell(row, 'kind')]);
      if (cell(row, 'kind') === 'count') {
        expect(cell(row, 'code')).toMatch(/^\{[a-z]+\}$/);
        expect(cell(row, 'factor_to_base')).toBe('');
      } else {
        expect(unitCodes).toContain(cell(row, 'base'));
        expect(cell(row, 'factor_to_base')).toMatch(/^(?!0+(\.0+)?$)\d{1,15}(\.\d{1,9})?$/);
      }
      if (cell(row, 'code') === cell(row, 'base')) expect(cell(row, 'factor_to_base')).toBe('1');
    }
    const factor = new Map(units.map((row) => [cell(row, 'code'), cell(row, 'factor_to_base')]));
    expect([factor.get('kg'), factor.get('t'), factor.get('[lb_av]'), factor.get('[oz_av]'), factor.get('har')]).toEqual(['1000', '1000000', '453.59237', '28.349523125', '10000']);
  });

  it('has conversion factors that refer to what exists, from units that are not masses', () => {
    const kinds = new Map(units.map((row) => [cell(row, 'code'), cell(row, 'kind')]));
    for (const row of factors) {
      if (cell(row, 'substance') !== '') expect(substanceCodes).toContain(cell(row, 'substance'));
      if (cell(row, 'substance_group') !== '') expect(GROUPS).toContain(cell(row, 'substance_group'));
      if (cell(row, 'form') !== '') expect(FORMS).toContain(cell(row, 'form'));
      expect(['volume', 'count']).toContain(kinds.get(cell(row, 'unit')));
      expect(cell(row, 'grams_per_unit')).toMatch(/^(?!0+(\.0+)?$)\d{1,15}(\.\d{1,9})?$/);
      expect(['stated', 'second_hand', 'assumed']).toContain(cell(row, 'status'));
    }
    expect(overlaps(factors, ['substance', 'substance_group', 'form', 'unit'])).toEqual([]);
    for (const row of factors.filter((one) => cell(one, 'unit') === 'L')) expect(cell(row, 'source')).toContain('UNODC');
  });

  it('has the programme of the source article', () => {
    const codes = new Set(column(programmes, 'code'));
    expect([...codes]).toEqual(['XACZ60', 'XACZ60-SP1']);
    for (const row of programmes) {
      if (cell(row, 'parent') !== '') expect(codes).toContain(cell(row, 'parent'));
      expect(cell(row, 'donor')).toMatch(/^INL\b/);
    }
  });
});
