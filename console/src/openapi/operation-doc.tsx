import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Badge } from "../components/badge.tsx";
import { toneOf } from "../mock/exchange.ts";
import { Description } from "./description.tsx";
import type { Body, Media, OperationView, Parameter, ResponseView } from "./operation.ts";
import { short, type Resolve, type SchemaNode } from "./schema.ts";
import { SchemaTree } from "./schema-tree.tsx";

interface Reading {
  resolve: Resolve;
  onMissing?: ((reference: string) => void) | undefined;
  extra?: ((node: SchemaNode) => ComponentChildren) | undefined;
}

const PLACES: [Parameter["in"], string][] = [
  ["path", "Path"],
  ["query", "Query"],
  ["header", "Headers"],
  ["cookie", "Cookies"],
];

/** What an operation takes and answers. */
export function OperationDoc({ view, ...reading }: Reading & { view: OperationView }): JSX.Element {
  return (
    <div class="doc">
      {view.deprecated && (
        <p>
          <Badge tone="warn">Deprecated</Badge>
        </p>
      )}
      {view.description && <Description text={view.description} />}
      <section class="doc-part">
        <h2>Request</h2>
        {!view.parameters.length && !view.body && <p class="muted">No parameters, no body.</p>}
        {PLACES.map(([place, title]) => {
          const parameters = view.parameters.filter((parameter) => parameter.in === place);
          return parameters.length > 0 && <Parameters key={place} title={title} parameters={parameters} {...reading} />;
        })}
        {view.body && <BodyDoc body={view.body} {...reading} />}
      </section>
      <section class="doc-part">
        <h2>Responses</h2>
        {!view.responses.length && <p class="muted">The document declares none: the mock answers 200 without a body.</p>}
        {view.responses.map((response) => (
          <ResponseDoc key={response.key} response={response} open={view.responses.length === 1 || response === view.responses[0]} {...reading} />
        ))}
      </section>
    </div>
  );
}

function Parameters({ title, parameters, ...reading }: Reading & { title: string; parameters: Parameter[] }): JSX.Element {
  return (
    <div class="doc-block">
      <h3>{title}</h3>
      <ul class="doc-parameters">
        {parameters.map((parameter) => (
          <li key={parameter.name}>
            <div class="schema-line">
              <span class="schema-name">{parameter.name}</span>
              {parameter.required && <span class="schema-required">required</span>}
              {parameter.description && <span class="schema-description">{parameter.description}</span>}
            </div>
            <SchemaTree schema={parameter.schema === undefined ? {} : bare(parameter)} place={parameter.place} {...reading} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** In Swagger 2.0 a parameter is its own schema: what was said already is not said again. */
function bare(parameter: Parameter): unknown {
  const schema = parameter.schema as Record<string, unknown>;
  if (!schema || typeof schema !== "object" || !("in" in schema)) return schema;
  const { description: _, required: __, ...rest } = schema;
  return rest;
}

function BodyDoc({ body, ...reading }: Reading & { body: Body }): JSX.Element {
  return (
    <div class="doc-block">
      <h3>
        Body {body.required && <span class="schema-required">required</span>}
      </h3>
      {body.description && <p class="muted">{body.description}</p>}
      <Contents content={body.content} {...reading} />
    </div>
  );
}

function ResponseDoc({ response, open, ...reading }: Reading & { response: ResponseView; open: boolean }): JSX.Element {
  const [shown, setShown] = useState(open);
  const status = Number.parseInt(response.key.replace(/^x-/, ""), 10);
  const key = response.key.replace(/^x-(\d{3}):/, "$1 · ");
  return (
    <details class="doc-response" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <Badge tone={Number.isNaN(status) ? "plain" : toneOf(/XX/i.test(response.key) ? status * 100 : status)}>{key}</Badge>
        <span>{response.description}</span>
      </summary>
      {shown && (
        <div class="doc-response-body">
          {response.headers.length > 0 && (
            <div class="doc-block">
              <h3>Headers</h3>
              <ul class="doc-parameters">
                {response.headers.map((header) => (
                  <li key={header.name}>
                    <div class="schema-line">
                      <span class="schema-name">{header.name}</span>
                      {header.description && <span class="schema-description">{header.description}</span>}
                    </div>
                    <SchemaTree schema={header.schema} place={header.place} {...reading} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          {response.content.length ? <Contents content={response.content} {...reading} /> : <p class="muted">No body.</p>}
        </div>
      )}
    </details>
  );
}

function Contents({ content, ...reading }: Reading & { content: Media[] }): JSX.Element {
  return (
    <>
      {content.map((media) => (
        <div key={media.type} class="doc-media">
          <p class="mono small muted">{media.type}</p>
          {media.schema === undefined ? <p class="muted">No schema.</p> : <SchemaTree schema={media.schema} place={media.place} {...reading} />}
          {media.examples.length > 0 && (
            <p class="small muted">
              Examples:{" "}
              {media.examples.slice(0, 8).map(({ name, value }) => (
                <code key={name} class="schema-rule" title={short(value)}>
                  {name}
                </code>
              ))}
            </p>
          )}
        </div>
      ))}
    </>
  );
}
