// Loaded into the site before its own code: refuses and tells every connection and name look-up that leaves this machine.
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const isLocal = (host) =>
  host === undefined || host === '' || host === 'localhost' || host === '::1' || host.startsWith('127.');
const tell = (what) => process.stderr.write(`SORTIE ${what}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function denied(...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options =
    typeof first === 'object' && first !== null
      ? first
      : { port: first, host: typeof second === 'string' ? second : undefined };
  if (!options.path && !isLocal(options.host)) {
    tell(`${options.host}:${options.port}`);
    process.nextTick(() => this.destroy(new Error('outbound denied')));
    return this;
  }
  return connect.apply(this, args);
};
for (const holder of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveMx', 'resolveTxt']) {
    const known = holder[name];
    if (typeof known !== 'function') continue;
    holder[name] = function watched(host, ...rest) {
      if (!isLocal(host) && !net.isIP(host)) tell(`nom ${host}`);
      return known.call(this, host, ...rest);
    };
  }
}
syncBuiltinESMExports();
