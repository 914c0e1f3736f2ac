/** What a newcomer needs to see after the start: the accounts, their password, and three lines that work when pasted. */
export function firstSteps({ url, accounts, password }) {
  const api = `${url}/api/v1`;
  const json = (body) => `-H 'content-type: application/json' -d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`;
  const pickToken = String.raw`sed 's/.*"accessToken":"\([^"]*\)".*/\1/'`;
  const tokenOf = (username) => `$(curl -s ${api}/sessions ${json({ username, password })} | ${pickToken})`;
  const seizure = {
    unit: 'CNS-OSH', seizedAt: new Date().toISOString(), territory: 'KG-O', place: 'first steps', discovery: 'checkpoint',
    lines: [{ kind: 'substance', substance: 'heroin', form: 'powder', quantity: '0.25', unit: 'kg', basis: 'gross', method: 'scale' }],
  };
  return `
  accounts   ${accounts.join(', ')}
  password   ${password}
  interface  ${url}/api/docs

Log in as an officer of Osh:
TOKEN=${tokenOf('officer.osh')}

Record a seizure:
curl -s ${api}/seizures -H "authorization: Bearer $TOKEN" ${json(seizure)}

See what the service reported for November and December 2020, as its coordinator:
curl -s "${api}/reports/seizures?from=2020-11-01&to=2021-01-01&by=substance" -H "authorization: Bearer ${tokenOf('coordinator')}"
`;
}
