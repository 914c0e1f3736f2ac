import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { Faults, notFound, stale } from '../platform/errors.ts';
import { plain } from '../platform/decimals.ts';
import { newId } from '../platform/ids.ts';
import { fingerprint, take } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { Settings } from '../platform/settings.ts';
import { localDay, notAhead } from '../platform/times.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import type { AmendLine, AmendSeizure, ConfirmAmendment, VoidSeizure } from './seizure.dto.ts';
import { Seizure, SeizureLine } from './seizure.entity.ts';
import { statusByFieldTest } from './seizure.lifecycle.ts';
import { checkHead, checkLine } from './seizure.rules.ts';
import type { SeizureView } from './seizure.view.ts';
import { alreadyDecided, lastLine, lineIsNotHere, lineIsVoided, nothingAmended, sameSecondPerson, voidedAlready } from './seizures.errors.ts';
import { SeizuresQueries } from './seizures.queries.ts';
import { SecondPersonReasons } from './second-person.ts';

type Values = Record<string, unknown>;

/** What an amendment sets: columns of the head, and of lines by their id. */
interface Change {
  head: Values;
  lines: Record<string, Values>;
}

const notHead = new Set(['id', 'lines', 'reason', 'location', 'reportedBy']);
const notLine = new Set(['id', 'isVoided', 'destroyedInPlace']);

