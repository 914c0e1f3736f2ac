import { Context } from './0001-context.ts';
import { History } from './0002-history.ts';
import { Scope } from './0003-scope.ts';
import { Access } from './0100-access.ts';
import { Accounts } from './0101-accounts.ts';
import { Reference } from './0200-reference.ts';
import { ReferenceSearch } from './0201-reference-search.ts';
import { Units } from './0300-units.ts';
import { UnitsOverTime } from './0301-units-over-time.ts';
import { Cases } from './0400-cases.ts';
import { CaseRecords } from './0401-case-records.ts';
import { Subjects } from './0402-subjects.ts';
import { Operations } from './0500-operations.ts';
import { OperationSubjects } from './0501-operation-subjects.ts';
import { Planning } from './0600-planning.ts';
import { Seizures } from './0700-seizures.ts';
import { SeizureSubjects } from './0702-seizure-subjects.ts';
import { Evidence } from './0800-evidence.ts';
import { Reports } from './0900-reports.ts';

/** The history of the schema, in order. A migration that has run anywhere is never edited: a new one follows it. */
export const migrations = [Context, History, Scope, Access, Accounts, Reference, ReferenceSearch, Units, UnitsOverTime, Cases, CaseRecords, Subjects, Operations, OperationSubjects, Planning, Seizures, SeizureSubjects, Evidence, Reports];
