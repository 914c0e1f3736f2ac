/**
 * The two months of the article as records. The article gives totals for several places together; everything below them (which
 * seizure, which day, which unit, by whom) is invented, and every record says so. No price and no purity is invented.
 */
export const source = 'UNODC news article on the Counter Narcotic Service of the Kyrgyz Republic';
export const illustrative = 'Illustrative: the article gives totals only, the split into single records is invented';
export const programme = 'XACZ60';

const karaSuu = '41706226000000';
const akSuu = '41702205000000';

interface Line {
  key: string;
  substance: string;
  form: string | null;
  quantity: string;
  unit: 'kg' | 't';
  grams: string;
  method: 'scale' | 'weighbridge';
  packages: number | null;
  exhibit?: { category: string; description: string; seal: string; hazards?: string[] };
}

interface Seizure {
  key: string;
  unit: string;
  reportedBy: string;
  at: string;
  territory: string;
  discovery: string;
  credits?: { operation: string; share: string }[];
  lines: Line[];
}

export interface Operation {
  key: string;
  name: string;
  unit: string;
  /** Account that drafts and records: an officer of the unit where one has an account, else the coordinator. */
  recorder: string;
  officer: string;
  territory: string;
  from: string;
  to: string;
  end: 'concluded' | 'closed';
  case?: string;
  /** Of its plan; an operation without one shows as a gap of its thread. */
  mission?: string;
  participants: { unit: string; part: string }[];
  log: { at: string; kind: string; text: string }[];
  outcomes: { kind: string; count: number; description: string }[];
  seizures: Seizure[];
}

const line = (key: string, substance: string, form: string | null, kilograms: string, grams: string, packages: number | null, exhibit?: Line['exhibit']): Line =>
  ({ key, substance, form, quantity: kilograms, unit: 'kg', grams, method: 'scale', packages, exhibit });
const tonnes = (key: string, quantity: string, grams: string): Line =>
  ({ key, substance: 'cannabis', form: null, quantity, unit: 't', grams, method: 'weighbridge', packages: null });
const channel = (count: number) => [{ kind: 'channels_suppressed', count, description: illustrative }];

export const generalPlan = {
  name: 'General plan of November and December 2020 (illustrative)',
  summary: 'Special operations against distribution channels in all regions. Illustrative: the article names the period and the result, not the plan’s text.',
  assessment: 'The article: approximate estimated cost of all that was seized, 380 thousand US dollars. It prices the whole only, and gives no day: the last day of the period stands.',
};

export const cases = [
  { key: 'osh', unit: 'CNS-OSH', recorder: 'officer.osh', officer: 'OFF-0007', at: '2020-11-02T09:00:00+06:00', title: 'Heroin supply through Kara-Suu (illustrative)', number: 'DEMO-2020-1' },
  { key: 'chuy', unit: 'CNS-CHUY', recorder: 'officer.chuy', officer: 'OFF-0011', at: '2020-11-03T10:00:00+06:00', title: 'Cannabis stores of Chui oblast (illustrative)', number: 'DEMO-2020-2' },
] as const;

