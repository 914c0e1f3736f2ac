import { as } from './database.mjs';
import { runService } from './rounds.mjs';

/** Statements that reached PostgreSQL for each request, BEGIN and COMMIT aside, context included: counted by the server itself. */
export async function statementsPerRequest(side, operations, superuserUrl) {
  return as(superuserUrl, async (client) => {
    const track = async (what) => {
      await client.query(`alter system set pg_stat_statements.track = '${what}'`);
      await client.query('select pg_reload_conf(), pg_sleep(0.5)');
    };
    await client.query('create extension if not exists pg_stat_statements');
    await track('top');
    const counts = {};
    for (const operation of operations) {
      await client.query('select pg_stat_statements_reset()');
      const { count } = await runService(side, operation, 8, 2);
      const { rows: [{ calls }] } = await client.query(`select sum(s.calls)::float8 as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
        where d.datname = $1 and s.query !~* '^\\s*(begin|commit|rollback)'`, [side.database.name]);
      counts[operation] = calls / count;
    }
    await track('none');
    return counts;
  });
}
