/** What a name may carry to steer a terminal, a log or a reader: a clipboard, colours, a bell, ends of lines, turned text. */
export const STEERING = [
  ...['\u001b]52;c;ZXZpbA==\u0007', '\u001b[31m', '\u009b2J', '\u0000\u007f\u0085\u001b\\'],
  ...['\u202e', '\u2066', '\u200f', '\u061c', '\ufeff', '\u200b', '\u00ad', '\u{e0041}', '\u2028', '\u2029'],
  '\r\n::error::INJECTED\n结论 INJECTED\r<!--INJECTED',
].join('');

/** As much of it as the name of a file may hold. */
export const STEERING_NAME = STEERING.replaceAll('\u0000', '').replaceAll('/', '');

/** A value with that behind every text that is asked for, and every key. */
export const steered = (
  value: unknown,
  isMeant: (text: string, key: string) => boolean,
  keyed: (key: string) => string = key => key,
  key = '',
): unknown => {
  if (typeof value === 'string') return isMeant(value, key) ? value + STEERING : value;
  if (Array.isArray(value)) return value.map(item => steered(item, isMeant, keyed, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [keyed(name), steered(member, isMeant, keyed, name)]),
  );
};

const RAW = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What of it has come through: raw characters with some text around them, and lines that begin as it would have them. */
export const comeThrough = (text: string): readonly string[] => {
  const plain = text
    .replace(/^\ufeff/u, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('@\u200b', '@');
  const at = plain.search(RAW);
  return [
    ...(at < 0 ? [] : [JSON.stringify(plain.slice(Math.max(0, at - 60), at + 40))]),
    ...plain.split('\n').filter(line => /^(?:\s*::error::|结论 |<!--)INJECTED/u.test(line)),
  ];
};
