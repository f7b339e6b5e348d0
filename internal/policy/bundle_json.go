package policy

import (
	"strconv"

	"secondlook/internal/verdict"
)

// AppendBundleJSON appends everything b says, for pages that show it:
//
//	{"schema","agency","name","languages":[…],
//	 "facts":{"drafted","reviewed","nextReview","jurisdictions":[…],"settings":[…],
//	          "reviews":[{"role","by","on","how"}],"basis":[{"cite","on"}],"areas":[{"area","page"}],
//	          "consequences","support","revision","private","rights","training","benefits":{lang:text},"contact"},
//	 "clients":[{"one","many"}],"names":[{"text","program","reveals"}],
//	 "levels":[{"rule","level","why":{lang:text}}],
//	 "rules":[{"id","kind","category","level","authority","cite","message","why","page",
//	           "lists":[[…]],"within","unless":[…],"flag":[…],"pass":[…]}],
//	 "pages":[{"id","lang","title","body":[{"kind","text","to","of":[…]}]}],
//	 "links":[…],"practice":[{"draft","expect","why"}]}
func AppendBundleJSON(dst []byte, b *Bundle) []byte {
	j := jsoner{dst}
	j.object(func() {
		j.num("schema", BundleSchema)
		j.str("agency", b.Agency)
		j.str("name", b.Name)
		j.strs("languages", b.Languages)
		j.key("facts")
		j.facts(&b.Facts)
		list(&j, "clients", b.Clients, func(w *ClientWord) { j.str("one", w.One); j.str("many", w.Many) })
		list(&j, "names", b.Names, func(n *PublicName) {
			j.str("text", n.Text)
			j.flag("program", n.Program)
			j.flag("reveals", n.Reveals)
		})
		list(&j, "levels", b.Levels, func(l *LevelChange) { j.str("rule", l.Rule); j.str("level", l.Level.String()); j.text("why", l.Why) })
		list(&j, "rules", b.Rules, j.agencyRule)
		list(&j, "pages", b.Pages, func(p *Page) {
			j.str("id", p.ID)
			j.str("lang", p.Lang)
			j.str("title", p.Title)
			list(&j, "body", p.Body, j.node)
		})
		j.strs("links", b.Links)
		list(&j, "practice", b.Practice, func(p *Practice) { j.str("draft", p.Draft); j.str("expect", p.Expect.String()); j.text("why", p.Why) })
	})
	return j.dst
}

func (j *jsoner) facts(f *Facts) {
	j.object(func() {
		j.str("drafted", f.Drafted)
		j.str("reviewed", f.Reviewed)
		j.str("nextReview", f.NextReview)
		j.strs("jurisdictions", f.Jurisdictions)
		j.strs("settings", f.Settings)
		list(j, "reviews", f.Reviews, func(r *Review) { j.str("role", r.Role); j.str("by", r.By); j.str("on", r.On); j.str("how", r.How) })
		list(j, "basis", f.Basis, func(b *Basis) { j.str("cite", b.Cite); j.str("on", b.On) })
		list(j, "areas", f.Areas, func(a *Area) { j.str("area", a.Area); j.str("page", a.Page) })
		for i, name := range []string{"consequences", "support", "revision", "private", "rights", "training", "benefits"} {
			j.text(name, *f.texts()[i])
		}
		j.str("contact", f.Contact)
	})
}

func (j *jsoner) agencyRule(r *AgencyRule) {
	j.str("id", r.ID)
	j.str("kind", AgencyKindNames[r.Kind])
	j.str("category", r.Category.String())
	j.str("level", r.Level.String())
	j.str("authority", r.Authority)
	j.str("cite", r.Cite)
	j.text("message", r.Message)
	j.text("why", r.Why)
	j.str("page", r.Page)
	j.key("lists")
	j.dst = append(j.dst, '[')
	for i, l := range r.Lists {
		if i > 0 {
			j.dst = append(j.dst, ',')
		}
		j.array(l)
	}
	j.dst = append(j.dst, ']')
	j.num("within", r.Within)
	j.strs("unless", r.Unless)
	j.strs("flag", r.Flag)
	j.strs("pass", r.Pass)
}

func (j *jsoner) node(n *Node) {
	j.str("kind", NodeNames[n.Kind])
	switch n.Kind {
	case Words:
		j.str("text", n.Text)
		return
	case Link:
		j.num("to", n.To)
	}
	list(j, "of", n.Of, j.node)
}

// jsoner appends JSON, keys in the order they come.
type jsoner struct{ dst []byte }

func (j *jsoner) object(members func()) {
	j.dst = append(j.dst, '{')
	members()
	j.dst = append(j.dst, '}')
}

// key writes a key, with a comma where something stands before it.
func (j *jsoner) key(k string) {
	if j.dst[len(j.dst)-1] != '{' {
		j.dst = append(j.dst, ',')
	}
	j.dst = append(verdict.AppendQuoted(j.dst, k), ':')
}

func (j *jsoner) str(k, v string) { j.key(k); j.dst = verdict.AppendQuoted(j.dst, v) }

func (j *jsoner) num(k string, v int) { j.key(k); j.dst = strconv.AppendInt(j.dst, int64(v), 10) }

func (j *jsoner) flag(k string, v bool) { j.key(k); j.dst = strconv.AppendBool(j.dst, v) }

func (j *jsoner) text(k string, t Text) { j.key(k); j.dst = verdict.AppendSaid(j.dst, t) }

func (j *jsoner) strs(k string, list []string) { j.key(k); j.array(list) }

func (j *jsoner) array(list []string) {
	j.dst = append(j.dst, '[')
	for i, s := range list {
		if i > 0 {
			j.dst = append(j.dst, ',')
		}
		j.dst = verdict.AppendQuoted(j.dst, s)
	}
	j.dst = append(j.dst, ']')
}

func list[T any](j *jsoner, k string, items []T, item func(*T)) {
	j.key(k)
	j.dst = append(j.dst, '[')
	for i := range items {
		if i > 0 {
			j.dst = append(j.dst, ',')
		}
		j.object(func() { item(&items[i]) })
	}
	j.dst = append(j.dst, ']')
}
