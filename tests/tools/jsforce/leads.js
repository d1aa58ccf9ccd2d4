// Does with an org, through jsforce, what ScoreGuard does, and prints what came of it as JSON.
//   node leads.js URL CLIENT_ID CLIENT_SECRET
import jsforce from 'jsforce';

const [instanceUrl, clientId, clientSecret] = process.argv.slice(2);
const login = new jsforce.OAuth2({ clientId, clientSecret, loginUrl: instanceUrl });
const { access_token: accessToken } = await login.requestToken({ grant_type: 'client_credentials' });
const org = new jsforce.Connection({ instanceUrl, accessToken, version: '60.0' });

const leads = ['a', 'b', 'c'].map((name) => ({ LastName: name, Company: 'Acme', ScoreGuardRun__c: 'r', ScoreGuardKey__c: `r-${name}` }));
const created = await org.sobject('Lead').upsert([...leads, { Company: 'Acme', ScoreGuardKey__c: 'r-d' }], 'ScoreGuardKey__c');
const ids = created.slice(0, 3).map((row) => row.id);
const again = await org.sobject('Lead').upsert(leads, 'ScoreGuardKey__c');
const updated = await org.sobject('Lead').update([{ Id: ids[0], Title: 'VP' }]);
const members = await org.sobject('CampaignMember').create([{ LeadId: ids[0], CampaignId: '7015e000000CampAAB' }]);
const found = await org.query("SELECT Id,LastName,Score__c FROM Lead WHERE ScoreGuardRun__c = 'r'", { autoFetch: true });
const wrong = await org.query('SELECT Nope__c FROM Lead').then(() => 'taken', (error) => error.errorCode);
const deleted = await org.sobject('Lead').destroy(ids);
const twice = await org.sobject('Lead').destroy(ids);

console.log(
  JSON.stringify({
    created: created.map((row) => row.success && row.created),
    refused: created[3].errors[0].statusCode,
    again: again.map((row, at) => !row.created && row.id === ids[at]),
    updated: updated.map((row) => row.success),
    members: members.map((row) => row.success),
    found: found.records.map((lead) => `${lead.LastName} ${lead.Score__c}`),
    wrong,
    deleted: deleted.map((row) => row.success),
    twice: twice.map((row) => row.errors[0].statusCode),
    usage: org.limitInfo.apiUsage.limit,
  }),
);
