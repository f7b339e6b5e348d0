// An agency's guidance, from the closed tree that the engine validated:
// paragraphs, lists, strong, em, and links of the bundle's own list. Words are
// only ever text.

import type { ComponentChildren } from 'preact';
import type { GuidanceNode } from '../src/engine-rules';
import { say } from '../ui/words';

interface TreeProps {
  nodes: GuidanceNode[] | undefined;
  links: string[];
}

export function Guidance({ nodes, links }: TreeProps) {
  return <>{(nodes ?? []).map((n, i) => <Piece key={i} node={n} links={links} />)}</>;
}

function Piece({ node, links }: { node: GuidanceNode; links: string[] }) {
  const inside: ComponentChildren = <Guidance nodes={node.of} links={links} />;
  switch (node.kind) {
    case 'words':
      return <>{node.text}</>;
    case 'paragraph':
      return <p>{inside}</p>;
    case 'list':
      return <ul>{inside}</ul>;
    case 'numbered':
      return <ol>{inside}</ol>;
    case 'item':
      return <li>{inside}</li>;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'link':
      return <Address inside={inside} address={links[node.to ?? -1]} />;
    default:
      return <>{inside}</>;
  }
}

/**
 * A link that the worker may follow, in a tab of its own: only to an https
 * address of the bundle's own list, which the engine let through (policy.IsLink),
 * and with the site's name written behind it, as its words are the agency's. It
 * stands in pages of ours alone; the card in a page shows no guidance.
 */
function Address({ inside, address }: { inside: ComponentChildren; address: string | undefined }) {
  const site = address && siteOf(address);
  if (!site) return <>{inside}</>;
  return <><a href={address} target="_blank" rel="noreferrer">{inside}</a> {say('rules_link_to', site)}</>;
}

/** The site of an https address; '' for any other. */
function siteOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' && !url.username && !url.port ? url.hostname : '';
}
