// `npm run build:console`: bundles console/src into console/public, which the Worker serves under /console/. Takes a moment, so
// it is done every time; `npm run build` does it too. Fails when the first load is heavier than its budget.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { inProject } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";

const SOURCE = inProject("console");
/** The root of what is served; `_headers` has to be here. */
const TARGET = inProject("console/public");
const PAGE = "console/index.html";
const ENTRY = "console/src/main.tsx";
/** The public page of a project: the Worker serves it, and asks for its script and styles by names that stay. */
const DOCS_ENTRY = "console/src/docs/main.tsx";
/** What a browser may have to load, as gzip, before it shows any page that is no editor and no viewer. */
const FIRST_LOAD_LIMIT = 120 * 1024;

/** Bundles the console and says what a first load weighs: `{firstLoad}` in bytes of gzip. */
export async function buildConsole() {
  const { outputFiles, metafile } = await bundled();
  const files = new Map(outputFiles.map((file) => [shownPath(file.path), file.contents]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([name, output]) => [served(name), output]));
  const [script, entry] = [...outputs].find(([, output]) => output.entryPoint === ENTRY);
  const needed = firstLoad(script, entry, outputs);
  files.set(PAGE, Buffer.from(page(script, served(entry.cssBundle), needed)));
  const [docs, docsEntry] = [...outputs].find(([, output]) => output.entryPoint === DOCS_ENTRY);
  files.set("console/docs.js", Buffer.from(`import "/${docs}";\n`));
  files.set("console/docs.css", files.get(served(docsEntry.cssBundle)));
  files.set("console/icon.svg", readFileSync(path.join(SOURCE, "static/icon.svg")));
  files.set("_headers", readFileSync(path.join(SOURCE, "static/_headers")));
  replaceFiles(files);
  const weight = [PAGE, ...needed].reduce((sum, name) => sum + gzipSync(files.get(name)).length, 0);
  if (weight > FIRST_LOAD_LIMIT) {
    throw new Problem(`The console's first load is ${kilobytes(weight)} as gzip; the budget is ${kilobytes(FIRST_LOAD_LIMIT)}.`, {
      why: [...needed].map((name) => `${name}: ${kilobytes(gzipSync(files.get(name)).length)}`).join("\n"),
      next: "Load what is heavy with import() where it is needed.",
    });
  }
  return { firstLoad: weight };
}

/** `{outputFiles, metafile}` of esbuild; what does not compile is told as it tells it. */
async function bundled() {
  try {
    return await bundle({
      entryPoints: [{ in: inProject(ENTRY), out: "main" }, { in: inProject(DOCS_ENTRY), out: "docs" }],
      absWorkingDir: inProject(),
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      minify: true,
      legalComments: "none",
      jsx: "automatic",
      jsxImportSource: "preact",
      outdir: path.join(TARGET, "console/assets"),
      entryNames: "[name]-[hash]",
      chunkNames: "[name]-[hash]",
      assetNames: "[name]-[hash]",
      metafile: true,
      write: false,
      logLevel: "silent",
    });
  } catch (error) {
    const why = (error.errors ?? []).map(({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ""}${text}`);
    throw new Problem("The console did not build.", { why: why.join("\n") || String(error), next: "Mend it, then run npm run build:console." });
  }
}

/** An output of esbuild by its name below what is served. */
function served(output) {
  return output.replace(/^console\/public\//, "");
}

function shownPath(file) {
  return path.relative(TARGET, file).split(path.sep).join("/");
}

/** The entry, what it imports at once, and their styles. */
function firstLoad(script, entry, outputs) {
  const needed = new Set([script]);
  const add = (output) => {
    if (output.cssBundle) needed.add(served(output.cssBundle));
    for (const one of output.imports) {
      const name = served(one.path);
      if (one.kind !== "import-statement" || needed.has(name)) continue;
      needed.add(name);
      add(outputs.get(name));
    }
  };
  add(entry);
  return needed;
}

function page(script, styles, needed) {
  const address = (name) => `/${name}`;
  const preloads = [...needed].filter((name) => name.endsWith(".js") && name !== script);
  const head = [
    `<link rel="stylesheet" href="${address(styles)}">`,
    ...preloads.map((name) => `<link rel="modulepreload" href="${address(name)}">`),
    `<script type="module" src="${address(script)}"></script>`,
  ];
  return readFileSync(path.join(SOURCE, "index.html"), "utf8").replace("{{head}}", head.join("\n"));
}

/** Writes what changed, then takes away what is no longer part of it: a running Worker always finds whole pages. */
function replaceFiles(files) {
  for (const [name, contents] of files) {
    const file = path.join(TARGET, name);
    if (existsSync(file) && readFileSync(file).equals(contents)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  // Beside the console lies what other builds put there.
  for (const entry of readdirSync(path.join(TARGET, "console"), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !files.has(shownPath(file))) rmSync(file);
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

/** What the weight is told as. */
export function told({ firstLoad }) {
  return `console/public: first load ${kilobytes(firstLoad)} as gzip, of ${kilobytes(FIRST_LOAD_LIMIT)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => note(told(await buildConsole())));
}
