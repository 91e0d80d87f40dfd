import { CasusGroot } from './omvang.ts';
import { Onleesbaar } from './onleesbaar.ts';

/**
 * What goes wrong on our side, in one line for who runs it: its kind and where in our code. Never its message, which
 * could hold what somebody typed, nor where on the machine the product stands (ST8).
 */
export function foutregel(fout: unknown): string {
  if (fout instanceof Onleesbaar) return onleesbaarregel(fout);
  if (fout instanceof CasusGroot) return `let op, groot: casus ${fout.casusId} · ${fout.omvang} ${fout.wat}`;
  if (!(fout instanceof Error)) return `fout: ${typeof fout}`;
  const code =
    'code' in fout && typeof fout.code === 'string' && /^[A-Z_]+$/.test(fout.code) ? ` ${fout.code}` : '';
  return [`fout: ${fout.name}${code}`, ...plaatsen(fout)].join(' · ');
}

/** Which row to put back from a copy, and why (ST1): its name, which is random, and a code or a place of ours. */
function onleesbaarregel({ tabel, rij, cause }: Onleesbaar): string {
  const waar = /^[\w .-]{1,80}$/.test(rij) ? ` ${rij}` : '';
  if (!(cause instanceof Error)) return `niet leesbaar: ${tabel}${waar}`;
  const code = 'code' in cause && typeof cause.code === 'string' && /^[a-z_]+$/.test(cause.code);
  const waarom = code ? [String(cause.code)] : [cause.name, ...plaatsen(cause).slice(0, 2)];
  return [`niet leesbaar: ${tabel}${waar}`, ...waarom].join(' · ');
}

/** The places of a stack that are ours, however many lines the message before them has. */
function plaatsen({ stack = '', message }: Error): string[] {
  const na = stack.indexOf(message);
  if (na === -1) return [];
  return [...stack.slice(na + message.length).matchAll(PLAATS)]
    .slice(0, 8)
    .map(([, bestand, regel]) => `${bestand}:${regel}`);
}

/** A line of a stack in a room of the server, or in what it shares with the client. */
const PLAATS = /^ {4}at .*\/((?:server|shared)\/(?!.*node_modules)[\w/.-]+)\.[jt]s:(\d+)/gm;
