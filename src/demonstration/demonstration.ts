import type { Settings } from '../platform/settings.ts';
import { loadArticle } from './article.ts';
import { loadIdentities } from './identities.ts';
import { officers, others } from './people.ts';

export const demonstrationAccounts: string[] = [...officers.flatMap(({ account }) => account ?? []), ...others.map(({ account }) => account)];

/** What a newcomer finds: the service, its people and the two months the article tells of. Once; a later start changes nothing. */
export async function loadDemonstration(settings: Settings): Promise<void> {
  if (!settings.DEMO_PASSWORD) throw new Error('the launcher gives DEMO_PASSWORD');
  await loadIdentities(settings, settings.DEMO_PASSWORD);
  await loadArticle(settings);
}
