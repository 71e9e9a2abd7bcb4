import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button, type Tone } from "./button.tsx";
import { toast } from "./toast.tsx";

/** How long it says that it copied, in milliseconds. */
const SAID = 2000;

/** Puts a text on the clipboard. Without `children` it is an icon, named by `label`. */
export function CopyButton({ text, label = "Copy", children, tone = "quiet", small = true }: { text: string; label?: string; children?: string; tone?: Tone; small?: boolean }): JSX.Element {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      toast("Copied");
    } catch {
      toast("The browser does not allow copying. Mark the text and copy it by hand.", "bad");
    }
  };
  return (
    <Button tone={tone} small={small} icon={copied ? "check" : "copy"} label={children ? undefined : label} onClick={copy}>
      {children}
    </Button>
  );
}

/** An address, or another short text, with a button that copies it. `label` names it: "mock URL". */
export function CopyLine({ text, label }: { text: string; label: string }): JSX.Element {
  return (
    <div class="copy-line">
      <code>{text}</code>
      <CopyButton text={text} label={`Copy ${label}`} />
    </div>
  );
}
