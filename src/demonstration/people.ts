import type { Role } from '../platform/roles.ts';

/** The service as the demonstration knows it. Units are those of the API's reference; people are invented. */
export const units: { code: string; kind: string; parent?: string; territory?: string; exclusive?: boolean; strength: number; en: string; ru: string; ky: string }[] = [
  { code: 'CNS', kind: 'service', strength: 640, en: 'Counter Narcotic Service', ru: 'Служба по борьбе с незаконным оборотом наркотиков', ky: 'Баңги каражаттарынын мыйзамсыз жүгүртүлүшүнө каршы күрөшүү кызматы' },
  { code: 'CNS-AC', kind: 'analytical_center', parent: 'CNS', territory: 'KG-GB', strength: 24, en: 'Analytical Center', ru: 'Аналитический центр', ky: 'Аналитикалык борбор' },
  { code: 'CNS-BISHKEK', kind: 'department', parent: 'CNS', territory: 'KG-GB', strength: 96, en: 'Bishkek department', ru: 'Управление по городу Бишкек', ky: 'Бишкек шаары боюнча башкармалык' },
  { code: 'CNS-CHUY', kind: 'department', parent: 'CNS', territory: 'KG-C', strength: 74, en: 'Chui department', ru: 'Управление по Чуйской области', ky: 'Чүй облусу боюнча башкармалык' },
  { code: 'CNS-OSH', kind: 'department', parent: 'CNS', territory: 'KG-O', strength: 88, en: 'Osh department', ru: 'Управление по городу Ош и Ошской области', ky: 'Ош шаары жана Ош облусу боюнча башкармалык' },
  { code: 'CNS-OSH-M1', kind: 'mobile_group', parent: 'CNS-OSH', territory: 'KG-O', exclusive: true, strength: 9, en: 'Osh mobile group 1', ru: 'Мобильная группа 1, Ош', ky: 'Ош 1-мобилдүү тобу' },
  { code: 'CNS-JALAL-ABAD', kind: 'department', parent: 'CNS', territory: 'KG-J', strength: 61, en: 'Jalal-Abad department', ru: 'Управление по Джалал-Абадской области', ky: 'Жалал-Абад облусу боюнча башкармалык' },
  { code: 'CNS-NARYN', kind: 'department', parent: 'CNS', territory: 'KG-N', strength: 32, en: 'Naryn department', ru: 'Управление по Нарынской области', ky: 'Нарын облусу боюнча башкармалык' },
  { code: 'CNS-ISSYK-KUL', kind: 'department', parent: 'CNS', territory: 'KG-Y', strength: 47, en: 'Issyk-Kul department', ru: 'Управление по Иссык-Кульской области', ky: 'Ысык-Көл облусу боюнча башкармалык' },
  { code: 'CNS-LAB', kind: 'laboratory', parent: 'CNS', territory: 'KG-GB', strength: 18, en: 'Forensic laboratory', ru: 'Экспертно-криминалистическая лаборатория', ky: 'Эксперттик-криминалистикалык лаборатория' },
  { code: 'CNS-STORE', kind: 'evidence_store', parent: 'CNS', territory: 'KG-GB', strength: 7, en: 'Evidence store', ru: 'Хранилище вещественных доказательств', ky: 'Заттык далилдерди сактоочу жай' },
];

export const clearances = { restricted: 0, confidential: 1, secret: 2, top_secret: 3 } as const;

