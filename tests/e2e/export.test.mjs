// Documents in other versions are judged by a validator that has no part in writing them: the schemas of the OpenAPI
// Initiative. Documents that are wrong as they were sent are not judged: their faults have other places in another version.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "yaml";
import { inProject, ROOT } from "../../scripts/lib/project.mjs";

const CORPUS = process.env.EDGEMOCK_CORPUS ?? inProject("..", "shared", "corpus");
const FOLDERS = ["openapi", "apidog"].map((name) => path.join(CORPUS, name)).filter((folder) => existsSync(folder));
const documents = FOLDERS.flatMap((folder) =>
  readdirSync(folder).filter((name) => /\.(json|yaml)$/.test(name)).map((name) => path.join(folder, name)),
);

const load = (file) => (file.endsWith(".json") ? JSON.parse(readFileSync(file, "utf8")) : parse(readFileSync(file, "utf8")));

/** The faults of a document, one text each. Names that stand twice in examples are none: the validator takes them for schemas. */
async function faults(document) {
  const { valid, errors } = await new Validator().validate(document);
  if (valid) return [];
  if (!Array.isArray(errors)) return /defined more than once/.test(errors) ? [] : [errors];
  return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("exports", { skip: documents.length === 0 && `no corpus at ${CORPUS}` }, () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "edgemock-export-"));
    const { status, stderr } = spawnSync("cargo", ["run", "--quiet", "--example", "export", "--", folder, ...documents], { cwd: ROOT });
    assert.equal(status, 0, String(stderr));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const file of documents) {
    const name = path.basename(file);
    it(`${name} is valid in every version, as far as it was`, async () => {
      const before = name.includes(".native.") ? [] : await faults(load(file));
      for (const version of ["2.0", "3.0", "3.1"]) {
        const found = await faults(load(path.join(folder, `${name}.${version}.json`)));
        assert.ok(found.length === 0 || before.length > 0, `${version}: ${found.slice(0, 5).join("\n")}`);
      }
    });

    it(`${name} is the same in YAML, by the rules of 1.1 and 1.2`, () => {
      const json = JSON.stringify(load(path.join(folder, `${name}.3.1.json`)));
      const text = readFileSync(path.join(folder, `${name}.3.1.yaml`), "utf8");
      for (const version of ["1.1", "1.2"]) {
        assert.ok(JSON.stringify(parse(text, { version })) === json, version);
      }
    });
  }
});
