import type { JSX } from "preact";
import { Button } from "../components/button.tsx";
import type { Pair } from "./url.ts";

/** Names with values that can be switched on and off. */
export function Pairs({ legend, what, pairs, onChange }: { legend: string; what: string; pairs: Pair[]; onChange: (pairs: Pair[]) => void }): JSX.Element {
  const set = (at: number, change: Partial<Pair>) => onChange(pairs.map((pair, index) => (index === at ? { ...pair, ...change } : pair)));
  return (
    <fieldset class="pairs">
      <legend>{legend}</legend>
      {pairs.map((pair, index) => (
        <div key={index} class="pair">
          <input type="checkbox" checked={pair.on} aria-label={`Send ${what} ${pair.name || index + 1}`} onChange={(event) => set(index, { on: event.currentTarget.checked })} />
          <input class="input mono" aria-label={`Name of ${what} ${index + 1}`} placeholder="name" spellcheck={false} autocomplete="off" value={pair.name} onInput={(event) => set(index, { name: event.currentTarget.value, on: true })} />
          <input class="input mono" aria-label={`Value of ${what} ${pair.name || index + 1}`} placeholder="value" spellcheck={false} autocomplete="off" value={pair.value} onInput={(event) => set(index, { value: event.currentTarget.value, on: true })} />
          <Button tone="quiet" small icon="close" label={`Remove ${what} ${pair.name || index + 1}`} onClick={() => onChange(pairs.filter((_, at) => at !== index))} />
        </div>
      ))}
      <div>
        <Button small tone="quiet" icon="add" onClick={() => onChange([...pairs, { name: "", value: "", on: true }])}>
          Add {what}
        </Button>
      </div>
    </fieldset>
  );
}