export const operations: Operation[] = [
  {
    key: 'kara-suu', name: 'Channel through Kara-Suu', unit: 'CNS-OSH', recorder: 'officer.osh', officer: 'OFF-0007', territory: karaSuu, case: 'osh',
    mission: 'Cut the supply of heroin through Kara-Suu (illustrative).',
    from: '2020-11-10T05:00:00+06:00', to: '2020-11-15T18:00:00+06:00', end: 'closed',
    participants: [{ unit: 'CNS-OSH-M1', part: 'interception' }],
    log: [
      { at: '2020-11-10T05:30:00+06:00', kind: 'situation', text: 'Groups in place.' },
      { at: '2020-11-14T05:35:00+06:00', kind: 'order', text: 'Stop and search.' },
      { at: '2020-11-14T05:45:00+06:00', kind: 'seizure', text: 'Heroin found; protocol begun.' },
    ],
    outcomes: channel(1),
    seizures: [{
      key: 'heroin-1', unit: 'CNS-OSH', reportedBy: 'OFF-0007', at: '2020-11-14T05:40:00+06:00', territory: karaSuu, discovery: 'special_operation',
      lines: [line('heroin-1', 'heroin', 'powder', '5.14', '5140', 5, { category: 'drug', description: 'Five packages of powder', seal: 'DEMO-0001' })],
    }],
  },
  {
    key: 'osh', name: 'Stores in Osh oblast', unit: 'CNS-OSH', recorder: 'officer.osh', officer: 'OFF-0007', territory: 'KG-O', case: 'osh',
    mission: 'Find and empty the stores (illustrative).',
    from: '2020-11-25T06:00:00+06:00', to: '2020-11-28T20:00:00+06:00', end: 'closed', participants: [],
    log: [{ at: '2020-11-27T11:10:00+06:00', kind: 'seizure', text: 'Heroin found in a store.' }],
    outcomes: channel(1),
    seizures: [{
      key: 'heroin-2', unit: 'CNS-OSH', reportedBy: 'OFF-0007', at: '2020-11-27T11:00:00+06:00', territory: 'KG-O', discovery: 'special_operation',
      lines: [line('heroin-2', 'heroin', 'powder', '2.028', '2028', 2, { category: 'drug', description: 'Two packages of powder', seal: 'DEMO-0002' })],
    }],
  },
  {
    key: 'kara-suu-2', name: 'Reagents of Kara-Suu', unit: 'CNS-OSH-M1', recorder: 'officer.osh', officer: 'OFF-0008', territory: karaSuu,
    mission: 'Cut the supply of reagents (illustrative).',
    from: '2020-12-08T04:00:00+06:00', to: '2020-12-10T16:00:00+06:00', end: 'closed', participants: [{ unit: 'CNS-OSH', part: 'search' }],
    log: [{ at: '2020-12-09T13:20:00+06:00', kind: 'seizure', text: 'Heroin and canisters of acid found.' }],
    outcomes: channel(1),
    seizures: [{
      key: 'heroin-3', unit: 'CNS-OSH-M1', reportedBy: 'OFF-0008', at: '2020-12-09T13:00:00+06:00', territory: karaSuu, discovery: 'special_operation',
      lines: [line('heroin-3', 'heroin', 'powder', '1.1', '1100', 1)],
    }, {
      key: 'acid-1', unit: 'CNS-OSH-M1', reportedBy: 'OFF-0008', at: '2020-12-09T13:15:00+06:00', territory: karaSuu, discovery: 'special_operation',
      lines: [{ ...line('acid-1', 'sulfuric_acid', 'liquid', '600', '600000', 30), method: 'weighbridge' }],
    }],
  },
  {
    key: 'bishkek', name: 'Reagents of Bishkek', unit: 'CNS-BISHKEK', recorder: 'officer.bishkek', officer: 'OFF-0014', territory: 'KG-GB',
    mission: 'Find the warehouse of reagents (illustrative).',
    from: '2020-12-09T08:00:00+06:00', to: '2020-12-12T19:00:00+06:00', end: 'closed', participants: [{ unit: 'CNS-OSH-M1', part: 'information' }],
    log: [{ at: '2020-12-11T15:40:00+06:00', kind: 'seizure', text: 'Acid found in a warehouse.' }],
    outcomes: channel(1),
    seizures: [{
      key: 'acid-2', unit: 'CNS-BISHKEK', reportedBy: 'OFF-0014', at: '2020-12-11T15:30:00+06:00', territory: 'KG-GB', discovery: 'special_operation',
      credits: [{ operation: 'bishkek', share: '60' }, { operation: 'kara-suu-2', share: '40' }],
      lines: [{ ...line('acid-2', 'sulfuric_acid', 'liquid', '720', '720000', 36), method: 'weighbridge' }],
    }],
  },
  {
    key: 'jalal-abad', name: 'Road of Jalal-Abad', unit: 'CNS-JALAL-ABAD', recorder: 'coordinator', officer: 'OFF-0017', territory: 'KG-J',
    mission: 'Stop the transport by road (illustrative).',
    from: '2020-11-18T06:00:00+06:00', to: '2020-11-20T18:00:00+06:00', end: 'closed', participants: [],
    log: [{ at: '2020-11-19T21:10:00+06:00', kind: 'seizure', text: 'Hashish found in a car.' }],
    outcomes: channel(1),
    seizures: [{
      key: 'hashish-1', unit: 'CNS-JALAL-ABAD', reportedBy: 'OFF-0017', at: '2020-11-19T21:00:00+06:00', territory: 'KG-J', discovery: 'special_operation',
      lines: [line('hashish-1', 'cannabis_resin', 'resin', '4.21', '4210', 4, { category: 'drug', description: 'Four bars of resin', seal: 'DEMO-0003' })],
    }],
  },
  {
    key: 'naryn', name: 'Naryn pass', unit: 'CNS-NARYN', recorder: 'coordinator', officer: 'OFF-0019', territory: 'KG-N',
    from: '2020-12-02T06:00:00+06:00', to: '2020-12-04T18:00:00+06:00', end: 'concluded', participants: [],
    log: [{ at: '2020-12-03T08:30:00+06:00', kind: 'seizure', text: 'Hashish found in a lorry.' }],
    outcomes: channel(1),
    seizures: [{
      key: 'hashish-2', unit: 'CNS-NARYN', reportedBy: 'OFF-0019', at: '2020-12-03T08:20:00+06:00', territory: 'KG-N', discovery: 'special_operation',
      lines: [line('hashish-2', 'cannabis_resin', 'resin', '3.35', '3350', 3)],
    }],
  },
  {
    key: 'issyk-kul', name: 'Stores of Issyk-Kul', unit: 'CNS-ISSYK-KUL', recorder: 'coordinator', officer: 'OFF-0022', territory: 'KG-Y',
    mission: 'Find and empty the stores (illustrative).',
    from: '2020-11-20T05:00:00+06:00', to: '2020-11-23T20:00:00+06:00', end: 'closed', participants: [{ unit: 'CNS-NARYN', part: 'cordon' }],
    log: [{ at: '2020-11-21T07:20:00+06:00', kind: 'seizure', text: 'Hashish and marijuana found.' }, { at: '2020-11-22T12:10:00+06:00', kind: 'seizure', text: 'Marijuana found in Ak-Suu rayon.' }],
    outcomes: channel(2),
    seizures: [{
      key: 'issyk-kul', unit: 'CNS-ISSYK-KUL', reportedBy: 'OFF-0022', at: '2020-11-21T07:00:00+06:00', territory: 'KG-Y', discovery: 'special_operation',
      lines: [line('hashish-3', 'cannabis_resin', 'resin', '5.149', '5149', 5), line('marijuana-1', 'cannabis_herb', 'herb', '61.2', '61200', 12)],
    }, {
      key: 'ak-suu', unit: 'CNS-ISSYK-KUL', reportedBy: 'OFF-0022', at: '2020-11-22T12:00:00+06:00', territory: akSuu, discovery: 'special_operation',
      lines: [line('marijuana-2', 'cannabis_herb', 'herb', '80.96', '80960', 16)],
    }],
  },
  {
    key: 'chuy', name: 'Cannabis of the Chui valley', unit: 'CNS-CHUY', recorder: 'officer.chuy', officer: 'OFF-0011', territory: 'KG-C', case: 'chuy',
    mission: 'Seize the harvest before it is shared out (illustrative).',
    from: '2020-11-04T05:00:00+06:00', to: '2020-12-19T20:00:00+06:00', end: 'closed', participants: [{ unit: 'CNS-BISHKEK', part: 'transport' }],
    log: [{ at: '2020-11-05T10:30:00+06:00', kind: 'seizure', text: 'Cannabis weighed on the weighbridge.' }, { at: '2020-12-17T14:20:00+06:00', kind: 'seizure', text: 'Cannabis and hashish found.' }],
    outcomes: channel(2),
    seizures: [{
      key: 'cannabis-1', unit: 'CNS-CHUY', reportedBy: 'OFF-0011', at: '2020-11-05T10:00:00+06:00', territory: 'KG-C', discovery: 'special_operation',
      lines: [tonnes('cannabis-1', '5.4', '5400000')],
    }, {
      key: 'cannabis-2', unit: 'CNS-CHUY', reportedBy: 'OFF-0011', at: '2020-12-17T14:00:00+06:00', territory: 'KG-C', discovery: 'special_operation',
      lines: [tonnes('cannabis-2', '3.6', '3600000'), line('hashish-4', 'cannabis_resin', 'resin', '3.8', '3800', 4)],
    }],
  },
];

