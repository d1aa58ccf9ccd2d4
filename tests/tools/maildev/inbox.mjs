// A maildev whose SMTP server asks for STARTTLS and a login, as real ones do; maildev's own options only know TLS from
// the first byte. Ports are the system's choice, printed as one line of JSON. It ends with its standard input.
import { MailDev } from 'maildev';

const { INBOX_USER, INBOX_PASSWORD, INBOX_CERT, INBOX_KEY } = process.env;
const maildev = new MailDev({
  smtp: 0,
  ip: '127.0.0.1',
  web: 0,
  webIp: '127.0.0.1',
  incomingUser: INBOX_USER,
  incomingPass: INBOX_PASSWORD,
  incomingCert: INBOX_CERT,
  incomingKey: INBOX_KEY,
  silent: true,
});
await maildev.start();
const { smtp, api } = maildev.getServers();
if (INBOX_CERT) Object.assign(smtp.smtp.options, { hideSTARTTLS: false, disabledCommands: [] });
console.log(JSON.stringify({ smtp: smtp.getPort(), web: api.getPort?.() ?? api.app.server.address().port }));

process.stdin.resume();
process.stdin.on('end', async () => {
  await maildev.stop();
  process.exit(0);
});
