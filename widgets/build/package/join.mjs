// Makes one script of some that import each other: one request, and one text for gzip to shorten. It works on what tsc
// writes, with one import or export a line. They then share the names at their tops, so these must differ.
const IMPORT = /^import \{ (.*) \} from "\.\/([\w.]+)";\n/gm;
const LATER = /\bimport\("\.\/([\w.]+)"\)/g;
const TOP = /^(export )?(?:async )?(?:function|class|const|let) ([\w$]+)/gm;

/**
 * The scripts, with each of `wholes` as one with those that it imports when it loads. An earlier whole is no part of a
 * later one. What others import of a part, they find in the whole.
 * @param {Record<string, string>} scripts their texts by file name @param {string[]} wholes
 */
export function joined(scripts, wholes) {
  return wholes.reduce((all, whole) => join(all, whole, parts(all, whole, wholes)), scripts);
}

/** A script and those that it imports, each after those that it imports itself. */
function parts(scripts, name, apart, found = new Set()) {
  for (const [, , other] of scripts[name].matchAll(IMPORT)) {
    if (!found.has(other) && !apart.includes(other)) parts(scripts, other, apart, found);
  }
  return found.add(name);
}

function join(scripts, whole, within) {
  const others = Object.entries(scripts).filter(([name]) => !within.has(name));
  const asked = new Set(others.flatMap(([, text]) => names(text, within, scripts)));
  const homes = new Map();
  const texts = [...within].map((name) => {
    for (const [, , top] of scripts[name].matchAll(TOP)) {
      if (homes.has(top)) throw new Error(`${name} and ${homes.get(top)} both have a “${top}”, and are sent as one script`);
      homes.set(top, name);
    }
    return scripts[name]
      .replace(IMPORT, (line, names, from) => {
        if (!within.has(from)) return line;
        if (names.includes(" as ")) throw new Error(`${name} has another name for “${names}”, and is sent as one script with ${from}`);
        return "";
      })
      .replace(TOP, (line, exported, top) => (exported && !asked.has(top) ? line.slice(exported.length) : line));
  });
  const led = new RegExp(`"\\./(${[...within].join("|")})"`, "g");
  return Object.fromEntries([...others.map(([name, text]) => [name, text.replace(led, `"./${whole}"`)]), [whole, texts.join("\n")]]);
}

/** What a script imports from those `within`; of one that it loads later, all that it exports. */
function names(text, within, scripts) {
  const now = [...text.matchAll(IMPORT)].filter(([, , from]) => within.has(from));
  const later = [...text.matchAll(LATER)].filter(([, from]) => within.has(from));
  return [
    ...now.flatMap(([, list]) => list.split(", ").map((each) => each.split(" as ")[0])),
    ...later.flatMap(([, from]) => [...scripts[from].matchAll(TOP)].filter(([, exported]) => exported).map(([, , top]) => top)),
  ];
}