/** Amends and voids: the record changes openly, what it was stays beside it, and a second person agrees where that is due. */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly work: UnitOfWork, private readonly reads: Reads, private readonly queries: SeizuresQueries, private readonly codes: Codes,
    private readonly settings: Settings, private readonly second: SecondPersonReasons,
  ) {}

  async amend(actor: Actor, id: string, command: AmendSeizure, version: number | undefined): Promise<SeizureView> {
    await this.queries.ready();
    const reporter = command.reportedBy ? await this.reads.rows<{ id: string }>(actor, 'officers.by-code', 'select id from officers where code = $1', [command.reportedBy]) : [];
    await this.work.run(actor, 'seizures.amend', async (tx) => {
      const seizure = await this.takeLive(tx, id, version);
      const lines = await tx.manager.find(SeizureLine, { where: { seizureId: id }, order: { lineNumber: 'ASC' } });
      const change = this.changeOf(command, seizure, lines, reporter[0]?.id);
      if (Object.keys(change.head).length + Object.keys(change.lines).length === 0) throw nothingAmended();
      await this.keep(tx, seizure, 'amendment', command.reason, change, lines, command);
    });
    return this.queries.view(actor, id);
  }

  async void(actor: Actor, id: string, command: VoidSeizure, version: number | undefined): Promise<SeizureView> {
    await this.work.run(actor, 'seizures.void', async (tx) => {
      const seizure = await this.takeLive(tx, id, version);
      const lines = await tx.manager.findBy(SeizureLine, { seizureId: id });
      const change: Change = { head: { status: 'voided' }, lines: Object.fromEntries(lines.filter((line) => line.status !== 'voided').map((line) => [line.id, { status: 'voided' }])) };
      await this.keep(tx, seizure, 'void', command.reason, change, lines, command);
    });
    return this.queries.view(actor, id);
  }

  /** The second person's word on an amendment that waits for it. */
  async decide(actor: Actor, id: string, { decision }: ConfirmAmendment, version: number | undefined): Promise<SeizureView> {
    const seizureId = await this.work.run(actor, 'seizures.amend', async (tx) => {
      const [found] = await tx.rows<{ seizure: string; kind: 'amendment' | 'void'; status: string; proposer: string; becomes: string; version: number }>(
        'select seizure_id as seizure, kind, status, proposed_by as proposer, becomes, version from seizure_amendments where id = $1 for no key update', [id]);
      if (!found) throw notFound();
      if (version !== undefined && version !== found.version) throw stale();
      if (found.status !== 'awaiting_second_person') throw alreadyDecided();
      if (found.proposer === actor.person) throw sameSecondPerson();
      await this.takeLive(tx, found.seizure, undefined);
      const status = decision === 'confirmed' ? 'applied' : 'declined';
      await tx.rows('update seizure_amendments set status = $2, confirmed_by = $3, confirmed_at = clock_timestamp() where id = $1', [id, status, actor.person]);
      if (decision === 'confirmed') await this.apply(tx, found.seizure, found.kind, JSON.parse(found.becomes) as Change);
      return found.seizure;
    });
    return this.queries.view(actor, seizureId);
  }

  private async takeLive(tx: Tx, id: string, version: number | undefined): Promise<Seizure> {
    const seizure = await take(tx, Seizure, id, version);
    if (seizure.status === 'voided') throw voidedAlready();
    return seizure;
  }

  /** Keeps what is and what becomes, and applies it at once, or leaves it to a second person. */
  private async keep(tx: Tx, seizure: Seizure, kind: 'amendment' | 'void', reason: string, change: Change, lines: SeizureLine[], command: object): Promise<void> {
    const waits = (await this.second.of(tx, seizure.id)).length > 0;
    const was: Change = {
      head: pick(seizure, Object.keys(change.head)),
      lines: Object.fromEntries(Object.entries(change.lines).map(([id, values]) => [id, pick(lines.find((line) => line.id === id)!, Object.keys(values))])),
    };
    await tx.rows(
      `insert into seizure_amendments (id, seizure_id, kind, status, reason, was, becomes, fingerprint) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [(command as { id?: string }).id ?? newId(), seizure.id, kind, waits ? 'awaiting_second_person' : 'applied', reason, JSON.stringify(was), JSON.stringify(change), fingerprint(command)]);
    if (!waits) await this.apply(tx, seizure.id, kind, change);
  }

  private async apply(tx: Tx, id: string, kind: 'amendment' | 'void', change: Change): Promise<void> {
    for (const [line, values] of Object.entries(change.lines)) await tx.manager.update(SeizureLine, { id: line, seizureId: id }, values);
    await tx.manager.update(Seizure, { id }, { ...change.head, status: kind === 'void' ? 'voided' : 'amended' });
  }

  private changeOf(command: AmendSeizure, seizure: Seizure, lines: SeizureLine[], reporter: string | undefined): Change {
    const faults = new Faults();
    if (command.seizedAt) notAhead(faults, '/seizedAt', command.seizedAt);
    checkHead(faults, { ...command, seizedAt: command.seizedAt ?? seizure.seizedAt.toISOString(), seizedTo: command.seizedTo === undefined ? seizure.seizedTo?.toISOString() : command.seizedTo }, this.codes);
    const head: Values = given(command, notHead);
    for (const [field, value] of [['seizedPrecision', 'minute'], ['jurisdiction', 'KG']] as const) if (head[field] === null) head[field] = value;
    for (const field of ['witnesses', 'transitCountries']) if (head[field] === null) head[field] = [];
    if (command.location !== undefined) Object.assign(head, { lat: command.location?.lat ?? null, lon: command.location?.lon ?? null, accuracyMeters: command.location?.accuracyMeters ?? null });
    if (command.reportedBy !== undefined) head['reportedById'] = command.reportedBy === null ? null : faults.known('/reportedBy', command.reportedBy, () => reporter);
    const day = localDay(command.seizedAt ? new Date(command.seizedAt) : seizure.seizedAt, this.settings.TIME_ZONE);
    const changed: Record<string, Values> = {};
    command.lines?.forEach((amended, index) => {
      const line = lines.find((each) => each.id === amended.id);
      if (!line) faults.add(lineIsNotHere(), `/lines/${index}/id`);
      else if (line.status === 'voided') faults.add(lineIsVoided(), `/lines/${index}/id`);
      else changed[line.id] = this.lineChange(faults, `/lines/${index}`, line, amended, day);
    });
    if (lines.every((line) => line.status === 'voided' || changed[line.id]?.['status'] === 'voided')) faults.add(lastLine(), '/lines');
    faults.throwIfAny();
    return { head, lines: changed };
  }

  private lineChange(faults: Faults, pointer: string, line: SeizureLine, amended: AmendLine, day: string): Values {
    if (amended.isVoided) return { status: 'voided' };
    const values = given(amended, notLine);
    const { destroyedInPlace: destroyed } = amended;
    if (destroyed !== undefined) {
      Object.assign(values, {
        destroyedInPlaceAt: destroyed?.at ?? null, destroyedAreaM2: destroyed?.areaM2 ?? null, destroyedPlants: destroyed?.plants ?? null, destructionMethod: destroyed?.method ?? null,
        destructionAct: destroyed?.act ?? null, destructionWitnesses: destroyed?.witnesses ?? [], reservedSamples: destroyed?.reservedSamples ?? null,
      });
    }
    if (amended.fieldTest !== undefined) values['status'] = statusByFieldTest(line.status, amended.fieldTest);
    const whole = { ...line, quantity: plain(line.quantity), amount: plain(line.amount), destroyedInPlace: undefined, ...values };
    return { ...values, ...checkLine(faults, pointer, whole, this.codes, day) };
  }
}

/** The fields that were sent, null included: null says that it is not known after all. */
const given = (command: object, without: Set<string>): Values => Object.fromEntries(Object.entries(command).filter(([name, value]) => value !== undefined && !without.has(name)));

const pick = (record: object, names: string[]): Values => Object.fromEntries(names.map((name) => {
  const value = (record as Values)[name];
  return [name, typeof value === 'string' && /^\d+\.\d+$/.test(value) ? plain(value) : value];
}));
