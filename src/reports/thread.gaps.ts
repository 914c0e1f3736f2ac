import type { Gap, OperationRecord, SeizureRecord, ThreadRecords } from './thread-records.view.ts';
import type { CaseRecords } from './threads.view.ts';

/** Kinds that are carried out under a sanction of somebody else. */
const underAuthority = ['special_operation', 'controlled_delivery', 'test_purchase', 'search', 'surveillance', 'raid'];
const isOver = ({ status }: OperationRecord) => status === 'concluded' || status === 'closed';

/**
 * What is missing from a thread: not what is wrong, but what somebody must still bring. A reader who sees only part of a thread is told
 * of gaps that another's records may fill.
 */
export function gapsOf(thread: ThreadRecords): Gap[] {
  return [...thread.operations.flatMap((each) => ofOperation(each, thread)), ...thread.seizures.flatMap((each) => ofSeizure(each, thread)), ...ofExhibits(thread)];
}

function ofOperation(operation: OperationRecord, { plans, authorities, waivers, outcomes, log }: ThreadRecords): Gap[] {
  const { id, number, kind, status } = operation;
  const record = { type: 'operation', id, number };
  const has = (records: { operationId: string }[]) => records.some((each) => each.operationId === id);
  const found: [boolean, string, string][] = [
    [status !== 'cancelled' && !has(plans), 'operation.without-plan', has(waivers) ? 'It started by a waiver; there is no plan' : 'There is no plan'],
    [status !== 'draft' && status !== 'cancelled' && underAuthority.includes(kind) && !has(authorities), 'operation.without-authority', 'No legal authority is recorded'],
    [isOver(operation) && !has(outcomes), 'operation.without-outcome', 'It is concluded without an outcome'],
    [isOver(operation) && !has(log), 'operation.without-log', 'It is concluded without a log entry'],
  ];
  return found.flatMap(([isMissing, code, detail]) => (isMissing ? [{ code, record, detail }] : []));
}

function ofSeizure({ id, number, status, territory, jurisdiction, protocolNumber, lines }: SeizureRecord, { exhibits }: ThreadRecords): Gap[] {
  if (status === 'voided') return [];
  const record = { type: 'seizure', id, number };
  const gaps: Gap[] = [];
  if (territory === null) gaps.push({ code: 'seizure.place-unknown', record, detail: 'The territory is not known' });
  if (protocolNumber === null) gaps.push({ code: 'seizure.without-protocol', record, detail: 'No protocol is recorded' });
  for (const line of lines.filter((each) => each.status !== 'voided')) {
    const ofLine = (code: string, detail: string) => gaps.push({ code, record: { type: 'seizure line', id: line.id, number: `${number}, line ${line.lineNumber}` }, detail });
    if (jurisdiction === 'KG' && line.destroyedInPlace === null && !exhibits.some(({ lineId }) => lineId === line.id)) ofLine('line.without-exhibit', 'No exhibit is registered from it');
    if (line.kind !== 'substance') continue;
    if (line.substance === null) ofLine('line.substance-unidentified', `Described as ${line.describedAs}; the substance is not identified`);
    if (line.massGrams === null) ofLine('line.without-mass', 'Its mass is not known');
  }
  return gaps;
}

const ofExhibits = ({ exhibits }: ThreadRecords): Gap[] =>
  exhibits.filter(({ sealNumber }) => sealNumber === null).map(({ id, number }) => ({ code: 'exhibit.unsealed', record: { type: 'exhibit', id, number }, detail: 'No seal is recorded' }));

/** What is missing from the case itself. */
export function gapsOfCase({ id, number, status }: { id: string; number: string; status: string }, { members, registrations, decisions }: CaseRecords): Gap[] {
  const record = { type: 'case', id, number };
  const now = new Date().toISOString();
  const leads = members.some(({ part, from, until }) => part === 'lead_investigator' && from <= now && (until === null || until > now));
  const found: [boolean, string, string][] = [
    [registrations.every(({ withdrawnAt }) => withdrawnAt !== null), 'case.without-registration', 'It has no number in the Unified Register or the journal'],
    [status !== 'registered' && !decisions.some(({ kind }) => kind === 'opening'), 'case.without-opening', 'No decision to open it is recorded'],
    [!leads, 'case.without-lead', 'Nobody leads it now'],
  ];
  return found.flatMap(([isMissing, code, detail]) => (isMissing ? [{ code, record, detail }] : []));
}