interface Figure {
  substance: string | null;
  quantity?: string;
  unit?: string;
  grams?: string;
  amount?: string;
  exactness: 'exact' | 'rounded';
  statement: string;
  places: string[];
}

/** What the article states, as it states it. */
export const figures: Figure[] = [
  { substance: 'heroin', quantity: '8.268', unit: 'kg', grams: '8268', exactness: 'exact', statement: 'heroin, 8 kg 268 g: Osh oblast and Kara-Suu', places: ['KG-O', karaSuu] },
  { substance: 'cannabis_resin', quantity: '16.509', unit: 'kg', grams: '16509', exactness: 'exact', statement: 'hashish, 16 kg 509 g: Jalal-Abad, Naryn, Issyk-Kul and Chui', places: ['KG-J', 'KG-N', 'KG-Y', 'KG-C'] },
  { substance: 'cannabis_herb', quantity: '142.16', unit: 'kg', grams: '142160', exactness: 'exact', statement: 'marijuana, 142 kg 160 g: Issyk-Kul and Ak-Suu', places: ['KG-Y', akSuu] },
  { substance: 'sulfuric_acid', quantity: '1320', unit: 'kg', grams: '1320000', exactness: 'exact', statement: 'sulfuric acid, 1,320 kg, used to make heroin: Bishkek and Kara-Suu', places: ['KG-GB', karaSuu] },
  { substance: 'cannabis', quantity: '9', unit: 't', grams: '9000000', exactness: 'exact', statement: 'cannabis, 9 tons: Chui oblast', places: ['KG-C'] },
  { substance: null, quantity: '10', unit: 't', grams: '10000000', exactness: 'rounded', statement: 'total amount of seized drugs reached 10 tons', places: [] },
  { substance: null, amount: '380000', exactness: 'rounded', statement: 'approximate estimated cost … 380 thousand US dollars', places: [] },
];
