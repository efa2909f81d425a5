import * as z from 'zod';
import { type Loaded, loaded, type Problem, problem, valuesOf } from '../../model/base/problem.ts';
import { nearest, type SourceNode } from '../../model/base/source.ts';
import { append, isNonEmpty } from '../../model/base/text.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { Waiver } from '../../model/standard/waiver.ts';
import type { Library } from '../pack/library.ts';
import { parseFile } from '../pack/rule-files.ts';
import { meant } from '../profile/names.ts';
import { readShape } from '../shape.ts';

const words = z.string().trim().min(1);

const day = z.iso.date();

const waiverSchema = z.strictObject({
  rule: words.describe('规则编号 · id of the rule, as in reports'),
  centre: words.describe('中心名称，同申报表 · name of the centre, as its profile declares it'),
  county: words.describe('县区；中心重名时写明 · county, where several centres share a name').exactOptional(),
  pack: words.describe('标准编号；几个标准有同名规则时写明 · pack of the rule, where several have it').exactOptional(),
  items: z
    .array(words)
    .min(1)
    .describe('只豁免这些条目（如“3号台”）；不写则豁免整条 · only these records or terms; without it, the whole rule')
    .exactOptional(),
  reason: words.describe('理由 · why'),
  requested_by: words.describe('申请人 · who asked for it'),
  approved_by: words.describe('批准人，不得是申请人 · who granted it, someone else'),
  valid_from: day.describe('自哪天起，含当日 · first day'),
  valid_through: day.describe('至哪天止，含当日 · last day'),
  evidence: z.union([words, z.array(words).min(1)]).describe('依据：文号、会议纪要、照片等 · papers that show it'),
});

/** `waivers.yaml`: requirements that centres were let off, each with its reason, its end and who answers for it. */
export const waiversSchema = z.strictObject({ waivers: z.array(waiverSchema) });

const waiversFile = z.strictObject({ waivers: z.array(z.unknown()) });

/** Each waiver is read for itself, so that a mistake in one hides none of another. */
const readWaivers = (root: SourceNode) => {
  const problems: Problem[] = [];
  const entries = readShape(waiversFile, root, problems)?.waivers ?? [];
  const waivers = entries.flatMap((_, index) => readWaiver(nearest(root, ['waivers', index]), problems) ?? []);
  return { waivers, problems };
};

const readWaiver = (node: SourceNode, problems: Problem[]): Waiver | undefined => {
  const raw = readShape(waiverSchema, node, problems);
  if (raw === undefined) return undefined;
  const waiver = toWaiver(raw, node);
  append(problems, checkPeriod(waiver, node));
  return waiver;
};

const toWaiver = (raw: z.infer<typeof waiverSchema>, { location }: SourceNode): Waiver => {
  const evidence = [raw.evidence].flat();
  if (!isNonEmpty(evidence)) throw new Error('the schema asks for evidence');
  return {
    rule: raw.rule,
    center: raw.centre,
    ...(raw.county !== undefined && { county: raw.county }),
    ...(raw.pack !== undefined && { pack: raw.pack }),
    items: raw.items ?? [],
    reason: raw.reason,
    requestedBy: raw.requested_by,
    approvedBy: raw.approved_by,
    validFrom: raw.valid_from,
    validThrough: raw.valid_through,
    evidence,
    location,
  };
};

const checkPeriod = ({ validFrom, validThrough }: Waiver, node: SourceNode): readonly Problem[] => {
  const { location } = nearest(node, ['valid_through']);
  return validFrom <= validThrough ? [] : [problem('empty-range', location, { low: validFrom, high: validThrough })];
};

const checkRule = ({ rule, pack, location }: Waiver, packs: readonly Pack[]): readonly Problem[] => {
  const ids = packs.map(({ id }) => id);
  if (pack !== undefined && !ids.includes(pack))
    return [problem('unknown-pack', location, { id: pack, ...meant(pack, ids) })];
  const asked = packs.filter(({ id }) => pack === undefined || id === pack);
  const known = asked.flatMap(({ rules }) => rules.map(({ id }) => id));
  const name = pack === undefined ? rule : `${rule} (${pack})`;
  return known.includes(rule) ? [] : [problem('unknown-name', location, { kind: 'rule', name, ...meant(rule, known) })];
};

/** Waivers from files, held against the rules of the packs at hand; `chosen` are packs beside those of the library. */
export const loadWaivers = async (
  files: readonly string[],
  library: Library,
  chosen: readonly string[],
): Promise<Loaded<readonly Waiver[]>> => {
  const read = await Promise.all(files.map(loadFile));
  const waivers = read.flatMap(file => file.waivers);
  const problems = read.flatMap(file => file.problems);
  const ids = waivers.length === 0 ? [] : [...new Set([...library.packIds(), ...chosen])];
  const packs = valuesOf(await Promise.all(ids.map(library.pack)));
  const strays = waivers.flatMap(waiver => checkRule(waiver, packs));
  return loaded([...problems, ...strays], () => waivers);
};

const loadFile = async (file: string) => {
  const parsed = await parseFile(file, file);
  return parsed.ok ? readWaivers(parsed.value.node) : { waivers: [], problems: parsed.problems };
};