export const officers: { code: string; family: string; given: string; unit: string; rank: string; position: string; account?: string; role?: Role; clearance?: keyof typeof clearances; commands?: string }[] = [
  { code: 'OFF-0001', family: 'Asanov', given: 'Bakyt', unit: 'CNS', rank: 'colonel', position: 'Head of the service', account: 'commander', role: 'commander', clearance: 'top_secret', commands: 'CNS' },
  { code: 'OFF-0002', family: 'Dzhumabaev', given: 'Ulan', unit: 'CNS-OSH', rank: 'lieutenant colonel', position: 'Head of the Osh department', account: 'commander.osh', role: 'commander', clearance: 'secret', commands: 'CNS-OSH' },
  { code: 'OFF-0003', family: 'Sydykova', given: 'Aigul', unit: 'CNS-AC', rank: 'major', position: 'Coordinator', account: 'coordinator', role: 'coordinator', clearance: 'top_secret' },
  { code: 'OFF-0004', family: 'Toktomushev', given: 'Nurlan', unit: 'CNS-AC', rank: 'captain', position: 'Analyst', account: 'analyst', role: 'analyst', clearance: 'secret' },
  { code: 'OFF-0007', family: 'Ergeshov', given: 'Azamat', unit: 'CNS-OSH', rank: 'senior lieutenant', position: 'Operative', account: 'officer.osh', role: 'officer', clearance: 'confidential' },
  { code: 'OFF-0008', family: 'Mamatov', given: 'Kubanych', unit: 'CNS-OSH-M1', rank: 'lieutenant', position: 'Operative, mobile group' },
  { code: 'OFF-0011', family: 'Isakov', given: 'Timur', unit: 'CNS-CHUY', rank: 'captain', position: 'Operative', account: 'officer.chuy', role: 'officer', clearance: 'confidential' },
  { code: 'OFF-0014', family: 'Kim', given: 'Alina', unit: 'CNS-BISHKEK', rank: 'senior lieutenant', position: 'Operative', account: 'officer.bishkek', role: 'officer', clearance: 'confidential' },
  { code: 'OFF-0017', family: 'Abdyldaev', given: 'Ruslan', unit: 'CNS-JALAL-ABAD', rank: 'captain', position: 'Operative' },
  { code: 'OFF-0019', family: 'Osmonov', given: 'Daniyar', unit: 'CNS-NARYN', rank: 'lieutenant', position: 'Operative' },
  { code: 'OFF-0022', family: 'Beishenaliev', given: 'Emil', unit: 'CNS-ISSYK-KUL', rank: 'captain', position: 'Operative' },
  { code: 'OFF-0031', family: 'Petrova', given: 'Elena', unit: 'CNS-STORE', rank: 'captain', position: 'Keeper of the evidence store', account: 'custodian', role: 'custodian', clearance: 'confidential' },
  { code: 'OFF-0032', family: 'Kasymov', given: 'Adilet', unit: 'CNS-STORE', rank: 'senior lieutenant', position: 'Keeper of the evidence store', account: 'custodian2', role: 'custodian', clearance: 'confidential' },
  { code: 'OFF-0041', family: 'Alieva', given: 'Meerim', unit: 'CNS-LAB', rank: 'major', position: 'Forensic chemist', account: 'chemist', role: 'chemist', clearance: 'confidential' },
];

/** Accounts of people who are no officers of the service's units. */
export const others: { account: string; family: string; given: string; role: Role; clearance: keyof typeof clearances }[] = [
  { account: 'auditor', family: 'Orozbekova', given: 'Nazgul', role: 'auditor', clearance: 'top_secret' },
  { account: 'prosecutor', family: 'Sultanov', given: 'Erlan', role: 'prosecutor', clearance: 'secret' },
  { account: 'administrator', family: 'Volkov', given: 'Sergei', role: 'administrator', clearance: 'restricted' },
  { account: 'administrator2', family: 'Akmatova', given: 'Zhyldyz', role: 'administrator', clearance: 'restricted' },
];

export const scales = [
  { code: 'SC-01', name: 'Platform scale, Osh', unit: 'CNS-OSH', capacity: '30000', resolution: '0.1', uncertainty: '0.5' },
  { code: 'SC-02', name: 'Bench scale, evidence store', unit: 'CNS-STORE', capacity: '60000', resolution: '0.1', uncertainty: '0.6' },
  { code: 'SC-03', name: 'Analytical balance, laboratory', unit: 'CNS-LAB', capacity: '220', resolution: '0.0001', uncertainty: '0.0004' },
];
