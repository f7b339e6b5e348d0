package policy

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

func (a *admission) hasPage(id string) bool {
	return slices.ContainsFunc(a.b.Pages, func(p Page) bool { return p.ID == id && len(a.b.Languages) > 0 && p.Lang == a.b.Languages[0] })
}

func (a *admission) pages() {
	for _, l := range a.b.Links {
		if !IsLink(l) {
			a.refuse("link", "link "+l, "a link begins with https:// and names a site: no user name, no port, no script")
		}
	}
	for i := range a.b.Pages {
		p := &a.b.Pages[i]
		where := "page " + p.ID + " in " + p.Lang
		a.once(where, p.ID)
		if !slices.Contains(a.b.Languages, p.Lang) {
			a.refuse("form", where, "is in a language that agency.yaml does not list")
		}
		if p.Title == "" || len(p.Title) > 120 || len(p.Body) == 0 {
			a.refuse("form", where, "a page begins with a heading (# When a client writes to you) and has some text")
		}
		for j := range p.Body {
			if k := p.Body[j].Kind; k > Numbered {
				a.refuse("page", where, NodeNames[k]+" stands outside a paragraph")
			}
			a.node(where, &p.Body[j])
			for _, s := range Blocks(&p.Body[j]) {
				if len(s) > maxBlock {
					a.refuse("page", where, "a paragraph or list item is longer than "+strconv.Itoa(maxBlock)+" characters: \""+start(s)+"…\"; break it in two")
				}
			}
		}
	}
}

// holds says what each kind of node may hold.
var holds = [nodeKinds][]NodeKind{
	Paragraph: {Words, Strong, Em, Link},
	List:      {Item},
	Numbered:  {Item},
	Item:      {Words, Strong, Em, Link, List, Numbered},
	Words:     nil,
	Strong:    {Words, Em, Link},
	Em:        {Words, Strong, Link},
	Link:      {Words},
}

func (a *admission) node(where string, n *Node) {
	if (n.Kind == Words) == (n.Text == "") || n.Kind != Link && n.To != 0 || n.Kind == Link && n.To >= len(a.b.Links) {
		a.refuse("page", where, "a "+NodeNames[n.Kind]+" holds what it may not hold")
	}
	if n.Kind != Words && len(n.Of) == 0 {
		a.refuse("page", where, "a "+NodeNames[n.Kind]+" is empty")
	}
	for i := range n.Of {
		if !slices.Contains(holds[n.Kind], n.Of[i].Kind) {
			a.refuse("page", where, "a "+NodeNames[n.Of[i].Kind]+" stands in a "+NodeNames[n.Kind])
		}
		a.node(where, &n.Of[i])
	}
}

// start is as much of a long text as tells which one is meant.
func start(s string) string {
	n := 40
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// IsLink reports whether s is an https address of a named site, with no user,
// port, space or character that a page could read as something else.
func IsLink(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok || len(s) > 300 || strings.ContainsAny(s, " \t\r\n\"'<>\\`{}|^") {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 0x21 || s[i] > 0x7e {
			return false
		}
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, "?")
	host, _, _ = strings.Cut(host, "#")
	return strings.Contains(host, ".") && isID(strings.ToLower(host)) && !strings.Contains(host, "..")
}
