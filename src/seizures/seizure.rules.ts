import { Faults } from '../platform/errors.ts';
import { plain } from '../platform/decimals.ts';
import type { Codes } from '../reference/codes.ts';
import type { LineFacts, SeizureFacts } from './seizure.dto.ts';
import { halfAmount, halfQuantity, notASubstance, periodReversed, unitMismatch, unnamedLine } from './seizures.errors.ts';

export interface Mass {
  massGrams: string | null;
  conversionFactor: string | null;
}

/** Checks one line against what its facts mean together, and gives its mass where one can be known. */
export function checkLine(faults: Faults, pointer: string, line: LineFacts & { kind?: string }, codes: Codes, day: string): Mass {
  faults.known(`${pointer}/substance`, line.substance, codes.substance);
  const unit = faults.known(`${pointer}/unit`, line.unit, codes.unit);
  if (line.substance && (line.kind ?? 'substance') !== 'substance') faults.add(notASubstance(), `${pointer}/substance`);
  if (!line.substance && !line.describedAs) faults.add(unnamedLine(), `${pointer}/describedAs`);
  if (!line.quantity !== !line.unit) faults.add(halfQuantity(), `${pointer}/${line.quantity ? 'unit' : 'quantity'}`);
  if (!line.amount !== !line.currency) faults.add(halfAmount(), `${pointer}/${line.amount ? 'currency' : 'amount'}`);
  if (!unit || !line.quantity) return { massGrams: null, conversionFactor: null };
  const weighed = line.method === 'scale' || line.method === 'weighbridge';
  if (unit.kind === 'count' && (weighed || line.basis)) faults.add(unitMismatch(`${unit.code} counts pieces: it has no gross or net and is not weighed`), `${pointer}/unit`);
  if (unit.kind !== 'count' && line.method === 'count') faults.add(unitMismatch(`${unit.code} is not a count`), `${pointer}/unit`);
  if (line.method === 'impossible') faults.add(unitMismatch('What could not be measured has no quantity'), `${pointer}/quantity`);
  const mass = codes.grams(line.quantity, unit.code, line.substance ?? null, line.form ?? null, day);
  // Nine decimals are kept; what a unit this small makes of a quantity below them is not known as a mass.
  return mass && /[1-9]/.test(nine(mass.grams)) ? { massGrams: plain(nine(mass.grams)), conversionFactor: mass.factor } : { massGrams: null, conversionFactor: null };
}

const nine = (decimal: string) => decimal.replace(/(\.\d{9})\d+$/, '$1');

/** Checks the codes and the order of times of a seizure's head. */
export function checkHead(faults: Faults, head: SeizureFacts & { seizedAt?: string }, codes: Codes): void {
  faults.known('/territory', head.territory, codes.territory);
  for (const field of ['jurisdiction', 'producingCountry', 'departureCountry', 'destinationCountry'] as const) faults.known(`/${field}`, head[field], codes.country);
  head.transitCountries?.forEach((code, index) => faults.known(`/transitCountries/${index}`, code, codes.country));
  if (head.seizedTo && head.seizedAt && Date.parse(head.seizedTo) < Date.parse(head.seizedAt)) faults.add(periodReversed(), '/seizedTo');
}
