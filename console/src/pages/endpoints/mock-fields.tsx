import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EndpointDetails } from "../../api/endpoint-types.ts";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/field.tsx";
import { EmptyState } from "../../components/page.tsx";
import { hasChildren, nameOf, type SchemaNode } from "../../openapi/schema.ts";
import { SchemaTree } from "../../openapi/schema-tree.tsx";
import { useMayWrite } from "../../session/session.ts";
import { MockFieldDialog } from "./mock-field-dialog.tsx";
import type { ReadOperation } from "./references.ts";

/** The shared schema that a reference names, as the API calls it; `undefined` for other parts of a document. */
export function sharedSchema(part: string): string | undefined {
  return /^#\/(components\/schemas|definitions)\/[^/]+$/.test(part) ? nameOf(part) : undefined;
}

/** Which expression makes the value of a property. */
export function fieldOf(node: SchemaNode): string {
  const mock = node.schema["x-apidog-mock"] ?? node.schema["x-apifox-mock"];
  return mock === undefined ? "" : typeof mock === "string" ? mock : JSON.stringify(mock);
}

/** The properties of the answers, each with the expression that makes its value. */
export function MockFields({ project, base, details, operation }: { project: string; base: string; details: EndpointDetails; operation: ReadOperation }): JSX.Element {
  const mayWrite = useMayWrite();
  const [chosen, setChosen] = useState<string>();
  const [edited, setEdited] = useState<SchemaNode>();
  const bodies = operation.view.responses.flatMap(({ key, content }) => content.filter(({ schema }) => schema !== undefined).map((media) => ({ id: `${key} ${media.type}`, media })));
  const shown = bodies.find(({ id }) => id === chosen) ?? bodies[0];
  if (!shown) return <EmptyState title="No schemas">The responses of this endpoint have no body with a schema.</EmptyState>;

  const extra = (node: SchemaNode) => {
    if (!node.isProperty || hasChildren(node) || node.cyclic || node.missing) return null;
    const editable = node.place.part === "" || sharedSchema(node.place.part) !== undefined;
    const field = fieldOf(node);
    return (
      <Button small tone="quiet" icon="edit" disabled={!mayWrite || !editable} label={`${field ? "Change" : "Set"} mock field of ${node.name}`} onClick={() => setEdited(node)} />
    );
  };
  return (
    <div class="stack">
      <p class="muted">
        A mock field says what a property holds: fixed text, or a dynamic value such as <code>{"{{$person.fullName}}"}</code>. It comes before name rules and is part of the document, so that it is exported with it.
      </p>
      {bodies.length > 1 && <SelectField label="Response" value={shown.id} options={bodies.map(({ id }) => ({ value: id, label: id }))} onChange={setChosen} />}
      <SchemaTree key={shown.id} schema={shown.media.schema} place={shown.media.place} resolve={operation.resolve} onMissing={operation.fetchPart} extra={extra} />
      {edited && <MockFieldDialog project={project} base={base} endpoint={details.id} node={edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}
