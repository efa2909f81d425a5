import type { Branch, OptionWord } from './tree.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const flagsOf = ({ options }: Branch): readonly string[] => options.flatMap(({ flags }) => flags);

const at = ({ path }: Branch): string => path.map(word => ` ${word}`).join('');

const choosing = (branch: Branch): readonly OptionWord[] => branch.options.filter(({ choices }) => choices.length > 0);

/** The words that lead to a command, told from its arguments. */
const known = (branches: readonly Branch[]): string =>
  branches
    .slice(1)
    .map(branch => quoted(at(branch)))
    .join('|');

/** What may stand next: a command below, or what the command is given. */
const nextOf = ({ commands, values }: Branch): readonly string[] => [...commands, ...values];

const cases = <T>(items: readonly T[], line: (item: T) => string): string => items.map(line).join('\n');

/** A line for each option that has choices, by the names that it goes by. */
const chosen = (branches: readonly Branch[], act: (option: OptionWord) => string): string =>
  cases(
    branches.flatMap(branch => choosing(branch).map(option => [branch, option] as const)),
    ([branch, option]) =>
      `    ${option.flags.map(flag => quoted(`${at(branch)}|${flag}`)).join('|')}) ${act(option)}; return ;;`,
  );

/** What is said of a command below another. */
const aboutOf = (branches: readonly Branch[], { path: above }: Branch, name: string): string =>
  branches.find(({ path }) => path.join(' ') === [...above, name].join(' '))?.description ?? '';

const bash = (branches: readonly Branch[]): string => `# bash: source <(duibiao completion bash)
_duibiao() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path \${COMP_WORDS[i]}" in ${known(branches)}) path="$path \${COMP_WORDS[i]}" ;; esac
  done
  COMPREPLY=()
  case "$path|$prev" in
${chosen(branches, ({ choices }) => `COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$cur"))`)}
  esac
  case "$cur" in -*) case "$path" in
${cases(branches, branch => `    ${quoted(at(branch))}) COMPREPLY=($(compgen -W ${quoted(flagsOf(branch).join(' '))} -- "$cur")) ;;`)}
  esac; return ;; esac
  case "$path" in
${cases(
  branches.filter(branch => nextOf(branch).length > 0),
  branch =>
    `    ${quoted(at(branch))}) COMPREPLY=($(compgen -W ${quoted(nextOf(branch).join(' '))} -- "$cur")); return ;;`,
)}
  esac
}
complete -o default -F _duibiao duibiao
`;

/** In a list of \`_describe\`, a colon parts a word from what is said of it. */
const described = (word: string, description: string): string =>
  quoted(`${word.replaceAll(':', '\\:')}:${description.replaceAll(':', '：')}`);

/** In zsh `path` is where commands are looked for. */
const zsh = (branches: readonly Branch[]): string => `#compdef duibiao
# zsh: source <(duibiao completion zsh)
_duibiao() {
  local cur=$words[CURRENT] prev=$words[CURRENT-1] led= i
  local -a found
  for ((i = 2; i < CURRENT; i++)); do
    case "$led $words[i]" in ${known(branches)}) led="$led $words[i]" ;; esac
  done
  case "$led|$prev" in
${chosen(branches, ({ choices, isOpen }) => `compadd ${choices.map(quoted).join(' ')}${isOpen ? '; _files' : ''}`)}
  esac
  if [[ $cur == -* ]]; then
    case "$led" in
${cases(
  branches,
  branch =>
    `      ${quoted(at(branch))}) found=(${branch.options.flatMap(({ flags, description }) => flags.map(flag => described(flag, description))).join(' ')}) ;;`,
)}
    esac
    _describe option found
    return
  fi
  case "$led" in
${cases(
  branches.filter(({ commands }) => commands.length > 0),
  branch =>
    `    ${quoted(at(branch))}) found=(${branch.commands.map(name => described(name, aboutOf(branches, branch, name))).join(' ')}); _describe command found; return ;;`,
)}
${cases(
  branches.filter(({ values }) => values.length > 0),
  branch => `    ${quoted(at(branch))}) compadd ${branch.values.map(quoted).join(' ')} ;;`,
)}
  esac
  _files
}
compdef _duibiao duibiao
`;

/** Whether fish is at this command: the words that lead to it are there, and none that leads further. */
const condition = ({ path, commands }: Branch): string => {
  const there = path.map(word => `__fish_seen_subcommand_from ${word}`);
  const further = commands.length > 0 ? [`not __fish_seen_subcommand_from ${commands.join(' ')}`] : [];
  return quoted([...there, ...further].join('; and ') || 'true');
};

const fishOption = (branch: Branch, { flags, description, takesValue, choices, isOpen }: OptionWord): string => {
  const words = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
  const listed = choices.length > 0 ? ` -a ${quoted(choices.join(' '))}` : '';
  const value = takesValue ? ` ${isOpen ? '-r' : '-x'}${listed}` : '';
  return `complete -c duibiao -n ${condition(branch)} ${words}${value} -d ${quoted(description)}`;
};

const fish = (branches: readonly Branch[]): string => `# fish: duibiao completion fish | source
${cases(branches, branch =>
  [
    ...branch.commands.map(
      name => `complete -c duibiao -f -n ${condition(branch)} -a ${name} -d ${quoted(aboutOf(branches, branch, name))}`,
    ),
    ...branch.values.map(value => `complete -c duibiao -n ${condition(branch)} -a ${quoted(value)}`),
    ...branch.options.map(option => fishOption(branch, option)),
  ].join('\n'),
)}
`;

const psQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const psList = (words: readonly string[]): string => `@(${words.map(psQuoted).join(', ')})`;

const powershell = (
  branches: readonly Branch[],
): string => `# PowerShell: duibiao completion powershell | Out-String | Invoke-Expression
$duibiaoWords = @{
${cases(branches, branch => `  ${psQuoted(at(branch))} = ${psList([...nextOf(branch), ...flagsOf(branch)])}`)}
}
$duibiaoChoices = @{
${cases(
  branches.flatMap(branch =>
    choosing(branch).flatMap(({ flags, choices }) => flags.map(flag => [`${at(branch)}|${flag}`, choices] as const)),
  ),
  ([key, choices]) => `  ${psQuoted(key)} = ${psList(choices)}`,
)}
}
Register-ArgumentCompleter -Native -CommandName duibiao -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $said = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" } | Where-Object { $_ -ne $wordToComplete })
  $path = ''
  foreach ($word in $said) { if ($duibiaoWords.ContainsKey("$path $word")) { $path = "$path $word" } }
  $key = if ($said.Count -gt 0) { "$path|$($said[-1])" } else { '' }
  $found = if ($duibiaoChoices.ContainsKey($key)) { $duibiaoChoices[$key] } else { $duibiaoWords[$path] }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;

export const SHELLS = { bash, zsh, fish, powershell } as const;

export type Shell = keyof typeof SHELLS;
