import type { Client } from 'pg';
import { maintain } from '../platform/maintenance.ts';
import type { Settings } from '../platform/settings.ts';
import { actAs } from './acting.ts';
import { cases, figures, generalPlan, illustrative, operations, programme, source, type Operation } from './article-records.ts';
import { idFor } from './identities.ts';

/**
 * The service's operations of November and December 2020 and what they seized, whose sums equal the article to the gram; and the article
 * itself as reported figures. Once, as the demonstration's own people, under every rule that holds for them.
 */
export function loadArticle(settings: Settings): Promise<void> {
  return maintain(settings, 'demonstration.load', illustrative, async (client) => {
    await actAs(client, 'analyst');
    const { rows } = await client.query('select from reported_figures where id = $1', [idFor('figure', '0')]);
    if (rows.length > 0) return;
    await loadFigures(client);
    for (const each of cases) await openCase(client, each);
    for (const operation of operations) await prepare(client, operation);
    await planActivity(client);
    for (const operation of operations) await carryOut(client, operation);
    for (const operation of operations) await finish(client, operation);
  });
}

async function loadFigures(client: Client): Promise<void> {
  for (const [index, figure] of figures.entries()) {
    const id = idFor('figure', String(index));
    await client.query(
      `insert into reported_figures (id, title, period_from, period_to, substance, quantity, quantity_unit, mass_grams, amount, currency, exactness, statement, source)
       values ($1, $2, '2020-11-01', '2021-01-01', $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, source, figure.substance, figure.quantity ?? null, figure.unit ?? null, figure.grams ?? null, figure.amount ?? null, figure.amount ? 'USD' : null, figure.exactness, figure.statement, source]);
    for (const place of figure.places) {
      await client.query('insert into reported_figure_places (id, figure_id, territory) values ($1, $2, $3)', [idFor('figure place', `${index} ${place}`), id, place]);
    }
  }
}

async function openCase(client: Client, { key, unit, recorder, officer, at, title: named, number }: (typeof cases)[number]): Promise<void> {
  const id = idFor('case', key);
  await actAs(client, recorder);
  await client.query(`insert into cases (id, unit_id, title, summary, registered_at, status_since, programmes) values ($1, $2, $3, $4, $5, $5, $6)`, [id, idFor('unit', unit), named, illustrative, at, [programme]]);
  await client.query(`insert into case_members (id, case_id, person_id, officer_id, part, valid_from) values ($1, $2, $3, $4, 'lead_investigator', $5)`,
    [idFor('case member', key), id, idFor('person', officer), idFor('officer', officer), at]);
  await client.query(`insert into case_registrations (id, case_id, kind, number, registered_on) values ($1, $2, 'erp', $3, tamga.local_date($4))`, [idFor('registration', key), id, number, at]);
  await client.query(`insert into decisions (id, case_id, kind, issuer_kind, decided_on, summary) values ($1, $2, 'opening', 'investigator', tamga.local_date($3), $4)`, [idFor('decision', key), id, at, illustrative]);
  await client.query(`update cases set status = 'open', status_since = $2 where id = $1`, [id, at]);
}

/** The general plan of the two months, the operations under it, and what the article held the whole to be worth. */
async function planActivity(client: Client): Promise<void> {
  const id = idFor('activity plan', 'general');
  await actAs(client, 'coordinator');
  await client.query(`insert into activity_plans (id, name, unit_id, period_from, period_to, programmes, summary, is_illustrative) values ($1, $2, $3, '2020-11-01', '2021-01-01', $4, $5, true)`,
    [id, generalPlan.name, idFor('unit', 'CNS-AC'), [programme], generalPlan.summary]);
  for (const { key } of operations) {
    await client.query('insert into activity_plan_operations (id, activity_plan_id, operation_id) values ($1, $2, $3)', [idFor('plan operation', key), id, idFor('operation', key)]);
  }
  await client.query(`insert into activity_plan_assessments (id, activity_plan_id, amount, currency, text, source, assessed_on) values ($1, $2, 380000, 'USD', $3, $4, '2020-12-31')`,
    [idFor('assessment', 'general'), id, generalPlan.assessment, source]);
}

const move = (client: Client, key: string, to: string, at: string) =>
  client.query(`update operations set status = $2, status_since = $3, result = case when $2 = 'concluded' then 'achieved' else result end where id = $1`, [idFor('operation', key), to, at]);

async function prepare(client: Client, { key, name, unit, recorder, territory, from, to, case: of, participants, mission }: Operation): Promise<void> {
  const id = idFor('operation', key);
  await actAs(client, recorder);
  await client.query(
    `insert into operations (id, kind, name, unit_id, case_id, programmes, territory, planned_from, planned_to, objective, status_since, is_illustrative)
     values ($1, 'special_operation', $2, $3, $4, $5, $6, $7, $8, $9, $7, true)`,
    [id, name, idFor('unit', unit), of ? idFor('case', of) : null, [programme], territory, from, to, illustrative]);
  for (const { unit: other, part } of participants) {
    await client.query('insert into operation_participants (id, operation_id, participant_unit_id, part, joined_at) values ($1, $2, $3, $4, $5)', [idFor('participant', `${key} ${other}`), id, idFor('unit', other), part, from]);
  }
  if (mission) await client.query('insert into plans (id, operation_id, mission) values ($1, $2, $3)', [idFor('plan', key), id, mission]);
  await move(client, key, 'planned', from);
  await actAs(client, 'commander');
  await move(client, key, 'approved', from);
  await move(client, key, 'active', from);
}

async function carryOut(client: Client, { key, recorder, officer, case: of, log, seizures }: Operation): Promise<void> {
  const operation = idFor('operation', key);
  await actAs(client, recorder);
  for (const [index, { at, kind, text }] of log.entries()) {
    await client.query('insert into operation_log_entries (id, operation_id, kind, occurred_at, text, officer_id) values ($1, $2, $3, $4, $5, $6)', [idFor('log', `${key} ${index}`), operation, kind, at, text, idFor('officer', officer)]);
  }
  for (const { key: name, unit, reportedBy, at, territory, discovery, credits = [], lines } of seizures) {
    const id = idFor('seizure', name);
    await client.query(
      `insert into seizures (id, unit_id, operation_id, case_id, seized_at, territory, discovery, reported_by_id, note, is_illustrative) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)`,
      [id, idFor('unit', unit), operation, of ? idFor('case', of) : null, at, territory, discovery, idFor('officer', reportedBy), illustrative]);
    for (const [index, line] of lines.entries()) {
      await client.query(
        `insert into seizure_lines (id, seizure_id, line_number, kind, substance, form, quantity, quantity_unit, mass_grams, basis, method, packages)
         values ($1, $2, $3, 'substance', $4, $5, $6, $7, $8, 'gross', $9, $10)`,
        [idFor('line', line.key), id, index + 1, line.substance, line.form, line.quantity, line.unit, line.grams, line.method, line.packages]);
      if (!line.exhibit) continue;
      const { category, description, seal, hazards = [] } = line.exhibit;
      await client.query(
        `insert into exhibits (id, seizure_id, line_id, holder_unit_id, holder_officer_id, category, description, packages, hazards, seal_number, flags, collected_at, collected_by_id, alone_because)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '{collected_alone,not_weighed}', $11, $5, $12)`,
        [idFor('exhibit', line.key), id, idFor('line', line.key), idFor('unit', unit), idFor('officer', reportedBy), category, description, line.packages, hazards, seal, at, illustrative]);
    }
    for (const { operation: credited, share } of credits) {
      await client.query('insert into seizure_credits (id, seizure_id, credited_operation_id, share_percent) values ($1, $2, $3, $4)', [idFor('credit', `${name} ${credited}`), id, idFor('operation', credited), share]);
    }
  }
}

async function finish(client: Client, { key, recorder, to, end, outcomes }: Operation): Promise<void> {
  await actAs(client, 'commander');
  await move(client, key, 'concluded', to);
  await actAs(client, recorder);
  for (const { kind, count, description } of outcomes) {
    await client.query('insert into operation_outcomes (id, operation_id, kind, count, description) values ($1, $2, $3, $4, $5)', [idFor('outcome', `${key} ${kind}`), idFor('operation', key), kind, count, description]);
  }
  if (end === 'concluded') return;
  await actAs(client, 'coordinator');
  await move(client, key, 'closed', to);
}
