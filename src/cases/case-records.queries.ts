import { byFlag, oneOf } from '../platform/list-filters.ts';
import type { BelowCase } from './case-records.ts';
import { decisionKinds, issuerKinds, memberParts, registrationKinds } from './case.entity.ts';
import {
  DecisionView, MemberView, RegistrationView, CaseTransitionView, type DecisionRow, type MemberRow, type OffenceView, type RegistrationRow, type CaseTransitionRow,
} from './case.view.ts';

export const transitionList: BelowCase<CaseTransitionRow, CaseTransitionView> = {
  name: 'case-transitions',
  select: `t.id, t.version, t.from_status as "from", t.to_status as "to", t.reason, t.occurred_at as "occurredAt", t.recorded_at as "recordedAt", t.recorded_by as "recordedBy"`,
  from: 'case_transitions t',
  caseColumn: 't.case_id',
  filters: {},
  order: { column: 't.recorded_at', type: 'timestamptz', descending: false, id: 't.id' },
  view: (row) => CaseTransitionView.of(row),
  columns: ['from', 'to', 'occurredAt', 'reason', 'recordedAt', 'recordedBy'],
};

export const memberList: BelowCase<MemberRow, MemberView> = {
  name: 'case-members',
  select: `m.id, m.version, m.case_id as "caseId", json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic) as person,
    o.code as officer, m.part, m.valid_from as "from", m.valid_until as "until", m.recorded_at as "recordedAt"`,
  from: 'case_members m join persons p on p.id = m.person_id left join officers o on o.id = m.officer_id',
  caseColumn: 'm.case_id',
  filters: {
    part: oneOf('m.part', memberParts),
    current: byFlag('m.valid_from <= clock_timestamp() and (m.valid_until is null or m.valid_until > clock_timestamp())'),
  },
  order: { column: 'm.valid_from', type: 'timestamptz', descending: false, id: 'm.id' },
  view: (row) => MemberView.of(row),
  columns: ['officer', 'person.familyName', 'person.givenName', 'part', 'from', 'until'],
};

export const registrationList: BelowCase<RegistrationRow, RegistrationView> = {
  name: 'case-registrations',
  select: `r.id, r.version, r.case_id as "caseId", r.kind, r.number, r.registered_on as "registeredOn", r.issuing_body as "issuingBody", r.withdrawn_at as "withdrawnAt"`,
  from: 'case_registrations r',
  caseColumn: 'r.case_id',
  filters: { kind: oneOf('r.kind', registrationKinds), current: byFlag('r.withdrawn_at is null') },
  order: { column: 'r.recorded_at', type: 'timestamptz', descending: false, id: 'r.id' },
  view: (row) => RegistrationView.of(row),
  columns: ['kind', 'number', 'registeredOn', 'issuingBody', 'withdrawnAt'],
};

export const offenceList: BelowCase<OffenceView, OffenceView> = {
  name: 'case-offences',
  select: `o.id, o.version, o.case_id as "caseId", o.law, o.article, o.part, o.title, o.since_on as "since", o.until_on as "until", o.replaces_id as "replaces"`,
  from: 'case_offences o',
  caseColumn: 'o.case_id',
  filters: { current: byFlag('o.until_on is null') },
  order: { column: 'o.recorded_at', type: 'timestamptz', descending: false, id: 'o.id' },
  view: (row) => ({ ...row }),
  columns: ['law', 'article', 'part', 'title', 'since', 'until'],
};

export const decisionList: BelowCase<DecisionRow, DecisionView> = {
  name: 'decisions',
  select: `d.id, d.version, d.case_id as "caseId", d.kind, d.issuer_kind as "issuerKind", d.issuer_name as "issuerName", d.number, d.decided_on as "decidedOn",
    d.in_force_from as "inForceFrom", d.summary, d.orders, d.recorded_at as "recordedAt"`,
  from: 'decisions d',
  caseColumn: 'd.case_id',
  filters: { kind: oneOf('d.kind', decisionKinds), issuerKind: oneOf('d.issuer_kind', issuerKinds), inForce: byFlag('d.in_force_from <= tamga.local_date(clock_timestamp()) is true') },
  order: { column: 'd.decided_on', type: 'date', descending: true, id: 'd.id' },
  view: (row) => DecisionView.of(row),
  columns: ['kind', 'issuerKind', 'issuerName', 'number', 'decidedOn', 'inForceFrom', 'summary', 'orders'],
};
